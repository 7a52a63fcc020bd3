import ClientModel

extension WireComparison {
    /// Compares how the members of a form are written: those that both versions have, with the defaults of the specification filled in
    /// (OpenAPI 3.2, "Encoding Object").
    mutating func compareEncodings(_ old: Content, _ new: Content, _ site: Site, _ direction: Direction) {
        let (before, after) = (FormEncodings(old, in: self.old), FormEncodings(new, in: self.new))
        for name in before.names where after.has(name) {
            let (was, now) = (before.written(name), after.written(name))
            guard was != now, before.isGiven(name) || after.isGiven(name) else { continue }
            let title = "\(name.title) of \(site.title)"
            let inner = Site(subject: "\(site.subject) \(name.text)", title: title, old: site.old, new: site.new)
            add(.incomparable, in: direction, "encoding-changed", inner, "\(title) is written as \(now); it was \(was)")
        }
    }
}

/// How the members of one form, or the parts of one multipart body, are written.
private struct FormEncodings {
    enum Name: Hashable {
        case member(String)
        case part(Int)
        case otherParts
    }

    let names: [Name]
    private var types: [Name: TypeReference] = [:]
    private var given: [Name: Content.PropertyEncoding] = [:]
    private let kind: MediaType.Kind
    private let api: API

    init(_ content: Content, in api: API) {
        self.api = api
        kind = content.mediaType.kind
        for encoding in content.encodings { given[.member(encoding.wireName)] = encoding }
        for (index, encoding) in content.prefixEncodings.enumerated() { given[.part(index)] = encoding }
        given[.otherParts] = content.itemEncoding
        var names: [Name] = content.encodings.map { .member($0.wireName) }
        if case .named(let id) = Resolved(content.type, in: api).type, case .structure(let structure) = api[id].shape {
            names = structure.properties.map { .member($0.wireName) }
            for property in structure.properties { types[.member(property.wireName)] = property.type }
        }
        self.names = names + content.prefixEncodings.indices.map { .part($0) } + [.otherParts]
    }

    func has(_ name: Name) -> Bool { names.contains(name) }

    func isGiven(_ name: Name) -> Bool { given[name] != nil }

    /// In words of a message. Text fields of a URL-encoded form are written alike by both kinds of encodings.
    func written(_ name: Name) -> String {
        let encoding = given[name]
        if let encoding, encoding.style != nil || encoding.explode != nil || encoding.allowReserved {
            let style = encoding.style ?? .form
            return Parameter.Encoding.style(
                style, explode: encoding.explode ?? (style == .form), allowReserved: encoding.allowReserved
            ).words
        }
        let type = types[name].map(usualType)
        let text = encoding?.contentType?.lowercased() ?? type ?? "its type's default"
        guard kind == .form, text == "text/plain" else { return code(text) }
        return Parameter.Encoding.style(.form, explode: true, allowReserved: false).words
    }

    private func usualType(_ type: TypeReference) -> String {
        switch Resolved(type, in: api).type {
        case .scalar(.binary): "application/octet-stream"
        case .scalar: "text/plain"
        case .array(let element): usualType(element)
        case .named(let id):
            if case .enumeration = api[id].shape { "text/plain" } else { "application/json" }
        case .json, .dictionary, .nullable: "application/json"
        }
    }
}

extension FormEncodings.Name {
    fileprivate var text: String {
        switch self {
        case .member(let name): name
        case .part(let index): String(index)
        case .otherParts: "*"
        }
    }

    fileprivate var title: String {
        switch self {
        case .member(let name): "the member \(code(name))"
        case .part(let index): "part \(index + 1)"
        case .otherParts: "each further part"
        }
    }
}
