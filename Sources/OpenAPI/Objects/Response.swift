public import Diagnostics

/// One documented answer (Response Object).
public struct Response: Sendable {
    /// The key of a response.
    public enum Status: Hashable, Sendable {
        case code(Int)
        /// `4XX` is `.range(4)`.
        case range(Int)
        case `default`
    }

    public var status: Status
    public var statusPlace: Place
    public var summary: String?
    /// Empty where the document has none.
    public var description: String
    public var headers: [Header] = []
    /// In document order.
    public var content: [MediaType] = []
    public var links: [Link] = []
    public var pointer: String
    public var place: Place
    /// The key under `components/responses`, where it was declared there.
    public var componentName: String?
}
