import ClientModel

/// What is being written: one client of a package, and how its declarations are seen.
struct ClientScope {
    let api: API
    private(set) var speller: TypeSpeller
    let package: PackageModel

    init(_ api: API, in package: PackageModel) {
        self.api = api
        self.package = package
        speller = TypeSpeller(api)
    }

    /// The client as what stands in an extension of a group sees it.
    var inExtension: ClientScope {
        var scope = self
        scope.speller.isInExtension = true
        return scope
    }

    /// The modules a declaration that spells `type` depends on.
    ///
    /// An alias of another module's type can stand in a visible declaration only where that module is imported as visibly; what an alias of an
    /// array or a dictionary holds does not count.
    func modules(of type: TypeReference) -> Set<Module> {
        switch type {
        case .array(let element), .dictionary(let element), .nullable(let element): modules(of: element)
        case .named(let id): if case .alias(let target) = api[id].shape { modules(behind: target) } else { [] }
        case .scalar, .json: type.modules
        }
    }

    private func modules(behind target: TypeReference) -> Set<Module> {
        switch target {
        case .array, .dictionary, .nullable: []
        case .scalar, .json, .named: modules(of: target)
        }
    }

    var access: Code { package.access.modifier }
}

extension PackageModel.Access {
    /// `public`, `package`, or nothing for internal, each followed by its space.
    var modifier: Code {
        switch self {
        case .public: "public "
        case .package: "package "
        case .internal: ""
        }
    }
}
