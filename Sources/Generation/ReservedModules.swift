import ClientModel

/// Module names generated code can't have.
enum ReservedModules {
    /// Modules that generated sources or their tests import, or that the toolchain brings.
    private static let known: Set<String> = [
        "swift", "foundation", "foundationessentials", "foundationnetworking", "httptypes", "httptypesfoundation",
        "testing", "xctest", "dispatch", "glibc", "musl", "darwin", "synchronization", "observation",
        "packagedescription", "asynchttpclient",
    ]

    /// Words that are no type name even in backticks, or that read as something else.
    private static let words: Set<String> = ["self", "Self", "Type", "Protocol", "Any", "init", "main"]

    /// Why a module can't have the name, or `nil` where it can.
    static func reason(against name: String, runtime: String?) -> String? {
        if words.contains(name) { return "Swift gives the word another meaning" }
        if known.contains(name.lowercased()) { return "generated code imports a module of that name" }
        if let runtime, runtime.lowercased() == name.lowercased() { return "it is the name of the package's runtime" }
        return nil
    }
}

extension Configuration {
    /// Why one of the modules cannot have its name, or `nil`: for names that come from a command line.
    public var objectionToModule: String? {
        clients.lazy.compactMap {
            ReservedModules.reason(against: $0.module.value.text, runtime: "\(self.package.text)Runtime")
        }.first
    }
}
