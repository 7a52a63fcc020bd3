public import Diagnostics

/// The entries of a mapping in document order. Keys are unique, compared byte for byte.
public struct Mapping: Sendable {
    /// How a key was written. Every key is kept as text; one that stands for another type is only told apart by this.
    public enum KeyKind: UInt8, Sendable {
        case string
        /// A plain JSON number, such as `200`.
        case number
        /// A plain `true` or `false`.
        case boolean
        /// A plain `null`, or no key at all.
        case null
    }

    public struct Entry: Sendable {
        public var key: String
        public var keyPlace: Place
        public var keyKind: KeyKind
        public var value: Node

        public init(key: String, keyPlace: Place, keyKind: KeyKind = .string, value: Node) {
            self.key = key
            self.keyPlace = keyPlace
            self.keyKind = keyKind
            self.value = value
        }
    }

    /// Changing the entries drops the index, and looking up a key then takes time in their number.
    public var entries: [Entry] { didSet { index = KeyIndex() } }
    private var index: KeyIndex

    /// Of entries with equal keys the first is found by its key.
    public init(_ entries: [Entry]) {
        self.entries = entries
        index = KeyIndex()
        index.build(entries) { _, _ in }
    }

    /// Takes the entries of a document, of which later ones may repeat a key: those are handed to `repeated` with the index of
    /// the first and left out.
    init(checking entries: [Entry], repeated: (_ first: Entry, _ again: Entry) -> Void) {
        self.entries = entries
        index = KeyIndex()
        var again: [Int] = []
        index.build(entries) { first, second in
            repeated(entries[first], entries[second])
            again.append(second)
        }
        if !again.isEmpty {
            let dropped = Set(again)
            self = Mapping(entries.indices.filter { !dropped.contains($0) }.map { entries[$0] })
        }
    }

    /// The value of a key, or `nil`.
    public subscript(key: String) -> Node? {
        entry(key)?.value
    }

    /// The entry of a key, or `nil`. Takes the same time however many entries there are.
    public func entry(_ key: String) -> Entry? {
        position(of: key).map { entries[$0] }
    }

    /// The index of a key's entry, or `nil`. Takes the same time however many entries there are.
    public func position(of key: String) -> Int? {
        index.position(of: key, in: entries)
    }
}
