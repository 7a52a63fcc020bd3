/// A Mustache template, taken apart at its tags.
///
/// A tag of a section, a partial or a comment that has its line to itself takes the line with it, as Mustache has it.
struct Template: Sendable {
    enum Part: Sendable {
        case text(String)
        /// `{{name}}`
        case slot(String)
        /// `{{.}}`
        case element
        /// `{{#name}}`
        case section(String, [Part])
        /// `{{^name}}`
        case inverted(String, [Part])
        /// `{{>name}}`, and what stands before it where it has its line to itself.
        case partial(String, indentation: String)
    }

    let parts: [Part]
    private let source: String

    /// - Parameter text: a template ``TemplateChecker`` has found nothing wrong with.
    init(_ text: String) {
        source = text
        var reader = Reader(text: Array(text.utf8))
        for tag in TemplateTag.tags(of: reader.text) { reader.add(tag) }
        reader.addText(until: reader.text.count)
        parts = reader.open[0].parts
    }

    /// The template with each of its lines indented, as that of a partial is whose tag is.
    func indented(by indentation: String) -> Template {
        let lines = source.split(separator: "\n", omittingEmptySubsequences: false)
        return Template(lines.map { $0.isEmpty ? "" : indentation + $0 }.joined(separator: "\n"))
    }

    private struct Reader {
        let text: [UInt8]
        /// The template, and the sections that are open.
        var open: [(tag: TemplateTag?, parts: [Part])] = [(nil, [])]
        private var position = 0

        init(text: [UInt8]) { self.text = text }

        mutating func add(_ tag: TemplateTag) {
            let line = tag.kind == .variable ? nil : lineOfItsOwn(tag.range)
            addText(until: line?.lowerBound ?? tag.range.lowerBound)
            position = line?.upperBound ?? tag.range.upperBound
            switch tag.kind {
            case .variable: add(tag.name == "." ? .element : .slot(tag.name))
            case .section: open.append((tag, []))
            case .end:
                guard let section = open.popLast(), let tag = section.tag else { return }
                let isInverted = tag.kind == .section(isInverted: true)
                add(isInverted ? .inverted(tag.name, section.parts) : .section(tag.name, section.parts))
            case .partial:
                let start = line?.lowerBound ?? tag.range.lowerBound
                let indentation = String(decoding: text[start..<tag.range.lowerBound], as: UTF8.self)
                add(.partial(tag.name, indentation: indentation))
            case .ignored, .unsupported, .malformed: break
            }
        }

        mutating func addText(until end: Int) {
            if position < end { add(.text(String(decoding: text[position..<end], as: UTF8.self))) }
        }

        private mutating func add(_ part: Part) { open[open.count - 1].parts.append(part) }

        /// The line of a tag with nothing else but blanks on it, its end included.
        private func lineOfItsOwn(_ tag: Range<Int>) -> Range<Int>? {
            func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
            let lineEnd = UInt8(ascii: "\n")
            let start = text[..<tag.lowerBound].lastIndex { !isBlank($0) }.map { $0 + 1 } ?? 0
            guard start == 0 || text[start - 1] == lineEnd else { return nil }
            var end = tag.upperBound
            while end < text.count, isBlank(text[end]) { end += 1 }
            if end + 1 < text.count, text[end] == UInt8(ascii: "\r") { end += 1 }
            guard end < text.count else { return start..<end }
            return text[end] == lineEnd ? start..<end + 1 : nil
        }
    }
}
