/// One tag of a Mustache template and where it stands.
struct TemplateTag: Equatable {
    enum Kind: Equatable {
        case variable
        case section(isInverted: Bool)
        case end
        case partial
        case ignored
        case unsupported(String)
        /// What is wrong with its spelling.
        case malformed(String)
    }

    var kind: Kind
    var name: String
    /// 1-based.
    var line: Int
    /// In bytes, the braces included.
    var range: Range<Int>

    /// The tags of a template, in order. After a tag that has no end there are none.
    static func tags(of text: [UInt8]) -> [TemplateTag] {
        var tags: [TemplateTag] = []
        var line = 1
        var index = 0
        while index + 1 < text.count {
            guard text[index] == open, text[index + 1] == open else {
                if text[index] == lineEnd { line += 1 }
                index += 1
                continue
            }
            let isTriple = index + 2 < text.count && text[index + 2] == open
            let start = index + 2
            guard let end = end(in: text, from: start, braces: isTriple ? 3 : 2) else {
                tags.append(
                    TemplateTag(
                        kind: .malformed("the tag is not closed"), name: "", line: line, range: index..<text.count))
                break
            }
            tags.append(tag(text[start..<end], line: line, range: index..<end + (isTriple ? 3 : 2)))
            line += text[start..<end].count { $0 == lineEnd }
            index = end + (isTriple ? 3 : 2)
        }
        return tags
    }

    private static let open = UInt8(ascii: "{")
    private static let lineEnd = UInt8(ascii: "\n")

    /// Where the braces that end a tag begin.
    private static func end(in text: [UInt8], from start: Int, braces: Int) -> Int? {
        var run = 0
        for index in start..<text.count {
            run = text[index] == UInt8(ascii: "}") ? run + 1 : 0
            if run == braces { return index - braces + 1 }
        }
        return nil
    }

    private static func tag(_ content: ArraySlice<UInt8>, line: Int, range: Range<Int>) -> TemplateTag {
        var kind: Kind
        var name = content.dropFirst()
        switch content.first.map(UnicodeScalar.init) {
        case "#": kind = .section(isInverted: false)
        case "^": kind = .section(isInverted: true)
        case "/": kind = .end
        case ">": kind = .partial
        case "!", "%": kind = .ignored
        case "=": kind = .unsupported("changing the delimiters")
        case "<", "$": kind = .unsupported("template inheritance")
        case "{", "&": kind = .variable
        default:
            kind = .variable
            name = content
        }
        let words = name.split { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
        let text = words.first.map { String(decoding: $0, as: UTF8.self) } ?? ""
        switch kind {
        case .ignored, .unsupported: break
        default:
            if text.utf8.contains(UInt8(ascii: "(")) {
                kind = .unsupported("a transform")
            } else if words.count != 1 || !text.utf8.allSatisfy(isPartOfName) {
                kind = .malformed("'\(String(decoding: content, as: UTF8.self))' is not a valid name")
            }
        }
        return TemplateTag(kind: kind, name: text, line: line, range: range)
    }

    private static func isPartOfName(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"),
            UInt8(ascii: "/"):
            true
        default: false
        }
    }
}
