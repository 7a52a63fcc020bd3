extension Report {
    /// The findings for a program: one JSON object a line, none left out.
    ///
    /// `severity` is `error`, `warning` or `remark`, and `finding` what is behind it: `error`, `repaired`, `leftOut`, `degraded` or
    /// `remark`. Lines and columns count from 1 and columns count UTF-16 code units; the end is behind the last one.
    public func json() -> String {
        var locator = Locator(files)
        return diagnostics.map { diagnostic in
            var fields = [
                ("severity", jsonString(diagnostic.severity.label)),
                ("finding", jsonString(diagnostic.severity.rawValue)),
                ("kind", jsonString(diagnostic.kind)),
                ("message", jsonString(diagnostic.message)),
            ]
            fields += Self.fields(of: diagnostic.place, &locator)
            if !diagnostic.notes.isEmpty {
                let notes = diagnostic.notes.map { note in
                    jsonObject([("message", jsonString(note.message))] + Self.fields(of: note.place, &locator))
                }
                fields.append(("notes", "[\(notes.joined(separator: ","))]"))
            }
            if let hint = diagnostic.hint { fields.append(("hint", jsonString(hint))) }
            return jsonObject(fields) + "\n"
        }.joined()
    }

    private static func fields(of place: Place?, _ locator: inout Locator) -> [(String, String)] {
        guard let place, let name = locator.name(of: place),
            let start = locator.location(of: place.start, in: place.file, counting: .utf16),
            let end = locator.location(of: max(place.start, place.end), in: place.file, counting: .utf16)
        else { return [] }
        return [
            ("file", jsonString(name)), ("line", String(start.line)), ("column", String(start.column)),
            ("endLine", String(end.line)), ("endColumn", String(end.column)),
        ]
    }

    /// The findings as commands of GitHub Actions, one a line, which show them beside the lines of a pull request. Columns count
    /// UTF-16 code units.
    ///
    /// - Parameter folding: Which findings of one kind are only counted.
    public func github(folding: Folding = .repeated) -> String {
        var locator = Locator(files)
        return folded(folding).map { diagnostic, more in
            let command = diagnostic.severity == .remark ? "notice" : diagnostic.severity.label
            var properties: [(String, String)] = []
            if let place = diagnostic.place, let name = locator.name(of: place),
                let start = locator.location(of: place.start, in: place.file, counting: .utf16),
                let end = locator.location(of: max(place.start, place.end), in: place.file, counting: .utf16)
            {
                properties = [("file", name), ("line", String(start.line)), ("col", String(start.column))]
                if end.line == start.line { properties.append(("endColumn", String(end.column))) }
            }
            properties.append(("title", diagnostic.kind))
            var lines = [diagnostic.message]
            for note in diagnostic.notes {
                lines.append("note: \(note.message)" + Self.position(of: note.place, &locator))
            }
            if let hint = diagnostic.hint { lines.append("hint: \(hint)") }
            if more > 0 { lines.append("and \(more) more of this kind") }
            let list = properties.map { "\($0)=\(githubProperty($1))" }.joined(separator: ",")
            return "::\(command) \(list)::\(lines.map(githubText).joined(separator: "%0A"))\n"
        }.joined()
    }

    private static func position(of place: Place?, _ locator: inout Locator) -> String {
        guard let place, let name = locator.name(of: place),
            let start = locator.location(of: place.start, in: place.file, counting: .utf16)
        else { return "" }
        return " (\(name):\(start.line):\(start.column))"
    }
}

private func githubText(_ text: String) -> String {
    escaped(text).replacing("%", with: "%25")
}

private func githubProperty(_ text: String) -> String {
    githubText(text).replacing(":", with: "%3A").replacing(",", with: "%2C")
}

private func jsonObject(_ fields: [(String, String)]) -> String {
    "{" + fields.map { "\"\($0)\":\($1)" }.joined(separator: ",") + "}"
}

/// JSON text of a string in which everything is escaped that may not be printed.
private func jsonString(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
        switch scalar {
        // `##[` anywhere in a line starts a command of GitHub's runner.
        case "[" where result.hasSuffix("##"): result += "\\u005b"
        case "\"": result += "\\\""
        case "\\": result += "\\\\"
        case "\n": result += "\\n"
        case "\r": result += "\\r"
        case "\t": result += "\\t"
        default:
            if escape(scalar) == nil {
                result.unicodeScalars.append(scalar)
            } else {
                for unit in UTF16.encode(scalar).map(Array.init) ?? [] { result += "\\u" + hexadecimal(unit) }
            }
        }
    }
    return result + "\""
}

private func hexadecimal(_ unit: UInt16) -> String {
    let digits = String(unit, radix: 16)
    return String(repeating: "0", count: 4 - digits.count) + digits
}
