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

/// That the values of the generated tests have changed, which follow from examples.
func sampleChanges(from old: API, to new: API) -> [Change] {
    let names = (TypeNames(old), TypeNames(new))
    func samples(_ api: API, _ names: TypeNames) -> [String: [String]] {
        Dictionary(api.types.map { (names.path(of: .type($0.id)).text, $0.samples) }) { first, _ in first }
    }
    guard samples(old, names.0) != samples(new, names.1) else { return [] }
    let spot = Change.Spot(place: nil)
    return [
        Change(
            .safe, "documentation-samples-changed", "samples", "the values of the generated tests have changed",
            old: spot, new: spot)
    ]
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
    func spot(_ pointer: String) -> Change.Spot { Change.Spot(pointer: pointer, place: nil) }
    let information = Documented("info", own: api.info.texts, parts: [], spot("#/info"))
    let servers = api.servers.map { server in
        let variables = server.variables.map { ($0.wireName, [$0.description ?? ""] + $0.allowed) }
        return Documented(
            "server \(server.url)", own: server.documentation.texts, parts: variables, spot("#/servers"))
    }
    let schemes = api.securitySchemes.map {
        Documented(
            "credential \($0.wireName)", own: [$0.description ?? ""], parts: [],
            Change.Spot(pointer: "#/components/securitySchemes", place: $0.place))
    }
    let groups = api.groups.indices.map { index in
        Documented(
            names.path(of: .group(index)).text, own: api.groups[index].documentation.texts, parts: [], spot("#/tags"))
    }
    let headers = api.headers.map {
        Documented("header \($0.wireName)", own: $0.documentation.texts, parts: [], spot(""))
    }
    let operations = api.groups.flatMap(\.operations).map { operation in
        Documented(
            keys[operation], own: [operation.id] + operation.documentation.texts + operation.documentation.facts,
            parts: operation.parametersByKey.map { ($0, $1.documentation.texts) }
                + operation.responses.map { ($0.status.text, [$0.description]) }
                + (operation.body.map { [("body", $0.documentation.texts)] } ?? []), operation.spot)
    }
    let types = api.types.map { type in
        Documented(
            names.path(of: .type(type.id)).text, own: type.documentation.textsOfPart, parts: type.shape.texts, type.spot
        )
    }
    return [information] + servers + schemes + groups + headers + operations + types
}

extension Information {
    fileprivate var texts: [String] {
        let texts = [title, version, summary, description, termsOfService, externalDocumentation?.url]
        let others = [contact?.name, contact?.email, contact?.url, license?.name, license?.url]
        return (texts + others + [externalDocumentation?.description]).map { $0 ?? "" }
    }
}

extension Documentation {
    /// What comments and pages show. Examples are shown nowhere, facts repeat what other changes tell.
    fileprivate var texts: [String] {
        [summary, description, externalDocumentation?.url, externalDocumentation?.description].map { $0 ?? "" }
    }

    /// Those of a type or a part of one, whose deprecation is a sentence.
    fileprivate var textsOfPart: [String] { texts + [isDeprecated ? "deprecated" : ""] }
}

extension TypeDeclaration.Shape {
    fileprivate var texts: [(String, [String])] {
        switch self {
        case .structure(let structure): structure.properties.map { ($0.wireName, $0.documentation.textsOfPart) }
        case .enumeration(let enumeration): enumeration.cases.map { ($0.value.text, $0.documentation.textsOfPart) }
        case .union(let union): union.cases.map { ($0.name.text, $0.documentation.textsOfPart) }
        case .alias: []
        }
    }
}
