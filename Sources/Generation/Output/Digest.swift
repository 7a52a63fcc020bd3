import Crypto
public import YAML

/// A SHA-256 digest, as the manifest spells it.
public struct Digest: Hashable, Sendable, CustomStringConvertible {
    /// 64 lower-case hexadecimal digits.
    public let text: String

    /// The digest of bytes.
    public init(of bytes: [UInt8]) {
        self.init(SHA256.hash(data: bytes))
    }

    /// Reads what ``text`` holds; `nil` for anything else.
    init?(_ text: some StringProtocol) {
        guard text.utf8.count == 64,
            text.utf8.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x66).contains($0) })
        else { return nil }
        self.text = String(text)
    }

    private init(_ digest: SHA256.Digest) {
        text = String(unsafeUninitializedCapacity: 64) { buffer in
            for (index, byte) in digest.enumerated() {
                buffer[2 * index] = Self.digit(byte >> 4)
                buffer[2 * index + 1] = Self.digit(byte & 15)
            }
            return 64
        }
    }

    private static func digit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x57 + value }

    /// 64 hexadecimal digits in lower case.
    public var description: String { text }

    /// The digest of what documents mean: comments, formatting and the order of keys do not change it.
    ///
    /// - Parameter files: each file's name, from the root document's folder, and its tree. Their order does not matter.
    public init(meaningOf files: [(name: String, tree: Node)]) {
        var canonical = CanonicalForm()
        for file in files.sorted(by: { $0.name < $1.name }) {
            canonical.add("file", file.name)
            canonical.add(file.tree)
        }
        self = canonical.finish()
    }
}

/// Hashes values so that equal meaning gives equal digests and nothing else does: each text carries its kind and length.
struct CanonicalForm {
    private var hash = SHA256()
    private var buffer: [UInt8] = []

    mutating func add(_ kind: StaticString, _ text: String) {
        kind.withUTF8Buffer { buffer.append(contentsOf: $0) }
        buffer.append(UInt8(ascii: " "))
        append(text.utf8.count)
        buffer.append(UInt8(ascii: ":"))
        buffer.append(contentsOf: text.utf8)
        if buffer.count > 1 << 16 { flush() }
    }

    private mutating func append(_ number: Int) {
        if number < 10 { buffer.append(0x30 + UInt8(number)) } else { buffer.append(contentsOf: String(number).utf8) }
    }

    mutating func add(_ node: Node) {
        switch node.value {
        case .null: add("null", "")
        case .boolean(let value): add("boolean", value ? "true" : "false")
        case .number(let text): add("number", text)
        case .string(let text): add("string", text)
        case .sequence(let items):
            add("list", String(items.count))
            for index in items.indices { add(items[index]) }
        case .mapping(let mapping):
            let entries = mapping.entries
            add("mapping", String(entries.count))
            // Positions are sorted, because another core counts the references to entries meanwhile.
            for index in entries.indices.sorted(by: { entries[$0].key < entries[$1].key }) {
                add("key", entries[index].key)
                add(entries[index].value)
            }
        }
    }

    mutating func finish() -> Digest {
        flush()
        return Digest(hash)
    }

    private mutating func flush() {
        hash.update(data: buffer)
        buffer.removeAll(keepingCapacity: true)
    }
}

extension Digest {
    fileprivate init(_ hash: SHA256) { self.init(hash.finalize()) }
}
