@_spi(Naming) import ClientModel
import Diagnostics
import YAML

/// Values of a configuration, each refused with its place where it is none of its kind.
extension ConfigurationReader {
    mutating func readDigest(_ node: Node) -> Located<Digest>? {
        guard let text = string(node, "sha256") else { return nil }
        guard let digest = Digest(text.lowercased()) else {
            report(
                .badDigest, "`sha256` must be 64 hexadecimal digits", at: node.place,
                hint: "use the output of `sha256sum FILE`")
            return nil
        }
        return Located(digest, at: node.place)
    }

    mutating func readLimits(_ node: Node) -> Limits {
        var limits = Limits()
        guard let fields = mapping(node, .limits) else { return limits }
        for entry in fields.entries {
            guard let key = LimitKey(rawValue: entry.key) else { continue }
            guard case .number(let text) = entry.value.value, let number = Int(text), key.range.contains(number) else {
                report(
                    .badLimit,
                    "`\(entry.key)` must be a whole number from \(key.range.lowerBound) to \(key.range.upperBound)",
                    at: entry.value.place)
                continue
            }
            limits[key] = number
        }
        return limits
    }

    /// One of a few words.
    mutating func choice<Value: CaseIterable & RawRepresentable<String>>(
        _ node: Node, _ key: String, _ what: String
    ) -> Value? {
        guard let text = string(node, key) else { return nil }
        if let value = Value(rawValue: text) { return value }
        let known = Value.allCases.map(\.rawValue)
        let words = known.dropLast().map { "`\($0)`" }.joined(separator: ", ") + " and `\(known.last ?? "")`"
        report(
            .badChoice, "\(quote(text)) is not a valid \(what)", at: node.place,
            hint: nearest(to: text, among: known).map { "did you mean `\($0)`?" } ?? "use one of \(words)")
        return nil
    }

    mutating func path(_ node: Node, _ key: String) -> Located<String>? {
        guard let text = string(node, key) else { return nil }
        guard ConfigurationValue.path.accepts(text) else {
            report(.badPath, "`\(key)` is not a valid path", at: node.place)
            return nil
        }
        return Located(text, at: node.place)
    }

    mutating func identifier(_ node: Node, _ what: String) -> Located<Identifier>? {
        guard let text = string(node, what, quoted: false) else { return nil }
        guard let identifier = Identifier(text) else {
            report(
                .badIdentifier, "\(what) must be a Swift identifier, not \(quote(text))", at: node.place,
                hint: "use ASCII letters, digits and `_`, not starting with a digit")
            return nil
        }
        return Located(identifier, at: node.place)
    }

    mutating func environmentVariable(_ node: Node) -> String? {
        guard let text = string(node, "environment") else { return nil }
        guard Identifier(text) != nil else {
            report(
                .badEnvironment, "\(quote(text)) is not a valid name of an environment variable", at: node.place,
                hint: "use ASCII letters, digits and `_`, not starting with a digit")
            return nil
        }
        return text
    }

    /// A word that stands before a credential in a header: visible ASCII (RFC 9110, section 5.5).
    mutating func headerText(_ node: Node) -> String? {
        guard let text = string(node, "prefix") else { return nil }
        guard ConfigurationValue.headerText.accepts(text) else {
            report(
                .badPrefix, "\(quote(text)) is not a valid prefix of a credential", at: node.place,
                hint: "use one word of visible ASCII characters; a space is added after it")
            return nil
        }
        return text
    }

    mutating func string(_ node: Node, _ what: String, quoted: Bool = true) -> String? {
        guard case .string(let text) = node.value else {
            mistyped(node, what, "a string", quoted: quoted)
            return nil
        }
        return text
    }

    /// A mapping of the configuration. Unknown and missing keys are reported.
    mutating func mapping(_ node: Node, _ expected: ConfigurationKeys) -> Mapping? {
        let (what, keys) = (expected.subject, expected.names)
        guard case .mapping(let mapping) = node.value else {
            mistyped(node, what, "a mapping", quoted: false)
            return nil
        }
        for key in expected.keys where key.isRequired {
            require(key.name, of: expected, in: mapping, at: node.place)
        }
        for entry in mapping.entries where !keys.contains(entry.key) {
            let nearest = nearest(to: entry.key, among: keys)
            report(
                .unknownKey, "\(quote(entry.key)) is not a key of \(what)", at: entry.keyPlace,
                hint: nearest.map { "did you mean `\($0)`?" }
                    ?? "the keys are \(keys.map { "`\($0)`" }.joined(separator: ", "))")
        }
        return mapping
    }

    mutating func require(_ key: String, of expected: ConfigurationKeys, in fields: Mapping, at place: Place) {
        if fields[key] == nil { report(.missingKey, "\(expected.subject) needs `\(key)`", at: place) }
    }

    mutating func mistyped(_ node: Node, _ what: String, _ expected: String, quoted: Bool = true) {
        let subject = quoted ? "`\(what)`" : what
        report(
            .wrongType, "\(subject) must be \(expected), not \(node.value.kindName)", at: node.place,
            hint: quoted && node.value.isPlainScalar && expected == "a string" ? "quote it" : nil)
    }

    mutating func report(
        _ kind: Diagnostic.Kind, _ message: String, at place: Place?, notes: [Diagnostic.Note] = [], hint: String? = nil
    ) {
        found = true
        problems.add(Diagnostic(.error, kind, message, at: place, notes: notes, hint: hint))
    }
}

extension Node.Value {
    /// The kind of value, as messages name it.
    var kindName: String {
        switch self {
        case .null: "null"
        case .boolean: "a boolean"
        case .number: "a number"
        case .string: "a string"
        case .sequence: "a list"
        case .mapping: "a mapping"
        }
    }

    var isPlainScalar: Bool {
        switch self {
        case .boolean, .number: true
        case .null, .string, .sequence, .mapping: false
        }
    }
}
