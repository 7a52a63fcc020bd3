import Diagnostics

/// Ends the reading of a document; the reason has been reported.
struct Halt: Error {}

/// The errors of one file.
struct Faults {
    let file: UInt32
    private let limit: Int
    private(set) var problems = Problems()

    init(file: UInt32, limit: Int) {
        self.file = file
        self.limit = limit
    }

    var isEmpty: Bool { problems.diagnostics.isEmpty }

    func place(_ bytes: Range<Int>) -> Place {
        Place(file: file, start: UInt32(bytes.lowerBound), end: UInt32(bytes.upperBound))
    }

    /// Reports an error, and gives up where there are too many.
    mutating func add(
        _ kind: String, _ message: String, at bytes: Range<Int>, notes: [Diagnostic.Note] = [], hint: String? = nil
    ) throws(Halt) {
        problems.add(Diagnostic(.error, kind, message, at: place(bytes), notes: notes, hint: hint))
        guard problems.diagnostics.count < limit else {
            problems.add(
                Diagnostic(
                    .error, "limit-errors", "reading stopped here: \(limit) errors were found", at: place(bytes)))
            throw Halt()
        }
    }

    /// Reports an error after which there is nothing to go on with.
    mutating func stop(
        _ kind: String, _ message: String, at bytes: Range<Int>, notes: [Diagnostic.Note] = [], hint: String? = nil
    ) -> Halt {
        problems.add(Diagnostic(.error, kind, message, at: place(bytes), notes: notes, hint: hint))
        return Halt()
    }
}
