import ClientModel

/// How the types of one version are written, and under which name each is looked for in the other.
struct TypeNames {
    /// The way from the service's type to a declaration.
    struct Path: Hashable {
        var text: String
        /// With the new names of renamed types.
        var canonical: String

        func appending(_ name: String) -> Path {
            Path(
                text: text.isEmpty ? name : text + "." + name,
                canonical: canonical.isEmpty ? name : canonical + "." + name)
        }
    }

    let api: API
    /// By the type's own path: what it is called in the other version.
    private let renamed: [String: String]
    private var paths: [Path] = []

    init(_ api: API, renamed: [String: String] = [:]) {
        self.api = api
        self.renamed = renamed
        // What a type is nested in need not be declared before it.
        paths = api.types.map { makePath($0.id) }
    }

    func path(of scope: TypeDeclaration.Scope) -> Path {
        switch scope {
        case .service: Path(text: "", canonical: "")
        case .group(let index): groupPath(index)
        case .type(let id): paths[id.index]
        }
    }

    func spelled(_ path: Path) -> Spelling { Spelling(path.text, canonical: path.canonical) }

    func spelled(_ type: TypeReference) -> Spelling {
        switch type {
        case .scalar(let scalar): return Spelling("\(scalar.swiftName)")
        case .json: return Spelling("JSONValue")
        case .array(let element): return spelled(element).wrapped { "[\($0)]" }
        case .dictionary(let value): return spelled(value).wrapped { "[String: \($0)]" }
        case .nullable(let wrapped): return spelled(wrapped).wrapped { $0 + "?" }
        case .named(let id):
            guard case .alias(let target) = api[id].shape else { return spelled(paths[id.index]) }
            return Spelling(paths[id.index].text, canonical: spelled(target).canonical)
        }
    }

    private func groupPath(_ index: Int) -> Path {
        let name = api.groups[index].typeName.text
        return Path(text: name, canonical: renamed[name] ?? name)
    }

    private func makePath(_ id: TypeID) -> Path {
        let type = api[id]
        let outer: Path =
            switch type.scope {
            case .service: Path(text: "", canonical: "")
            case .group(let index): groupPath(index)
            case .type(let outer): makePath(outer)
            }
        var path = outer.appending(type.name.text)
        if let other = renamed[path.text] { path.canonical = other }
        return path
    }
}

extension Enumeration.Value {
    var text: String {
        switch self {
        case .string(let text), .number(let text): text
        case .integer(let number): String(number)
        case .unsigned(let number): String(number)
        case .boolean(let flag): flag ? "true" : "false"
        }
    }
}

extension Operation {
    /// Method and path with nameless parameters: what a request is recognised by. For example: `GET /pets/{}`.
    var key: String {
        let path = path.parts.map { if case .text(let text) = $0 { text } else { "{}" } }.joined()
        return method + " " + path + (self.path.fragment.map { "#" + $0 } ?? "") + variantSuffix
    }

    /// As the document spells it. For example: `GET /pets/{id}`.
    var title: String { method + " " + path.text + variantSuffix }

    private var variantSuffix: String { variant.map { " (\($0))" } ?? "" }

    /// By location and wire name, headers in small letters; path parameters by where they stand in the path, since their names are not sent.
    var parametersByKey: [(key: String, parameter: Parameter)] { parameters.map { (key(of: $0), $0) } }

    func key(of parameter: Parameter) -> String {
        let names = path.parts.compactMap { if case .parameter(let name) = $0 { name } else { nil } }
        if parameter.location == .path, let index = names.firstIndex(of: parameter.wireName) { return "path \(index)" }
        let name = parameter.location == .header ? parameter.wireName.lowercased() : parameter.wireName
        return parameter.location.rawValue + " " + name
    }
}
