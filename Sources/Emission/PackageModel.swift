public import ClientModel

/// A package to be written: its clients and how they are offered.
public struct PackageModel: Sendable {
    /// For example: `TokenClients`.
    public var name: Identifier
    public var access: Access
    public var clients: [API]

    /// How far the generated declarations are seen.
    public enum Access: String, Hashable, Sendable, CaseIterable { case `public`, package, `internal` }

    public init(name: Identifier, access: Access = .public, clients: [API]) {
        self.name = name
        self.access = access
        self.clients = clients
    }

    /// The target of the package's copy of the runtime. It carries the package's name, because SwiftPM refuses two packages with a
    /// target of the same name.
    public var runtimeName: Identifier { Identifier(name.text + "Runtime") ?? name }
}
