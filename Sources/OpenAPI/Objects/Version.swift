import Diagnostics
import YAML

/// The `openapi` or `swagger` key.
public struct Version: Hashable, Sendable {
    /// The minor version, which decides which keys exist.
    public enum Family: Int, Hashable, Comparable, CaseIterable, Sendable {
        /// Raw values are in the order of publication.
        case v2_0, v3_0, v3_1, v3_2

        static let newest = v3_2

        /// An earlier version is less than a later one.
        public static func < (left: Family, right: Family) -> Bool { left.rawValue < right.rawValue }
    }

    /// The first two numbers of ``text``.
    public var family: Family
    /// As the document spells it. For example: `3.0.3`.
    public var text: String
}

extension Version {
    /// The version of a tree that is a whole document of a known one.
    init?(of root: Node) {
        guard case .mapping(let mapping) = root.value else { return nil }
        for key in ["openapi", "swagger"] {
            guard let node = mapping[key], let text = Self.text(node), let version = Version(text, key) else {
                continue
            }
            self = version
            return
        }
        return nil
    }

    /// A patch version or anything else behind the second number changes nothing.
    init?(_ text: String, _ key: String) {
        let parts = text.split(separator: ".", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count >= 2 else { return nil }
        let number = "\(parts[0]).\(parts[1])"
        let family = Family.allCases.first { $0.text == number && $0.key == key }
        guard let family else { return nil }
        self.family = family
        self.text = text
    }

    private static func text(_ node: Node) -> String? {
        switch node.value {
        case .string(let text), .number(let text): text
        default: nil
        }
    }
}

extension Version.Family {
    var text: String {
        switch self {
        case .v2_0: "2.0"
        case .v3_0: "3.0"
        case .v3_1: "3.1"
        case .v3_2: "3.2"
        }
    }

    /// The key of the document that says it.
    fileprivate var key: String { self == .v2_0 ? "swagger" : "openapi" }
}

extension Reader {
    /// The document's version; a document without one, or of an unknown one, cannot be read.
    func version(_ mapping: Mapping, at place: Place) -> Version? {
        let versions = Version.Family.allCases.dropLast().map(\.text).joined(separator: ", ")
        let known = "the supported versions are \(versions) and \(Version.Family.newest.text)"
        for entry in mapping.entries where entry.key == "openapi" || entry.key == "swagger" {
            if entry.value.isNull { continue }
            guard let text = text(entry) else { return nil }
            if let version = Version(text, entry.key) { return version }
            report(
                .error, .unknownVersion, "\(quote(text)) is not a supported version; \(known)",
                at: entry.value.place)
            return nil
        }
        report(
            .error, .unknownVersion, "not an OpenAPI document: it has neither `openapi` nor `swagger`; \(known)",
            at: place,
            hint: mapping.entries.lazy.compactMap { self.hint(for: $0.key, among: ["openapi", "swagger"]) }.first)
        return nil
    }
}
