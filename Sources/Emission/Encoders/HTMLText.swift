/// Descriptions that are written in HTML, as the Markdown that comments and pages can show.
///
/// Descriptions are CommonMark (OpenAPI 3.1.1, 3.5), which may contain HTML; Quick Help and DocC leave it out. Tags that this type knows become
/// Markdown, others stay as they are: `<id>` is a placeholder more often than an element. Links that are relative to a page nobody has lose their
/// destination. Quoted code stays as it is.
struct HTMLText {
    private let input: [UInt8]
    private var index = 0
    private var writer: MarkdownWriter

    /// The text itself if it has neither tags nor links nor references to characters.
    static func markdown(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 == lessThan || $0 == ampersand || $0 == bracket }) else { return text }
        var converter = HTMLText(text)
        return converter.convert()
    }

    private init(_ text: String) {
        input = Array(text.utf8)
        let start = input.first { !isSpace($0) }
        let tag = HTMLTag(input, at: input.firstIndex { !isSpace($0) } ?? 0)
        writer = MarkdownWriter(collapses: start == lessThan && tag?.isBlock == true)
    }

    private mutating func convert() -> String {
        while index < input.count {
            switch input[index] {
            case lessThan: convertTag()
            case ampersand: convertReference()
            case UInt8(ascii: "`") where !writer.isCode: copyCode()
            case bracket: convertLinkEnd()
            default:
                writer.write(input[index])
                index += 1
            }
        }
        return writer.finish()
    }

    private mutating func convertTag() {
        if input[index...].starts(with: "<!--".utf8), let end = firstIndex(of: "-->", from: index + 4) {
            index = end + 3
        } else if let tag = HTMLTag(input, at: index), writer.handle(tag) {
            index = tag.end
        } else {
            writer.write(lessThan)
            index += 1
        }
    }

    private mutating func convertReference() {
        guard let reference = CharacterReference(input, at: index), writer.isCode || reference.isReadable else {
            writer.write(ampersand)
            index += 1
            return
        }
        for byte in reference.text.utf8 { writer.write(byte) }
        index = reference.end
    }

    /// Copies a code span or the fence of a code block, with what is in it.
    private mutating func copyCode() {
        let start = index
        while index < input.count, input[index] == UInt8(ascii: "`") { index += 1 }
        let fence = String(decoding: input[start..<index], as: UTF8.self)
        let end = firstIndex(of: fence, from: index).map { $0 + fence.utf8.count } ?? index
        writer.copy(input[start..<end])
        index = end
    }

    /// Drops the destination of a link that leads nowhere: `[guide](/docs/a)` is `guide`.
    private mutating func convertLinkEnd() {
        let start = index + 2
        if !writer.isCode, start < input.count, input[index + 1] == UInt8(ascii: "("),
            let end = input[start...].firstIndex(of: UInt8(ascii: ")")),
            !isAbsolute(input[start..<end]), writer.dropLinkStart()
        {
            index = end + 1
        } else {
            writer.write(bracket)
            index += 1
        }
    }

    private func firstIndex(of text: String, from start: Int) -> Int? {
        guard start <= input.count else { return nil }
        return input[start...].firstRange(of: text.utf8)?.lowerBound
    }
}

/// Whether a destination names the place of a page on its own. Schemes that run something are left to what makes links safe.
func isAbsolute(_ destination: some Collection<UInt8>) -> Bool {
    let text = destination.drop { isSpace($0) || $0 == lessThan }
    guard let colon = text.firstIndex(of: UInt8(ascii: ":")) else { return false }
    return !text[..<colon].isEmpty
        && text[..<colon].allSatisfy { (0x61...0x7A).contains($0 | 0x20) || "+-.0123456789".utf8.contains($0) }
}

func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

private let lessThan = UInt8(ascii: "<")
private let ampersand = UInt8(ascii: "&")
private let bracket = UInt8(ascii: "]")
