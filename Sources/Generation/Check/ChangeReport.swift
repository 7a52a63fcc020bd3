public import Changes
public import Diagnostics

/// The changes of one client, ready to be shown.
public struct ChangeReport: Sendable {
    /// The client's module.
    public var module: String
    /// Those nobody has accepted, the worst first.
    public var changes: [Change]
    /// Those a reviewer has accepted, each with the reason given.
    public var accepted: [(change: Change, reason: String)]

    /// The changes must be sorted, the most severe first.
    public init(module: String, changes: [Change], accepted: [(change: Change, reason: String)] = []) {
        self.module = module
        self.changes = changes
        self.accepted = accepted
    }

    /// What the version of the package has to be raised by; to accept a change does not make it smaller.
    public var step: SemanticVersion.Step { SemanticVersion.Step(changes + accepted.map(\.change)) }

    /// Whether a change nobody has accepted is as bad as `verdict` or worse.
    public func has(_ verdict: Change.Verdict) -> Bool { changes.contains { $0.verdict <= verdict } }

    /// For example: `2 break the wire, 1 breaks Swift callers, 4 are safe`.
    public var counts: String {
        func count(_ verdict: Change.Verdict) -> Int { changes.count { $0.verdict == verdict } }
        let parts: [(Int, String, String)] = [
            (count(.wire), "breaks the wire", "break the wire"),
            (count(.swift), "breaks Swift callers", "break Swift callers"), (count(.safe), "is safe", "are safe"),
            (accepted.count, "is accepted", "are accepted"),
        ]
        let told = parts.filter { $0.0 > 0 }.map { "\($0.0) \($0.0 == 1 ? $0.1 : $0.2)" }
        return told.isEmpty ? "no changes" : told.joined(separator: ", ")
    }
}

/// The reports of one run as texts.
public struct ChangeReports: Sendable {
    /// One for each client, in the order of the configuration.
    public var reports: [ChangeReport]
    private let files: SourceFiles
    /// The version the package has now.
    private let current: SemanticVersion?

    /// The files must contain every location of the changes; `current` is the version of the package before them.
    public init(_ reports: [ChangeReport], in files: SourceFiles, current: SemanticVersion? = nil) {
        self.reports = reports
        self.files = files
        self.current = current
    }

    /// The largest step that a client demands.
    public var step: SemanticVersion.Step {
        let steps = reports.map(\.step)
        return [.major, .minor, .patch].first { steps.contains($0) } ?? .none
    }

    /// For example: `major (1.4.2 → 2.0.0)`.
    public var advice: String {
        step.rawValue + (current.map { " (\($0) → \($0.next(step)))" } ?? "")
    }

    // MARK: Text

    /// Text for a terminal, one section for each client.
    public func text() -> String {
        var locator = Locator(files)
        var lines: [String] = []
        for report in reports {
            for verdict in Change.Verdict.allCases {
                let changes = report.changes.filter { $0.verdict == verdict }
                if changes.isEmpty { continue }
                lines.append("\(report.module): \(verdict.words)")
                for change in changes { lines += change.lines(&locator, reason: nil) }
            }
            if !report.accepted.isEmpty { lines.append("\(report.module): accepted") }
            for (change, reason) in report.accepted { lines += change.lines(&locator, reason: reason) }
            lines.append("\(report.module): \(report.counts)")
        }
        lines.append("suggested version: \(advice)")
        return lines.map(escaped).joined(separator: "\n") + "\n"
    }

    // MARK: Markdown

    /// For the text of a pull request.
    public func markdown() -> String {
        var locator = Locator(files)
        var lines: [String] = []
        for report in reports {
            lines += [
                "## \(report.module)", "", report.counts.prefix(1).uppercased() + report.counts.dropFirst() + ".", "",
            ]
            for verdict in Change.Verdict.allCases {
                let changes = report.changes.filter { $0.verdict == verdict }
                let texts = changes.map { $0.item(&locator, reason: nil) }
                lines += Self.section(verdict.words, texts, isFolded: verdict == .safe)
            }
            let texts = report.accepted.map { $0.change.item(&locator, reason: $0.reason) }
            lines += Self.section("accepted", texts, isFolded: true)
        }
        lines.append("Suggested version: **\(advice)**")
        return lines.map(escaped).joined(separator: "\n") + "\n"
    }

