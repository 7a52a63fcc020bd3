public import Diagnostics

/// What a request carries (Request Body Object; in 2.0 the `body` or the `formData` parameters).
public struct RequestBody: Sendable {
    public var description: String?
    public var isRequired = false
    /// In document order.
    public var content: [MediaType] = []
    public var pointer: String
    public var place: Place
    /// The key under `components/requestBodies`, where it was declared there.
    public var componentName: String?
}
