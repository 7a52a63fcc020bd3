import Diagnostics
import YAML

/// The `openapi` or `swagger` key.
public struct Version: Hashable, Sendable {
    public enum Family: Int, Hashable, Comparable, Sendable {
        case v2_0, v3_0, v3_1, v3_2

        public static func < (left: Family, right: Family) -> Bool { left.rawValue < right.rawValue }
    }

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
        switch (key, parts[0], parts[1]) {
        case ("swagger", "2", "0"): family = .v2_0
        case ("openapi", "3", "0"): family = .v3_0
        case ("openapi", "3", "1"): family = .v3_1
        case ("openapi", "3", "2"): family = .v3_2
        default: return nil
        }
        self.text = text
    }

    private static func text(_ node: Node) -> String? {
        switch node.value {
        case .string(let text), .number(let text): text
        default: nil
        }
    }
}

extension Reader {
    /// The document's version; a document without one, or of an unknown one, cannot be read.
    func version(_ mapping: Mapping, at place: Place) -> Version? {
        let known = "the supported versions are 2.0, 3.0, 3.1 and 3.2"
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
