/// Stores a property indirectly, so that a structure can contain values of its own type.
@propertyWrapper
public nonisolated enum Indirect<Value> {
    /// The stored value.
    indirect case stored(Value)

    /// Stores a value.
    public init(wrappedValue: Value) { self = .stored(wrappedValue) }

    /// The stored value.
    public var wrappedValue: Value {
        get {
            switch self {
            case .stored(let value): value
            }
        }
        set { self = .stored(newValue) }
    }
}

nonisolated extension Indirect: Sendable where Value: Sendable {}
nonisolated extension Indirect: Equatable where Value: Equatable {}
nonisolated extension Indirect: Hashable where Value: Hashable {}

/// An enum whose known values are listed in the API description. Unknown values are preserved.
///
/// Compare values with the static members: `status == .open`, `switch status { case .open: … default: … }`.
public nonisolated protocol OpenEnum: RawRepresentable, Codable, Hashable, Sendable, CustomStringConvertible
where RawValue: Codable & Hashable & Sendable {
    /// Creates a known or unknown value.
    init(rawValue: RawValue)
    /// The values that the API description lists, in its order.
    static var knownValues: [Self] { get }
}

nonisolated extension OpenEnum {
    /// Creates a known or unknown value.
    public init(_ rawValue: RawValue) { self.init(rawValue: rawValue) }

    /// Whether the API description lists the value.
    public var isKnown: Bool { Self.knownValues.contains(self) }

    /// The raw value as text.
    public var description: String { String(describing: rawValue) }

    /// Whether the raw values are equal.
    public static func == (left: Self, right: Self) -> Bool { left.rawValue == right.rawValue }
    /// Hashes the raw value.
    public func hash(into hasher: inout Hasher) { rawValue.hash(into: &hasher) }

    /// Decodes a raw value. Any value is accepted.
    public init(from decoder: any Decoder) throws { self.init(rawValue: try RawValue(from: decoder)) }
    /// Encodes the raw value.
    public func encode(to encoder: any Encoder) throws { try rawValue.encode(to: encoder) }
}

nonisolated extension OpenEnum where Self: ExpressibleByStringLiteral, RawValue == String {
    /// Creates a known or unknown value from a literal.
    public init(stringLiteral value: String) { self.init(rawValue: value) }
}

nonisolated extension Decoder {
    /// Throws if a text does not match its `format` and other branches of a union are left to try.
    ///
    /// Otherwise `format` is an annotation: any text is accepted.
    func expectForm(_ form: String, _ isOfForm: @autoclosure () -> Bool) throws {
        if let decoder = self as? NodeDecoder, decoder.context.isStrict, !isOfForm() {
            throw corrupted("expected \(form)")
        }
    }

    /// An error at the current path, of a type that suits the decoder.
    func corrupted(_ reason: String) -> any Error {
        if let decoder = self as? NodeDecoder { return decoder.failure(reason) }
        return DecodingError.dataCorrupted(.init(codingPath: codingPath, debugDescription: reason))
    }
}
