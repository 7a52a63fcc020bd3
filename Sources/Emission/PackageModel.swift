public import ClientModel

/// A package to be written: its clients and how they are offered.
public struct PackageModel: Sendable {
    /// For example: `TokenClients`.
    public var name: Identifier
    /// The access level of every generated declaration.
    public var access: Access
    /// One module each, in the order of the configuration.
    public var clients: [API]
    /// Which files are written.
    public var layout: Layout
    /// The module that the clients import their runtime from, where they do not bring their own.
    public var sharedRuntime: Identifier?
    /// The target of the package's copy of the runtime. It carries the package's name, because SwiftPM refuses two packages with a
    /// target of the same name.
    public var runtimeName: Identifier
    /// Whether the copy of the runtime also has the parts that no client uses.
    public var hasWholeRuntime = false

    /// How far the generated declarations are seen.
    public enum Access: String, Hashable, Sendable, CaseIterable { case `public`, package, `internal` }

    /// What is written beside the declarations, and how they are spread over files.
    public enum Layout: String, Hashable, Sendable, CaseIterable {
        /// A package: a library for each client, the runtime, tests and pages.
        case package
        /// The sources of one module of somebody's, a file for each type; without a shared runtime its sources are among them.
        case sources
        /// The same in files whose names do not depend on the documents, as build systems want that ask for the outputs beforehand.
        case fixed
    }

    /// The runtime's copy has the parts that the clients use, until ``hasWholeRuntime`` is set.
    public init(
        name: Identifier, runtimeName: Identifier, access: Access = .public, clients: [API], layout: Layout = .package,
        sharedRuntime: Identifier? = nil
    ) {
        self.runtimeName = runtimeName
        self.name = name
        self.access = access
        self.clients = clients
        self.layout = layout
        self.sharedRuntime = sharedRuntime
    }

    /// The module generated files import for their runtime, or `nil` where it is part of theirs.
    var importedRuntime: Identifier? { sharedRuntime ?? (layout == .package ? runtimeName : nil) }
}
