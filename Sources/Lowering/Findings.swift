import Diagnostics

/// What was found while lowering, each finding once: a schema may be looked at for several declarations.
struct Findings {
    private(set) var problems = Problems()
    private var reported: Set<Diagnostic> = []

    mutating func report(_ diagnostic: Diagnostic) {
        if reported.insert(diagnostic).inserted { problems.add(diagnostic) }
    }
}
