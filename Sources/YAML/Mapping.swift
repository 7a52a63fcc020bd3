public import Diagnostics

/// The entries of a mapping in document order. Keys are unique, compared byte for byte.
public struct Mapping: Sendable {
    /// How a key was written. Every key is kept as text; one that stands for another type is only told apart by this.
    public enum KeyKind: UInt8, Sendable {
        /// Quoted, or plain text that is nothing else.
        case string
        /// A plain JSON number, such as `200`.
        case number
        /// A plain `true` or `false`.
        case boolean
        /// A plain `null`, or no key at all.
        case null
    }

    /// A key and its value.
    public struct Entry: Sendable {
        /// The text of the key, also if it was written as a number, a boolean or `null`.
        public var key: String
        /// The location of the key.
        public var keyPlace: Place
        /// How the key was written.
        public var keyKind: KeyKind
        /// The value; `null` if the document has none.
        public var value: Node

        /// Creates an entry. Its key must differ from the others of the mapping.
        public init(key: String, keyPlace: Place, keyKind: KeyKind = .string, value: Node) {
            self.key = key
            self.keyPlace = keyPlace
            self.keyKind = keyKind
            self.value = value
        }
    }

    /// Changing the entries drops the index, and looking up a key then takes time in their number.
    public var entries: [Entry] {
        didSet {
            index = KeyIndex()
            mayHaveEqualKeys = true
        }
    }
    private var index: KeyIndex
    /// Whether keys may differ only in how their letters are composed; known after reading, a guess after a change.
    private var mayHaveEqualKeys: Bool

    /// Of entries with equal keys the first is found by its key.
    public init(_ entries: [Entry]) {
        self.entries = entries
        index = KeyIndex()
        mayHaveEqualKeys = Self.haveEqualKeys(entries)
        index.build(entries) { _, _ in }
    }

    /// Takes the entries of a document, of which later ones may repeat a key: those are handed to `repeated` with the index of
    /// the first and left out.
    init(checking entries: [Entry], repeated: (_ first: Entry, _ again: Entry) -> Void) {
        self.entries = entries
        index = KeyIndex()
        mayHaveEqualKeys = Self.haveEqualKeys(entries)
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

    /// Whether another key differs from this one only in how its letters are composed, as `é` in one scalar and `é` in two do. Swift's
    /// strings are equal then, and the keys are not.
    public func hasEqualKey(of key: String) -> Bool {
        mayHaveEqualKeys && !isASCII(key) && entries.contains { $0.key == key && !sameBytes($0.key, key) }
    }

    private static func haveEqualKeys(_ entries: [Entry]) -> Bool {
        var composed: Set<String> = []
        return entries.contains { !isASCII($0.key) && !composed.insert($0.key).inserted }
    }
}

private func isASCII(_ text: String) -> Bool {
    text.utf8.withContiguousStorageIfAvailable { text in
        var at = 0
        while at + 8 <= text.count {
            if text.eightBytes(at: at) & .topBits != 0 { return false }
            at += 8
        }
        return text[at...].allSatisfy { $0 < 0x80 }
    } ?? text.utf8.allSatisfy { $0 < 0x80 }
}
