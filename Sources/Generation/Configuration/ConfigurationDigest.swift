extension Configuration {
    /// What the configuration decides about the output: every field, so that a new one counts without a word about it.
    ///
    /// Comments, the order of keys, and where files are do not count; what a field of its default would be does not either.
    var digest: Digest {
        var form = CanonicalForm()
        form.add("configuration", Self.meaning(of: self) ?? "")
        return form.finish()
    }

    /// Fields that decide nothing about the contents of files. Documents, overlays and the record of names have a digest of their own.
    private static let silentFields: Set<String> = [
        "place", "output", "templates", "limits", "document", "source", "digest", "overlays", "record",
    ]

    /// A value as text that no other value has; `nil` for one that says nothing.
    private static func meaning(of value: Any) -> String? {
        let mirror = Mirror(reflecting: value)
        switch mirror.displayStyle {
        case .optional: return mirror.children.first.flatMap { meaning(of: $0.value) }
        case .collection:
            let items = mirror.children.compactMap { meaning(of: $0.value) }
            // Only the order of clients shows in the output.
            return join(value is [Client] ? items : items.sorted())
        case .struct:
            return join(
                mirror.children.compactMap { label, value in
                    guard let label, !silentFields.contains(label), let text = meaning(of: value) else { return nil }
                    return label + "=" + text
                })
        default: return String(describing: value)
        }
    }

    /// Each part with its length in front, so that no two lists give one text.
    private static func join(_ parts: [String]) -> String? {
        parts.isEmpty ? nil : parts.map { "\($0.utf8.count):\($0)" }.joined()
    }
}
