/// One tag of a Mustache template and the line it stands on.
struct TemplateTag: Equatable {
    enum Kind: Equatable {
        case variable
        case section(isInverted: Bool)
        case end
        case partial
        case ignored
        case unsupported(String)
    }

    var kind: Kind
    var name: String
    /// 1-based.
    var line: Int

    /// The tags of a template, in order. Text that only looks like a tag, with no end, is left to Mustache to refuse.
    static func tags(of text: String) -> [TemplateTag] {
        var tags: [TemplateTag] = []
        var line = 1
        var rest = text[...]
        while let start = rest.firstRange(of: "{{") {
            line += rest[..<start.lowerBound].utf8.count { $0 == UInt8(ascii: "\n") }
            rest = rest[start.upperBound...]
            let isTriple = rest.first == "{"
            guard let end = rest.firstRange(of: isTriple ? "}}}" : "}}") else { break }
            let content = rest[..<end.lowerBound]
            tags.append(tag(content, line: line))
            line += content.utf8.count { $0 == UInt8(ascii: "\n") }
            rest = rest[end.upperBound...]
        }
        return tags
    }

    private static func tag(_ content: Substring, line: Int) -> TemplateTag {
        let kind: Kind =
            switch content.first {
            case "#": .section(isInverted: false)
            case "^": .section(isInverted: true)
            case "/": .end
            case ">": .partial
            case "!", "%": .ignored
            case "=": .unsupported("changing the delimiters")
            case "<", "$": .unsupported("template inheritance")
            default: content.contains("(") ? .unsupported("a transform") : .variable
            }
        let symbols: Set<Character> = ["#", "^", "/", ">", "!", "%", "=", "<", "$", "{", "&"]
        let name = content.drop { symbols.contains($0) || $0 == " " }
        return TemplateTag(kind: kind, name: name.split(separator: " ").first.map(String.init) ?? "", line: line)
    }
}
