@_spi(Naming) import ClientModel
import Lowering

/// Module names generated code can't have.
enum ReservedModules {
    /// Modules that generated sources or their tests import, or that the toolchain brings, in lower case.
    private static let modules: Set<String> = [
        "swift", "foundation", "foundationessentials", "foundationnetworking", "foundationinternationalization",
        "httptypes", "httptypesfoundation", "testing", "xctest", "dispatch", "glibc", "musl", "darwin", "android",
        "wasilibc", "ucrt", "os", "synchronization", "observation", "packagedescription", "asynchttpclient", "niocore",
        "niohttp1", "niohttpcompression",
    ]

    /// Keywords, and the word that the compiler takes for the module of a program.
    private static let words = SwiftWords.keywords.union(["main"])

    /// Types that callers spell beside those of generated code: a module of such a name would hide them.
    private static let types: Set<String> = [
        "Array", "Character", "Comparable", "CustomStringConvertible", "Decodable", "Dictionary", "Encodable",
        "Equatable", "HTTPField", "HTTPFields", "HTTPRequest", "HTTPResponse", "Int16", "Int8", "ServerSentEvent",
        "Set", "UInt", "UInt32",
    ]

    /// Why a module can't have the name, or `nil` where it can.
    ///
    /// - Parameter others: the names of the package's other targets.
    static func reason(against name: String, others: [String] = []) -> String? {
        if words.contains(name) { return "it is a Swift keyword" }
        if modules.contains(name.lowercased()) { return "generated code imports a module with that name" }
        if ReservedFileNames.contains(name) { return "Windows reserves that name" }
        if reservedTypeNames.contains(name) || types.contains(name) {
            return "generated code uses a type with that name"
        }
        if others.contains(where: { $0.lowercased() == name.lowercased() }) {
            return "the package has another target with that name"
        }
        return nil
    }
}

extension Configuration {
    /// The target of the package's own copy of the runtime.
    var runtimeTarget: Identifier { Self.runtimeTarget(of: package) }

    private static func runtimeTarget(of package: Identifier) -> Identifier {
        Identifier(sanitizing: "\(package)Runtime")
    }

    /// The targets the package has besides its modules: the runtime, and each module's tests.
    var otherTargets: [String] { Self.otherTargets(package: package, modules: clients.map(\.module.value)) }

    static func otherTargets(package: Identifier?, modules: [Identifier]) -> [String] {
        (package.map { [runtimeTarget(of: $0).text] } ?? []) + modules.map { "\($0)Tests" }
    }

    /// Whether the clients find every part of the runtime, used or not.
    public var hasAllRuntimeParts: Bool { runtimeParts == .all || runtime != nil }

    /// Why the runtime can't be where the configuration has it, or `nil`.
    var objectionToRuntime: String? {
        switch (layout, runtime) {
        case (.package, .some):
            "a package contains its own runtime; use `runtime` with `layout: sources` or `layout: fixed`"
        case (.fixed, nil):
            "`layout: fixed` needs `runtime`, the module of the runtime, because runtime files are not part of the fixed list"
        default: nil
        }
    }

    /// Why one of the modules can't have its name, or `nil`: for names that come from a command line.
    public var objectionToModule: String? {
        clients.lazy.compactMap { ReservedModules.reason(against: $0.module.value.text, others: otherTargets) }.first
    }
}
