public import Diagnostics

/// Schemes that are needed together (Security Requirement Object). Without any, the operation is open to everyone.
public struct SecurityRequirement: Sendable {
    /// Every name is one of ``Components/securitySchemes``.
    public var schemes: [(name: String, scopes: [String])] = []
    public var place: Place
}
