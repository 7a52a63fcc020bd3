import ClientModel

/// What is being written: one client of a package, and how its declarations are seen.
struct ClientScope {
    let api: API
    private(set) var speller: TypeSpeller
    let package: PackageModel
    /// The groups that are properties of a group, or of the client.
    let groups: [Int?: [OperationGroup]]

    init(_ api: API, in package: PackageModel) {
        self.api = api
        self.package = package
        speller = TypeSpeller(api)
        groups = Dictionary(grouping: api.groups, by: \.parent)
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

    /// The property of an enum that reads the payload of one case.
    ///
    /// - Parameter isOptional: Whether the payload's type is spelled with a `?`.
    func payload(of name: Identifier, _ type: Code, isOptional: Bool, _ comment: String) -> Code {
        """
        \(DocComment.lines([comment]))
        \(access)var \(name): \(isOptional ? type : "\(type)?") {
        if case .\(member: name)(let value) = self { value } else { nil }
        }
        """
    }
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
