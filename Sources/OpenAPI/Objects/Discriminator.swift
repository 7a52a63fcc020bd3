public import Diagnostics

/// The property that tells the branches of a union apart (Discriminator Object).
public struct Discriminator: Sendable {
    public var property: String
    /// In document order.
    public var mapping: [Mapped] = []
    /// The schema of values that are not mapped (3.2).
    public var defaultMapping: SchemaID?
    public var place: Place

    public struct Mapped: Sendable {
        /// The property's value.
        public var value: String
        /// A component's name or a reference, as written.
        public var target: String
        /// `nil` where the target leads nowhere, which has been reported.
        public var schema: SchemaID?
        public var place: Place
    }
}
