import ClientModel

/// Doc comments out of a document's texts.
///
/// Every line of every text is prefixed on its own, whatever character the text breaks its lines with, and no block comment is ever used: so
/// nothing in a text can end the comment. Characters that hide are shown as `U+XXXX`, and words that steer other tools lose their
/// power.
enum DocComment {
    /// The lines of `texts`, as paragraphs with an empty line between them, each line a `///` comment. Empty texts are passed over.
    static func lines(_ paragraphs: [String]) -> Code {
        var comment = Code.Comment()
        for paragraph in paragraphs {
            let lines = PlainLines(HTMLText.markdown(paragraph))
            if lines.isEmpty { continue }
            if !comment.isEmpty { comment.add("".utf8) }
            lines.forEach { comment.add($0) }
        }
        return Code(comment)
    }

    /// What a declaration's documentation says: summary, description, facts and link.
    static func paragraphs(_ documentation: Documentation) -> [String] {
        var paragraphs: [String] = []
        let summary = documentation.summary.map(documentText) ?? ""
        let description = documentation.description.map(documentText) ?? ""
        if !summary.isEmpty, summary != description { paragraphs.append(summary) }
        if !description.isEmpty { paragraphs.append(description) }
        if !documentation.facts.isEmpty { paragraphs.append(documentation.facts.joined(separator: " ")) }
        if documentation.isDeprecated { paragraphs.append("Deprecated.") }
        if let link = documentation.externalDocumentation {
            paragraphs.append("\(link.description.map { trimmed($0) + ": " } ?? "See ")<\(link.url)>")
        }
        return paragraphs
    }

    /// One list item of a doc comment: the first line follows the dash, later ones are indented. `label` is this tool's own or an identifier.
    static func item(_ label: String, _ text: String) -> [String] {
        let lines = PlainLines("\(label): \(HTMLText.markdown(text))").strings
        return ["- \(lines.first ?? label)"] + lines.dropFirst().map { $0.isEmpty ? "" : "  \($0)" }
    }

    /// The text up to its first empty line; `nil` for one that begins with a block of code.
    static func firstParagraph(_ text: String) -> String? {
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
            .prefix { !$0.allSatisfy(\.isWhitespace) }
        return lines.isEmpty || lines.contains { $0.contains("```") } ? nil : lines.joined(separator: "\n")
    }

    /// `lines`, which this module laid out of plain lines, as they are.
    static func comment(_ lines: [String]) -> Code {
        var comment = Code.Comment()
        for line in lines { comment.add(line.utf8) }
        return Code(comment)
    }

    /// A text of the document, in which no code is a link: DocC takes code between two or more backticks for the name of a symbol.
    static func documentText(_ text: String) -> String { withoutSymbolLinks(trimmed(text)) }

    static func trimmed(_ text: String) -> String {
        var text = text
        let inner: String? = text.withUTF8 { bytes in
            let inner = Emission.trimmed(bytes)
            return inner.count == bytes.count ? nil : String(decoding: inner, as: UTF8.self)
        }
        return inner ?? text
    }
}
