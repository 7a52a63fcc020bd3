import ClientModel

/// What is being written: one client of a package, and how its declarations are seen.
struct ClientScope {
    let api: API
    let speller: TypeSpeller
    let package: PackageModel

    init(_ api: API, in package: PackageModel) {
        self.api = api
        self.package = package
        speller = TypeSpeller(api)
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

/// The imports of one generated file, each as visible as the declarations that need it.
///
/// An unused public import is an error where warnings are, and a plain one does not reach public declarations; so both are tracked.
struct Imports {
    private var exposed: Set<Module> = []
    private var used: Set<Module> = []

    /// A module whose types stand in the file's visible declarations.
    mutating func expose(_ modules: Set<Module>) { exposed.formUnion(modules) }

    /// A module that is used inside of bodies.
    mutating func use(_ module: Module) { used.insert(module) }

    func lines(_ scope: ClientScope) -> [Code] {
        [Module.foundation, .runtime].compactMap { module in
            let name: Code = module == .foundation ? "Foundation" : Code(scope.package.runtimeName)
            if exposed.contains(module) {
                return switch scope.package.access {
                case .public: "public import \(name)"
                case .package: "package import \(name)"
                case .internal: "internal import \(name)"
                }
            }
            return used.contains(module) ? "internal import \(name)" : nil
        }
    }
}

/// Puts arguments on one line where they fit, and one on each line otherwise.
///
/// - Parameter taken: The bytes that stand on the line beside them.
func argumentList(_ arguments: [Code], taken: Int) -> Code {
    let oneLine = arguments.joined(", ")
    if taken + oneLine.text.utf8.count <= 108 || arguments.isEmpty { return "(\(oneLine))" }
    return "(\n\(arguments.joined(",\n"))\n)"
}
