/// The findings of one run as they are shown: in the order of the documents, each once.
public struct Report: Sendable {
    /// First what has no place, then file by file in the order they were read.
    public let diagnostics: [Diagnostic]
    let files: SourceFiles

    public init(_ problems: Problems, in files: SourceFiles) {
        var seen = Set<Diagnostic>()
        let once = problems.diagnostics.filter { seen.insert($0).inserted }
        diagnostics = once.enumerated().sorted { Self.order($0) < Self.order($1) }.map(\.element)
        self.files = files
    }

    private static func order(_ item: (offset: Int, element: Diagnostic)) -> (Int, UInt32, Int) {
        guard let place = item.element.place else { return (-1, 0, item.offset) }
        return (Int(place.file), place.start, item.offset)
    }

    /// How many findings there are of which weight, such as `2 errors, 3 warnings (1 repaired, 2 degraded)`; empty if there are none.
    public var summary: String {
        func count(_ severity: Diagnostic.Severity) -> Int { diagnostics.count { $0.severity == severity } }
        func plural(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
        let kinds: [(Int, String)] = [
            (count(.repaired), "repaired"), (count(.leftOut), "left out"), (count(.degraded), "degraded"),
        ]
        let warnings = kinds.map(\.0).reduce(0, +)
        let details = kinds.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
        var parts: [String] = []
        if count(.error) > 0 { parts.append(plural(count(.error), "error")) }
        if warnings > 0 { parts.append("\(plural(warnings, "warning")) (\(details))") }
        if count(.remark) > 0 { parts.append(plural(count(.remark), "remark")) }
        return parts.joined(separator: ", ")
    }

    /// The findings with those beyond a number of one kind left out; the last one kept says how many followed.
    func folded(after most: Int) -> [(diagnostic: Diagnostic, more: Int)] {
        var total: [Fold: Int] = [:]
        for diagnostic in diagnostics { total[Fold(diagnostic), default: 0] += 1 }
        var shown: [Fold: Int] = [:]
        return diagnostics.compactMap { diagnostic in
            let fold = Fold(diagnostic)
            shown[fold, default: 0] += 1
            let (count, all) = (shown[fold] ?? 0, total[fold] ?? 0)
            // Leaving out a single one would save nothing.
            if count < most || all <= most + 1 { return (diagnostic, 0) }
            return count == most ? (diagnostic, all - most) : nil
        }
    }

    private struct Fold: Hashable {
        var severity: Diagnostic.Severity
        var kind: String

        init(_ diagnostic: Diagnostic) {
            severity = diagnostic.severity
            kind = diagnostic.kind
        }
    }
}

extension Diagnostic.Severity {
    /// The word that starts a message.
    var label: String {
        switch self {
        case .error: "error"
        case .repaired, .leftOut, .degraded: "warning"
        case .remark: "remark"
        }
    }
}
