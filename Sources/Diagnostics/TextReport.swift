extension Report {
    /// The findings for a person: each as `file:line:column: error: message`, the line with the place marked, then its notes in the same form, and a
    /// `hint:` line. Columns count characters. Every line ends with a line feed.
    ///
    /// - Parameters:
    ///   - colour: whether to use the colours of a terminal.
    ///   - folding: Which findings of one kind are only counted.
    public func text(colour: Bool = false, folding: Folding = .repeated) -> String {
        var writer = TextWriter(locator: Locator(files), colour: colour)
        for (diagnostic, more) in folded(folding) {
            writer.write(diagnostic)
            if more > 0 { writer.line("and \(more) more of this kind") }
        }
        return writer.text
    }
}

private struct TextWriter {
    var locator: Locator
    let colour: Bool
    var text = ""

    enum Style: String {
        case error = "1;31"
        case warning = "1;35"
        case remark = "1;36"
        case marks = "1;32"
        case bold = "1"
    }

    mutating func line(_ line: String) { text += line + "\n" }

    mutating func write(_ diagnostic: Diagnostic) {
        let style: Style =
            switch diagnostic.severity {
            case .error: .error
            case .repaired, .leftOut, .degraded: .warning
            case .remark: .remark
            }
        write(diagnostic.severity.label, style, diagnostic.message, at: diagnostic.place)
        for note in diagnostic.notes { write("note", .remark, note.message, at: note.place) }
        if let hint = diagnostic.hint { line(styled("hint:", .bold) + " " + escaped(hint)) }
    }

    private mutating func write(_ label: String, _ style: Style, _ message: String, at place: Place?) {
        var head = ""
        if let place, let name = locator.name(of: place),
            let location = locator.location(of: place.start, in: place.file, counting: .characters)
        {
            head = styled("\(escaped(name)):\(location.line):\(location.column):", .bold) + " "
        }
        line(head + styled(label + ":", style) + " " + escaped(message))
        if let place { writeExcerpt(place) }
    }

    private mutating func writeExcerpt(_ place: Place) {
        guard let range = locator.line(at: place.start, in: place.file), !range.isEmpty,
            let location = locator.location(of: place.start, in: place.file, counting: .characters)
        else { return }
        let excerpt = Excerpt(
            locator.bytes(of: place.file), line: range, place: Int(place.start)..<Int(max(place.start, place.end)))
        let number = String(location.line)
        line(" \(number) | \(excerpt.line)")
        line(" \(String(repeating: " ", count: number.count)) | \(styled(excerpt.marks, .marks))")
    }

    private func styled(_ text: String, _ style: Style) -> String {
        colour ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
    }
}
