import Diagnostics

/// What a conversion has found so far.
struct Findings {
    var problems = Problems()
    var hints = NameHints()

    mutating func report(
        _ severity: Diagnostic.Severity, _ kind: Diagnostic.Kind, _ message: String, at place: Place,
        notes: [Diagnostic.Note] = [], hint: String? = nil
    ) {
        problems.add(Diagnostic(severity, kind, message, at: place, notes: notes, hint: hint))
    }
}

/// Hints with the nearest of some names.
///
/// Comparing names is slow, so a document with thousands of faults gets hints for the first ones only.
struct NameHints {
    private var keywordHints: [String: String?] = [:]
    private var remainingComparisons: Int

    init(comparisons: Int = 50_000) { remainingComparisons = comparisons }

    mutating func hint(for name: String, among names: some Collection<String>) -> String? {
        guard remainingComparisons >= names.count else { return nil }
        remainingComparisons -= names.count
        return nearest(to: name, among: names).map { "did you mean \(code($0))?" }
    }

    /// The same for a keyword of a schema; documents repeat theirs.
    mutating func hint(forKeyword name: String) -> String? {
        if let known = keywordHints[name] { return known }
        let hint = hint(for: name, among: SchemaKey.table.names)
        keywordHints[name] = .some(hint)
        return hint
    }
}
