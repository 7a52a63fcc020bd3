// Written by clientsmith. Do not edit.

public import TokenClientsRuntime

nonisolated extension ShipEngine {
    /// A universally unique identifier, as RFC 4122 writes it.
    ///
    /// Exactly 36 characters. Matches `^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$`.
    public typealias Identifier = UUIDText
}
