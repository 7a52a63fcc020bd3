/// A path cut at its parameters. For example: `/pets/{id}` is `/pets/` and the parameter `id`.
public struct PathTemplate: Hashable, Sendable {
    /// A piece of the path between two expressions, or an expression.
    public enum Part: Hashable, Sendable {
        /// Fixed text, percent-encoded as the document has it.
        case text(String)
        /// The wire name of a path parameter.
        case parameter(String)
    }

    /// The path that is sent.
    public var parts: [Part]
    /// What follows a `#`: documents distinguish two operations of one path and method by it. It is never sent
    /// (RFC 9110, section 7.1).
    public var fragment: String?

    /// The parts are in the order of the path; the fragment has no `#`.
    public init(_ parts: [Part], fragment: String? = nil) {
        self.parts = parts
        self.fragment = fragment
    }

    /// As the document spells it.
    public var text: String {
        let path = parts.map { part in
            switch part {
            case .text(let text): text
            case .parameter(let name): "{\(name)}"
            }
        }.joined()
        return path + (fragment.map { "#" + $0 } ?? "")
    }

    /// Cuts a path at its `{parameters}`; a brace without its partner is text. What follows a `#` is the fragment.
    public init(parsing path: String) {
        var parts: [Part] = []
        var text: [UInt8] = []
        let bytes = Array(path.utf8)
        let stops = nextStops(bytes)
        var index = 0
        var fragment: String?
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: "#") {
                fragment = String(decoding: bytes[(index + 1)...], as: UTF8.self)
                break
            }
            let end = stops[index]
            if bytes[index] == UInt8(ascii: "{"), end > index + 1, end < bytes.count, bytes[end] == UInt8(ascii: "}") {
                if !text.isEmpty { parts.append(.text(String(decoding: text, as: UTF8.self))) }
                text = []
                parts.append(.parameter(String(decoding: bytes[(index + 1)..<end], as: UTF8.self)))
                index = end + 1
            } else {
                text.append(bytes[index])
                index += 1
            }
        }
        if !text.isEmpty { parts.append(.text(String(decoding: text, as: UTF8.self))) }
        self.init(parts, fragment: fragment)
    }
}

/// For each byte the position of the first `}` or `/` from it on; the end where there is none.
private func nextStops(_ bytes: [UInt8]) -> [Int] {
    var stops = [Int](repeating: bytes.count, count: bytes.count)
    var next = bytes.count
    for index in bytes.indices.reversed() {
        if bytes[index] == UInt8(ascii: "}") || bytes[index] == UInt8(ascii: "/") { next = index }
        stops[index] = next
    }
    return stops
}
