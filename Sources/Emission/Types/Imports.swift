import ClientModel

/// The imports of one generated file, each as visible as the declarations that need it.
///
/// An unused public import is an error where warnings are, and a plain one does not reach public declarations; so both are tracked. A plain one is
/// internal under InternalImportsByDefault. `internal import` would demand an access level of every import in a module without that feature, the user's included.
struct Imports: Sendable {
    private var exposed: Set<Module> = []
    private var used: Set<Module> = []
    private var exported: Set<Module> = []

    /// A module whose types stand in the file's visible declarations.
    mutating func expose(_ modules: Set<Module>) { exposed.formUnion(modules) }

    /// A module whose types callers can name when they import this one alone.
    mutating func export(_ module: Module) {
        exposed.insert(module)
        exported.insert(module)
    }

    /// A module that is used inside of bodies.
    mutating func use(_ module: Module) { used.insert(module) }

    /// The imports of a file that also holds what `other` belongs to.
    mutating func form(union other: Imports) {
        exposed.formUnion(other.exposed)
        used.formUnion(other.used)
        exported.formUnion(other.exported)
    }

    /// FoundationEssentials has every type of Foundation that generated code uses, and leaves the rest unlinked.
    func lines(_ package: PackageModel) -> [Code] {
        let runtime = package.importedRuntime.flatMap { line(.runtime, Code($0), package) }
        let foundation = line(.foundation, "Foundation", package)
        guard let foundation, let essentials = line(.foundation, "FoundationEssentials", package) else {
            return runtime.map { [$0] } ?? []
        }
        return (runtime.map { [$0, ""] } ?? [])
            + ["#if canImport(FoundationEssentials)", essentials, "#else", foundation, "#endif"]
    }

    private func line(_ module: Module, _ name: Code, _ package: PackageModel) -> Code? {
        if exposed.contains(module) {
            return switch package.access {
            case .public: "\(exported.contains(module) ? "@_exported " : "")public import \(name)"
            case .package: "package import \(name)"
            case .internal: "import \(name)"
            }
        }
        return used.contains(module) ? "import \(name)" : nil
    }
}
