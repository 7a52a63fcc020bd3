import ClientModel

/// Doc comments out of a document's texts.
///
/// Every line of every text is prefixed on its own, whatever character the text breaks its lines with, and no block comment is ever used: so
/// nothing in a text can end the comment. Characters that hide are shown as `U+XXXX`, and words that steer other tools lose their
/// power.
enum DocComment {
    /// The lines of `texts`, as paragraphs with an empty line between them, each line a `///` comment. Empty texts are passed over.
    static func lines(_ paragraphs: [String]) -> Code {
        let blocks = paragraphs.map { plainLines($0) }.filter { !$0.isEmpty }
        return Code(encoded: blocks.map { $0.map(commented).joined(separator: "\n") }.joined(separator: "\n///\n"))
    }

    /// What a declaration's documentation says: summary, description, facts and link.
    static func paragraphs(_ documentation: Documentation) -> [String] {
        var paragraphs: [String] = []
        let summary = documentation.summary.map(trimmed) ?? ""
        let description = documentation.description.map(trimmed) ?? ""
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
        let lines = plainLines("\(label): \(text)")
        return ["- \(lines.first ?? label)"] + lines.dropFirst().map { $0.isEmpty ? "" : "  \($0)" }
    }

    /// `lines`, which this module laid out of plain lines, as they are.
    static func comment(_ lines: [String]) -> Code {
        Code(encoded: lines.map(commented).joined(separator: "\n"))
    }

    /// The text's lines without trailing space, hidden characters shown, long paragraphs folded; no empty line at either end.
    static func plainLines(_ text: String) -> [String] {
        var isFenced = false
        var lines: [String] = []
        for line in trimmed(text).unicodeScalars.split(omittingEmptySubsequences: false, whereSeparator: isLineBreak) {
            let safe = disarmed(line)
            if safe.hasPrefix("```") { isFenced.toggle() }
            lines += isFenced || safe.utf8.count <= width ? [safe] : folded(safe)
        }
        return lines == [""] ? [] : lines
    }

    private static let width = 100

    private static func commented(_ line: String) -> String { line.isEmpty ? "///" : "/// \(line)" }

    private static func isLineBreak(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x0A, 0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029: true
        default: false
        }
    }

    /// Shows hidden characters, and separates words other tools act on from their colon.
    private static func disarmed(_ line: Substring.UnicodeScalarView) -> String {
        var result = ""
        for scalar in line {
            if scalar == "\t" {
                result += "    "
            } else if isHidden(scalar) {
                result += "U+" + String(scalar.value, radix: 16, uppercase: true)
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        while result.last == " " { result.removeLast() }
        guard result.contains(where: { $0 == ":" || $0 == "-" || $0 == "{" }) else { return result }
        for word in steeringWords where result.contains(word) {
            result = result.replacing(word, with: word.dropLast() + " " + word.suffix(1))
        }
        return result
    }

    /// Beginnings of directives of linters, formatters, generators and DocC.
    private static let steeringWords = [
        "swiftlint:", "swift-format-ignore", "swiftformat:", "sourcery:", "sourcekit:", "@Metadata {", "@Comment {",
        "@DeprecationSummary {",
    ]

    /// Breaks a long line of prose at spaces. Tables, headings and quoted code keep their lines.
    private static func folded(_ line: String) -> [String] {
        if line.hasPrefix("|") || line.hasPrefix("#") || line.hasPrefix("    ") { return [line] }
        let indentation = String(line.prefix { $0 == " " })
        var lines: [String] = []
        var current = indentation
        for word in line.split(separator: " ") {
            if current != indentation, current.utf8.count + word.utf8.count + 1 > width, !startsBlock(word) {
                lines.append(current)
                current = indentation
            }
            current += current == indentation ? String(word) : " " + word
        }
        return lines + (current == indentation ? [] : [current])
    }

    /// Whether a line that began with the word would be read as a list, a quotation, a heading or a rule.
    private static func startsBlock(_ word: Substring) -> Bool {
        guard let first = word.first else { return false }
        if "-+*>#=|`~".contains(first) { return true }
        return first.isNumber && (word.hasSuffix(".") || word.hasSuffix(")"))
    }

    static func trimmed(_ text: String) -> String {
        let isSpace: (Unicode.Scalar) -> Bool = { $0.properties.isWhitespace }
        let scalars = text.unicodeScalars
        guard let first = scalars.firstIndex(where: { !isSpace($0) }),
            let last = scalars.lastIndex(where: { !isSpace($0) })
        else { return "" }
        return String(scalars[first...last])
    }
}
