/// The findings of one run as they are shown: in the order of the documents, each once.
public struct Report: Sendable {
    /// First what has no place, then file by file in the order they were read.
    public let diagnostics: [Diagnostic]
    let files: SourceFiles

    /// Sorts the findings for readers. Locations must point into the files.
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
        let kinds: [(Int, String)] = [
            (count(.repaired), "repaired"), (count(.leftOut), "skipped"), (count(.degraded), "degraded"),
        ]
        let warnings = kinds.map(\.0).reduce(0, +)
        let details = kinds.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
        var parts: [String] = []
        if count(.error) > 0 { parts.append(counted(count(.error), "error")) }
        if warnings > 0 { parts.append("\(counted(warnings, "warning")) (\(details))") }
        if count(.remark) > 0 { parts.append(counted(count(.remark), "remark")) }
        return parts.joined(separator: ", ")
    }

    /// Which findings of one kind are shown, so that one fault of a document does not hide the others.
    public enum Folding: Sendable {
        /// Ten errors of a kind, and one of each kind of warning or remark; the rest is counted.
        case repeated
        /// All of them.
        case none

        fileprivate func most(_ severity: Diagnostic.Severity) -> Int {
            switch self {
            case .none: .max - 1
            case .repeated: severity == .error ? 10 : 1
            }
        }
    }

    /// The findings without those that are folded; the last one kept says how many followed.
    func folded(_ folding: Folding) -> [(diagnostic: Diagnostic, more: Int)] {
        var total: [Fold: Int] = [:]
        for diagnostic in diagnostics { total[Fold(diagnostic), default: 0] += 1 }
        var shown: [Fold: Int] = [:]
        return diagnostics.compactMap { diagnostic in
            let fold = Fold(diagnostic)
            shown[fold, default: 0] += 1
            let (count, all) = (shown[fold] ?? 0, total[fold] ?? 0)
            let most = folding.most(diagnostic.severity)
            if count < most || all <= most { return (diagnostic, 0) }
            return count == most ? (diagnostic, all - most) : nil
        }
    }

    /// What findings have in common that are folded. One kind of warning may have several messages: those that differ in what they
    /// quote alone are the same.
    private struct Fold: Hashable {
        var severity: Diagnostic.Severity
        var kind: String
        var message = ""

        init(_ diagnostic: Diagnostic) {
            severity = diagnostic.severity
            kind = diagnostic.kind
            if severity != .error { message = Self.pattern(diagnostic.message) }
        }

        /// A message without what is in quotes, and without numbers.
        private static func pattern(_ message: String) -> String {
            var pattern = ""
            var quote: Character?
            for character in message {
                if let open = quote {
                    if character == open { quote = nil }
                } else if ["'", "`", "\""].contains(character) {
                    quote = character
                } else if !character.isNumber {
                    pattern.append(character)
                }
            }
            return pattern
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
