// Written by clientsmith. Do not edit.

nonisolated extension ShipEngine {
    /// How ShipEngine identifies a resource of its own.
    ///
    /// 1 to 25 characters. Matches `^se(-[a-z0-9]+)+$`.
    public typealias SeID = String
}
