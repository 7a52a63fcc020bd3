import ClientModel

/// What has changed in texts for people alone, one change for each declaration that has. What only one version has is no change of a text.
func documentationChanges(from old: API, to new: API) -> [Change] {
    let keys = OperationKeys(old, new)
    let byKey = Dictionary(documented(new, keys).map { ($0.key, $0) }) { first, _ in first }
    return documented(old, keys).compactMap { text in
        guard let other = byKey[text.key],
            text.texts.contains(where: { name, lines in other.texts[name].map { $0 != lines } ?? false })
        else { return nil }
        return Change(
            .safe, "documentation-changed", text.key, "the documentation of \(code(text.key)) has changed",
            old: text.spot,
            new: other.spot)
    }
}

/// The texts of a declaration: its own under no name, those of its parts under theirs.
private struct Documented {
    var key: String
    var texts: [String: [String]]
    var spot: Change.Spot

    init(_ key: String, own: [String], parts: [(String, [String])], _ spot: Change.Spot) {
        self.key = key
        texts = Dictionary(parts + [("", own)]) { first, _ in first }
        self.spot = spot
    }
}

private func documented(_ api: API, _ keys: OperationKeys) -> [Documented] {
    let names = TypeNames(api)
    let info = api.info
    let information = Documented(
        "info", own: [info.title, info.version, info.summary ?? "", info.description ?? ""], parts: [],
        Change.Spot(pointer: "#/info", place: nil))
    let operations = api.groups.flatMap(\.operations).map { operation in
        Documented(
            keys[operation], own: operation.documentation.texts,
            parts: operation.parametersByKey.map { ($0, $1.documentation.texts) }
                + operation.responses.map { ($0.status.text, [$0.description]) }
                + (operation.body.map { [("body", $0.documentation.texts)] } ?? []), operation.spot)
    }
    let types = api.types.map { type in
        Documented(
            names.path(of: .type(type.id)).text, own: type.documentation.texts, parts: type.shape.texts, type.spot)
    }
    return [information] + operations + types
}

extension Documentation {
    fileprivate var texts: [String] {
        [summary ?? "", description ?? "", externalDocumentation?.url ?? ""] + examples
    }
}

extension TypeDeclaration.Shape {
    fileprivate var texts: [(String, [String])] {
        switch self {
        case .structure(let structure): structure.properties.map { ($0.wireName, $0.documentation.texts) }
        case .enumeration(let enumeration): enumeration.cases.map { ($0.value.text, $0.documentation.texts) }
        case .union(let union): union.cases.map { ($0.name.text, $0.documentation.texts) }
        case .alias: []
        }
    }
}
