// Written by clientsmith. Do not edit.

nonisolated extension Map {
    /// Texts by name.
    public typealias Labels = [String: String]
}
