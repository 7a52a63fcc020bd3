public import Diagnostics

/// A body of one media type (Media Type Object).
public struct MediaType: Sendable {
    /// The key, as written. For example: `application/json; charset=utf-8`, `image/*`.
    public var name: String
    public var namePlace: Place
    /// `nil` where the document gives no structure.
    public var schema: SchemaID?
    /// The schema of each element of a sequence (3.2).
    public var itemSchema: SchemaID?
    /// By property name, in document order.
    public var encodings: [Encoding] = []
    /// By position (3.2).
    public var prefixEncodings: [Encoding] = []
    /// For the positions that follow (3.2).
    public var itemEncoding: Encoding?
    /// `example` comes first and has an empty name.
    public var examples: [Example] = []
    public var pointer: String
    public var place: Place
    /// The key under `components/mediaTypes`, where it was declared there.
    public var componentName: String?
}

/// How one member of a form or multipart body is written (Encoding Object).
public struct Encoding: Sendable {
    /// The property, or empty where the encoding is for a position.
    public var property: String
    public var contentType: String?
    public var headers: [Header] = []
    /// `nil` where the document says none of `style`, `explode` and `allowReserved`: then ``contentType`` decides.
    public var style: Style?
    public var explode: Bool?
    public var allowReserved: Bool?
    public var encodings: [Encoding] = []
    public var prefixEncodings: [Encoding] = []
    /// At most one.
    public var itemEncodings: [Encoding] = []
    public var place: Place
}
