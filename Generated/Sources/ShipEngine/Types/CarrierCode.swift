// Written by clientsmith. Do not edit.

nonisolated extension ShipEngine {
    /// The short name of a shipping company.
    ///
    /// Matches `^[a-z0-9]+(_[a-z0-9]+)*$`.
    public typealias CarrierCode = String
}
