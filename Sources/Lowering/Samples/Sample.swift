import YAML

/// A JSON value that stands for many.
indirect enum Sample: Hashable, Sendable {
    case null
    case boolean(Bool)
    /// As written.
    case number(String)
    case string(String)
    case array([Sample])
    case object([Member])

    /// More lists and objects are not put inside one another: an example is read by people, and made where stacks are small.
    static let deepest = 64

    /// How many lists and objects are inside one another.
    var height: Int {
        switch self {
        case .null, .boolean, .number, .string: 0
        case .array(let elements): 1 + (elements.lazy.map(\.height).max() ?? 0)
        case .object(let members): 1 + (members.lazy.map(\.value.height).max() ?? 0)
        }
    }

    struct Member: Hashable, Sendable {
        var name: String
        var value: Sample
    }

    init(_ node: Node) {
        switch node.value {
        case .null: self = .null
        case .boolean(let value): self = .boolean(value)
        case .number(let text): self = .number(text)
        case .string(let text): self = .string(text)
        case .sequence(let nodes): self = .array(nodes.map { Sample($0) })
        case .mapping(let mapping):
            self = .object(mapping.entries.map { Member(name: $0.key, value: Sample($0.value)) })
        }
    }

    subscript(name: String) -> Sample? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.name == name }?.value
    }

    /// A string, number or boolean as text.
    var tag: String? {
        switch self {
        case .string(let text), .number(let text): text
        case .boolean(let flag): String(flag)
        case .null, .array, .object: nil
        }
    }

    /// JSON text on one line.
    var text: String {
        var bytes: [UInt8] = []
        write(to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    private func write(to bytes: inout [UInt8]) {
        switch self {
        case .null: bytes.append(contentsOf: "null".utf8)
        case .boolean(let value): bytes.append(contentsOf: (value ? "true" : "false").utf8)
        case .number(let text): bytes.append(contentsOf: text.utf8)
        case .string(let text): writeJSON(text, to: &bytes)
        case .array(let elements):
            bytes.append(UInt8(ascii: "["))
            for (index, element) in elements.enumerated() {
                if index > 0 { bytes.append(UInt8(ascii: ",")) }
                element.write(to: &bytes)
            }
            bytes.append(UInt8(ascii: "]"))
        case .object(let members):
            bytes.append(UInt8(ascii: "{"))
            for (index, member) in members.enumerated() {
                if index > 0 { bytes.append(UInt8(ascii: ",")) }
                writeJSON(member.name, to: &bytes)
                bytes.append(UInt8(ascii: ":"))
                member.value.write(to: &bytes)
            }
            bytes.append(UInt8(ascii: "}"))
        }
    }
}
