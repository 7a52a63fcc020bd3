import Diagnostics
import Foundation
import TestSupport

/// The page of all kinds of messages, made from the enumeration's comments, the sources that report them and the recorded cases.
struct DiagnosticsPage {
    struct Section {
        var title: String
        var entries: [Entry]
    }

    struct Entry {
        /// As the enumeration declares it. For example: `duplicateKey`.
        var name: String
        var comment: String
        /// A message that the comment gives, where the code makes it of parts.
        var example: String?
        var kind: Diagnostic.Kind? { Diagnostic.Kind.allCases.first { "\($0)" == name } }
    }

    let sections: [Section]
    /// The messages of each kind, with a hole for what differs.
    private let messages: [String: [MessagePattern]]
    /// Messages that tests expect.
    private let recorded: [String]

    init() throws {
        func text(_ path: String) throws -> String {
            try String(contentsOf: Repository.root.appending(path: path), encoding: .utf8)
        }
        sections = Self.sections(try text("Sources/Diagnostics/Kind.swift"))
        let modules = ["YAML", "Overlays", "OpenAPI", "Lowering", "Generation", "clientsmith"]
        let sources = try modules.flatMap { RepositoryTests.swiftFiles("Sources/\($0)") }.map(text)
        var messages: [String: [MessagePattern]] = [:]
        for source in sources {
            for match in source.matches(of: /\.([a-z][A-Za-z]+)\)?,\s*(?:message: )?"/) {
                let pattern = MessagePattern(literal: source[match.range.upperBound...])
                messages[String(match.1), default: []].append(pattern)
            }
        }
        self.messages = messages
        let cases = RepositoryTests.textFiles(in: "Tests").filter { $0.contains("/Cases/") }
        // Some inputs are not UTF-8 on purpose.
        recorded = cases.compactMap { try? text($0) }.flatMap { Self.messages(in: $0) }
            .sorted { ($0.utf8.count, $0) < ($1.utf8.count, $1) }
    }

    private static func sections(_ source: String) -> [Section] {
        var sections: [Section] = []
        var comment: [Substring] = []
        for line in source.split(separator: "\n").map({ $0.drop { $0 == " " } }) {
            if line.hasPrefix("// MARK: ") {
                sections.append(Section(title: String(line.dropFirst("// MARK: ".count)), entries: []))
            } else if line.hasPrefix("/// ") {
                comment.append(line.dropFirst("/// ".count))
            } else {
                if line.hasPrefix("case "), !sections.isEmpty {
                    let name = line.dropFirst("case ".count).prefix { $0 != " " }
                    let example = comment.last.flatMap { $0.firstMatch(of: /^For example: `(.+)`\.$/) }
                    if example != nil { comment.removeLast() }
                    sections[sections.count - 1].entries.append(
                        Entry(
                            name: String(name), comment: comment.joined(separator: " "),
                            example: example.map { String($0.1) }))
                }
                comment = []
            }
        }
        return sections
    }

    /// What stands behind `error: `, `warning: ` or `[kind] ` in the lines of a case.
    private static func messages(in text: String) -> [String] {
        text.split(separator: "\n").compactMap { line in
            line.firstMatch(of: /(?:(?:error|warning|remark): |\[[a-z0-9-]+\] )(.+)$/).map { String($0.1) }
        }
    }

    /// A message of a kind: one that a test expects, or one with `…` for what differs.
    func example(_ entry: Entry) -> String? {
        if let example = entry.example { return example }
        let patterns = messages[entry.name] ?? []
        return recorded.first { message in patterns.contains { $0.matches(message) } } ?? patterns.first?.shown
    }

    var markdown: String {
        var lines = [
            "# Messages", "",
            "Every kind of message, as `--format json` and GitHub name it. Errors end a run with status 65 and nothing is",
            "written. Warnings mean that something was repaired, skipped or weakened; `--strict` turns them into errors.",
            "Remarks are shown with `--verbose`. Messages of `diff` are on the page about comparing versions.", "",
            "`make record` writes this page.",
        ]
        for section in sections {
            lines += [
                "", "## \(section.title)", "", "| kind | example | meaning, and what to do |", "| --- | --- | --- |",
            ]
            for entry in section.entries {
                let example = example(entry).map(Self.cell) ?? "–"
                lines.append("| `\(entry.kind?.rawValue ?? entry.name)` | \(example) | \(Self.cell(entry.comment)) |")
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func cell(_ text: String) -> String {
        text.replacing("|", with: "\\|").replacing("<", with: "\\<").replacing("*", with: "\\*")
    }
}

/// A string literal of Swift, with a hole for each interpolation.
struct MessagePattern {
    private var parts: [String] = [""]

    /// - Parameter literal: The source behind the opening quote.
    init(literal source: Substring) {
        var rest = source
        while let letter = rest.popFirst(), letter != "\"" {
            guard letter == "\\" else {
                parts[parts.count - 1].append(letter)
                continue
            }
            guard let escaped = rest.popFirst() else { return }
            if escaped == "(" {
                Self.skipInterpolation(&rest)
                parts.append("")
            } else {
                parts[parts.count - 1].append(escaped)
            }
        }
    }

    private static func skipInterpolation(_ rest: inout Substring) {
        var depth = 1
        while depth > 0, let letter = rest.popFirst() {
            if letter == "(" { depth += 1 }
            if letter == ")" { depth -= 1 }
        }
    }

    var shown: String { parts.joined(separator: "…") }

    /// Whether a message has the parts in their order. One without words of its own matches nothing.
    func matches(_ message: String) -> Bool {
        guard parts.contains(where: { $0.count > 5 }), let first = parts.first, let last = parts.last,
            message.hasPrefix(first), message.hasSuffix(last)
        else { return false }
        var rest = message[...]
        for part in parts where !part.isEmpty {
            guard let found = rest.firstRange(of: part) else { return false }
            rest = rest[found.upperBound...]
        }
        return true
    }
}
