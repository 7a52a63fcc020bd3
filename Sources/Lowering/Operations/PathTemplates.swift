public import ClientModel

extension PathTemplate {
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

    var parameterNames: [String] {
        parts.compactMap { if case .parameter(let name) = $0 { name } else { nil } }
    }

    /// What an operation without an id is called after. For example: `GET /pets/{id}/photos` is `get pets by id photos`.
    func phrase(_ method: String) -> String {
        var words = [method.lowercased()]
        for part in parts {
            switch part {
            case .text(let text): words.append(text)
            case .parameter(let name): words.append("by " + name)
            }
        }
        if let fragment { words.append(fragment) }
        return words.joined(separator: " ")
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
