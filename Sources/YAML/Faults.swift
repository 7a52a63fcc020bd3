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
        _ kind: Diagnostic.Kind, _ message: String, at bytes: Range<Int>, notes: [Diagnostic.Note] = [],
        hint: String? = nil
    ) throws(Halt) {
        problems.add(Diagnostic(.error, kind, message, at: place(bytes), notes: notes, hint: hint))
        guard problems.diagnostics.count < limit else {
            problems.add(
                Diagnostic(
                    .error, .limitErrors, "reading stopped here: \(limit) errors were found", at: place(bytes)))
            throw Halt()
        }
    }

    /// Reports an error after which there is nothing to go on with.
    mutating func stop(
        _ kind: Diagnostic.Kind, _ message: String, at bytes: Range<Int>, notes: [Diagnostic.Note] = [],
        hint: String? = nil
    ) -> Halt {
        problems.add(Diagnostic(.error, kind, message, at: place(bytes), notes: notes, hint: hint))
        return Halt()
    }
}

extension Faults {
    /// Reports a character that may not stand where it does.
    mutating func add(_ special: Screening.Special) throws(Halt) {
        let code = hexadecimal(special.scalar)
        let isLineBreak = [0x85, 0x2028, 0x2029].contains(special.scalar.value)
        try add(
            isLineBreak ? .hiddenLineBreak : .controlCharacter,
            isLineBreak
                ? "U+\(code) is a line break that most editors do not show as one"
                : "the control character U+\(code) is not allowed here",
            at: special.bytes, hint: "remove it, or write it as \"\\u\(code)\" in double quotes")
    }

    mutating func add(
        repeatedKey key: String, in collection: String, at place: Place, first: Place
    ) throws(Halt) {
        try add(
            .duplicateKey, "the key \(quote(key)) appears twice in this \(collection)",
            at: Int(place.start)..<Int(place.end),
            notes: [Diagnostic.Note("the first is here", at: first)])
    }
}

/// The code point in at least four hexadecimal digits.
func hexadecimal(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
}