    private static func section(_ title: String, _ items: [String], isFolded: Bool) -> [String] {
        if items.isEmpty { return [] }
        let title = title.prefix(1).uppercased() + title.dropFirst()
        guard isFolded else { return ["### \(title)", ""] + items + [""] }
        return ["<details><summary>\(title): \(items.count)</summary>", ""] + items + ["", "</details>", ""]
    }

    // MARK: JSON

    /// A JSON object for programs, ending with a line break.
    public func json() -> String {
        var locator = Locator(files)
        let modules = reports.map { report -> JSONValue in
            let changes = report.changes.map { $0.json(&locator, reason: nil) }
            let accepted = report.accepted.map { $0.change.json(&locator, reason: $0.reason) }
            return .object([
                ("module", .text(report.module)), ("step", .text(report.step.rawValue)),
                ("changes", .list(changes + accepted)),
            ])
        }
        let next: String? = current.map { $0.next(step).description }
        return JSONValue.object([
            ("step", .text(step.rawValue)), ("version", .optional(next)), ("modules", .list(modules)),
        ]).document
    }

    /// As commands of GitHub Actions: what breaks the wire is an error, what breaks callers a warning, the rest a notice.
    public func github() -> String { Report(problems, in: files).github() }

    private var problems: Problems {
        var problems = Problems()
        for report in reports {
            for change in report.changes {
                problems.add(
                    Diagnostic(
                        change.verdict.severity, change: change.kind, "\(report.module): \(change.message)",
                        at: change.new?.place ?? change.old?.place))
            }
        }
        return problems
    }
}

extension Change.Verdict {
    /// For example: `breaks the wire`.
    public var words: String {
        switch self {
        case .wire: "breaks the wire"
        case .swift: "breaks Swift callers"
        case .safe: "safe"
        }
    }

    fileprivate var severity: Diagnostic.Severity {
        switch self {
        case .wire: .error
        case .swift: .degraded
        case .safe: .remark
        }
    }
}

extension Change {
    /// The message, and under it the two places and what it is accepted by.
    fileprivate func lines(_ locator: inout Locator, reason: String?) -> [String] {
        var lines = ["  \(message)"]
        if let reason { lines.append("      because: \(reason)") }
        if let text = old?.text(&locator) { lines.append("      old: \(text)") }
        if let text = new?.text(&locator) { lines.append("      new: \(text)") }
        return verdict == .safe ? lines : lines + ["      id:  \(id)"]
    }

    fileprivate func item(_ locator: inout Locator, reason: String?) -> String {
        let places = [old, new].map { $0?.text(&locator) }
        let told: String =
            switch (places[0], places[1]) {
            case (let old?, let new?): " (\(code(old)) → \(code(new)))"
            case (let place?, nil), (nil, let place?): " (\(code(place)))"
            case (nil, nil): ""
            }
        return "- \(message)\(told)" + (reason.map { ", accepted because " + code($0) } ?? "")
    }

    private func code(_ text: String) -> String { "`\(text.replacing("`", with: "'"))`" }

    fileprivate func json(_ locator: inout Locator, reason: String?) -> JSONValue {
        .object([
            ("verdict", .text(verdict.rawValue)), ("kind", .text(kind)), ("subject", .text(subject)),
            ("message", .text(message)), ("old", old?.json(&locator)), ("new", new?.json(&locator)),
            ("accepted", .optional(reason)),
        ])
    }
}

extension Change.Spot {
    /// `file:line:column`, or the pointer where nothing more is known.
    fileprivate func text(_ locator: inout Locator) -> String? {
        guard let place, let name = locator.name(of: place),
            let location = locator.location(of: place.start, in: place.file, counting: .characters)
        else { return pointer.isEmpty ? nil : pointer }
        return "\(name):\(location.line):\(location.column)"
    }

    fileprivate func json(_ locator: inout Locator) -> JSONValue {
        let location = place.flatMap { locator.location(of: $0.start, in: $0.file, counting: .utf16) }
        return .object([
            ("pointer", pointer.isEmpty ? nil : .text(pointer)),
            ("file", place.flatMap { locator.name(of: $0) }.map { .text($0) }),
            ("line", location.map { .number($0.line) }), ("column", location.map { .number($0.column) }),
        ])
    }
}
