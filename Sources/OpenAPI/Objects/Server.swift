public import Diagnostics

/// Where requests go (Server Object). For example: `https://{region}.example.com/v1`.
public struct Server: Sendable {
    /// As written, with `{variables}`. It may be relative to where the document was published.
    public var url: String
    public var name: String?
    public var description: String?
    /// In document order; every one that the URL names is here.
    public var variables: [Variable] = []
    public var place: Place

    /// A part of the URL (Server Variable Object).
    public struct Variable: Sendable {
        public var name: String
        public var defaultValue: String
        /// The only values allowed, or empty for any.
        public var values: [String] = []
        public var description: String?
        public var place: Place
    }
}
