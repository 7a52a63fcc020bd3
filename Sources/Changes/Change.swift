public import Diagnostics

/// One difference between two versions of a service's client.
///
/// For example: `property-required Pet.age`, which breaks the wire because requests have to carry a member they could leave out.
public struct Change: Hashable, Sendable {
    /// What the change does to programs that were made for the old version, the worst first.
    public enum Verdict: String, Hashable, Sendable, CaseIterable, Comparable {
        /// What they send is no longer accepted, or what they are answered is no longer what they were promised.
        case wire
        /// They no longer compile against the new client, without being changed.
        case swift
        /// Neither the service nor Swift callers notice: reported, and never an error.
        case safe

        /// Orders verdicts by severity; the wire comes first.
        public static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }

        private var rank: Int {
            switch self {
            case .wire: 0
            case .swift: 1
            case .safe: 2
            }
        }
    }

    /// Where one side of a change stands in its document.
    public struct Spot: Hashable, Sendable {
        /// RFC 6901 pointer, or empty where none is known.
        public var pointer: String
        /// The location in the source files of the comparison; `nil` if the version is a printed model, which has none.
        public var place: Place?

        /// A spot without a pointer stands for the whole document.
        public init(pointer: String = "", place: Place?) {
            self.pointer = pointer
            self.place = place
        }
    }

    /// How severe the change is.
    public var verdict: Verdict
    /// A stable name for the kind of change. For example: `parameter-removed`.
    public var kind: String
    /// What changed: an operation, a type, or a member of one. For example: `GET /pets limit`.
    public var subject: String
    /// One sentence without its full stop.
    public var message: String
    /// `nil` for what was added.
    public var old: Spot?
    /// `nil` for what was removed.
    public var new: Spot?

    /// Creates a change.
    ///
    /// - Parameters:
    ///   - subject: What changed, as reviewers accept it. For example: `Pet.age`.
    ///   - old: Where it was; `nil` for an addition.
    ///   - new: Where it is now; `nil` for a removal.
    public init(
        _ verdict: Verdict, _ kind: String, _ subject: String, _ message: String, old: Spot?, new: Spot?
    ) {
        self.verdict = verdict
        self.kind = kind
        self.subject = subject
        self.message = message
        self.old = old
        self.new = new
    }

    /// What a reviewer accepts a change by; it does not depend on where things stand.
    public var id: String { "\(kind) \(subject)" }

    /// Whether only texts for people have changed.
    public var isDocumentation: Bool { kind.hasPrefix("documentation-") }
}

/// A text of a document as code inside a message, where nothing in it ends the code.
func code(_ text: some CustomStringConvertible) -> String { "`\(text.description.replacing("`", with: "'"))`" }
