/// A half-open range of UTF-8 bytes in one source file.
///
/// For example: bytes 120..<128 of `specs/togai.yaml`. Sixteen bytes at most and free of references, because every
/// node of a document carries one. Line and column are worked out by a ``Locator`` only when a message is shown.
public struct Place: Hashable, Sendable {
    /// The index of the file in the run's ``SourceFiles``.
    public var file: UInt32
    /// The offset of the first byte.
    public var start: UInt32
    /// The offset behind the last byte. Equal to ``start`` for a point between two bytes.
    public var end: UInt32

    /// The offsets must be in the file; `start` is at most `end`.
    public init(file: UInt32, start: UInt32, end: UInt32) {
        self.file = file
        self.start = start
        self.end = end
    }
}

/// A document, configuration or template as it was read: the name shown in messages, and its bytes as UTF-8.
public struct SourceFile: Sendable {
    /// The path as the user gave it, or `<stdin>`.
    public var name: String
    /// UTF-8. Offsets of locations count these bytes.
    public var bytes: [UInt8]

    /// Other encodings than UTF-8 must be converted before.
    public init(name: String, bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
    }
}

/// Every file one run has read. A ``Place`` points into it.
public struct SourceFiles: Sendable {
    /// In the order in which they were added, which is the order of their indices.
    public private(set) var files: [SourceFile] = []

    /// No files. The first that is added has the index 0.
    public init() {}

    /// Adds a file and returns the index its places carry.
    public mutating func add(_ file: SourceFile) -> UInt32 {
        files.append(file)
        return UInt32(files.count - 1)
    }
}

/// One message about the input, with its place.
public struct Diagnostic: Hashable, Sendable {
    /// What the finding means for the output.
    public enum Severity: String, Hashable, Sendable {
        /// The document is refused and nothing is written.
        case error
        /// Spelled wrongly with one clear meaning, which was taken.
        case repaired
        /// The smallest thing holding a construct that cannot be expressed was left out.
        case leftOut
        /// Kept, but weaker than the document says.
        case degraded
        /// Worth knowing; nothing is lost. Never an error under `--strict`.
        case remark
    }

    /// A second place that explains the first, such as the earlier of two equal keys.
    public struct Note: Hashable, Sendable {
        /// A sentence without a full stop. For example: `the first one is here`.
        public var message: String
        /// The location; `nil` if the explanation has none.
        public var place: Place?

        /// The message must name what is at the location.
        public init(_ message: String, at place: Place?) {
            self.message = message
            self.place = place
        }
    }

    /// What the finding means for the output.
    public var severity: Severity
    /// The name of the ``Kind``, such as `duplicate-key`, or the kind of a change.
    public var kind: String
    /// What is wrong, at which value; without a full stop.
    public var message: String
    /// The location; `nil` for findings about a command line or a whole run.
    public var place: Place?
    /// Further locations, in the order in which they are shown.
    public var notes: [Note]
    /// What the reader can do, as an instruction; `nil` if the message says it all.
    public var hint: String?

    /// Creates a finding about the input.
    ///
    /// - Parameter kind: Has a section of its own in `Documentation/Diagnostics.md`.
    public init(
        _ severity: Severity, _ kind: Kind, _ message: String, at place: Place?,
        notes: [Note] = [], hint: String? = nil
    ) {
        self.init(severity, change: kind.rawValue, message, at: place, notes: notes, hint: hint)
    }

    /// A message about a change from one version of a document to the next.
    public init(
        _ severity: Severity, change kind: String, _ message: String, at place: Place?,
        notes: [Note] = [], hint: String? = nil
    ) {
        self.severity = severity
        self.kind = kind
        self.message = message
        self.place = place
        self.notes = notes
        self.hint = hint
    }
}

/// Collects the findings of one run, so that all of them are reported at once. A ``Report`` shows them.
public struct Problems: Sendable {
    /// In the order in which they were found.
    public private(set) var diagnostics: [Diagnostic] = []
    /// Whether one of them is an error, so that nothing must be written.
    public private(set) var hasErrors = false

    /// Nothing was found yet.
    public init() {}

    /// Adds a finding. Equal ones are kept; reports fold them.
    public mutating func add(_ diagnostic: Diagnostic) {
        diagnostics.append(diagnostic)
        if diagnostic.severity == .error { hasErrors = true }
    }

    /// Adds the findings of another step, in their order.
    public mutating func add(contentsOf other: Problems) {
        diagnostics.append(contentsOf: other.diagnostics)
        if other.hasErrors { hasErrors = true }
    }

    /// The same findings with every repair, omission and weakening turned into an error; remarks stay as they are.
    public func strict() -> Problems {
        var strict = Problems()
        for var diagnostic in diagnostics {
            if diagnostic.severity != .remark { diagnostic.severity = .error }
            strict.add(diagnostic)
        }
        return strict
    }
}
