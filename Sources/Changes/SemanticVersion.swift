/// A version of a package (semver.org, without what stands behind a hyphen or a plus).
public struct SemanticVersion: Hashable, Sendable, CustomStringConvertible {
    /// Raised by changes that break callers or the wire.
    public var major: Int
    /// Raised by additions.
    public var minor: Int
    /// Raised by corrections alone.
    public var patch: Int

    /// Reads `1.2.3` or `v1.2.3`; `nil` for anything else.
    public init?(_ text: String) {
        let parts = (text.hasPrefix("v") ? text.dropFirst() : text[...])
            .split(separator: ".", omittingEmptySubsequences: false)
        let numbers = parts.compactMap { part in
            part.utf8.allSatisfy { (0x30...0x39).contains($0) } && (part.count == 1 || part.first != "0")
                ? Int(part) : nil
        }
        guard parts.count == 3, numbers.count == 3 else { return nil }
        (major, minor, patch) = (numbers[0], numbers[1], numbers[2])
    }

    /// The version without a prefix. For example: `1.4.2`.
    public var description: String { "\(major).\(minor).\(patch)" }

    /// The version after this one. Before 1.0.0 a breaking change is a minor step, as is the custom.
    public func next(_ step: Step) -> SemanticVersion {
        var next = self
        switch step {
        case .major where major == 0, .minor: (next.minor, next.patch) = (minor + 1, 0)
        case .major: (next.major, next.minor, next.patch) = (major + 1, 0, 0)
        case .patch: next.patch += 1
        case .none: break
        }
        return next
    }

    /// Which part of a version the changes ask to be raised.
    public enum Step: String, Sendable {
        /// The component that the next version raises; `none` keeps the version.
        case major, minor, patch, none

        /// The step that the most severe of the changes demands.
        public init(_ changes: [Change]) {
            if changes.contains(where: { $0.verdict != .safe }) {
                self = .major
            } else if changes.contains(where: { !$0.isDocumentation }) {
                self = .minor
            } else {
                self = changes.isEmpty ? .none : .patch
            }
        }
    }
}
