/// A value a request can set, or set to `null`.
///
/// An optional `Nullable` tells three things apart: `nil` leaves the member out, `.null` writes `null`.
public nonisolated enum Nullable<Wrapped> {
    case null
    case value(Wrapped)

    /// `nil` becomes `.null`.
    public init(_ value: Wrapped?) { self = value.map(Self.value) ?? .null }

    public var value: Wrapped? { if case .value(let value) = self { value } else { nil } }
}

nonisolated extension Nullable: Sendable where Wrapped: Sendable {}
nonisolated extension Nullable: Equatable where Wrapped: Equatable {}
nonisolated extension Nullable: Hashable where Wrapped: Hashable {}

nonisolated extension Nullable: Decodable where Wrapped: Decodable {
    public init(from decoder: any Decoder) throws { self.init(try Wrapped?(from: decoder)) }
}

nonisolated extension Nullable: Encodable where Wrapped: Encodable {
    public func encode(to encoder: any Encoder) throws { try value.encode(to: encoder) }
}

nonisolated extension Nullable: ExpressibleByUnicodeScalarLiteral where Wrapped: ExpressibleByStringLiteral {
    public init(unicodeScalarLiteral value: Wrapped.StringLiteralType) { self = .value(Wrapped(stringLiteral: value)) }
}
nonisolated extension Nullable: ExpressibleByExtendedGraphemeClusterLiteral where Wrapped: ExpressibleByStringLiteral {
    public init(extendedGraphemeClusterLiteral value: Wrapped.StringLiteralType) {
        self = .value(Wrapped(stringLiteral: value))
    }
}
nonisolated extension Nullable: ExpressibleByStringLiteral where Wrapped: ExpressibleByStringLiteral {
    public init(stringLiteral value: Wrapped.StringLiteralType) { self = .value(Wrapped(stringLiteral: value)) }
}
nonisolated extension Nullable: ExpressibleByIntegerLiteral where Wrapped: ExpressibleByIntegerLiteral {
    public init(integerLiteral value: Wrapped.IntegerLiteralType) { self = .value(Wrapped(integerLiteral: value)) }
}
nonisolated extension Nullable: ExpressibleByFloatLiteral where Wrapped: ExpressibleByFloatLiteral {
    public init(floatLiteral value: Wrapped.FloatLiteralType) { self = .value(Wrapped(floatLiteral: value)) }
}
nonisolated extension Nullable: ExpressibleByBooleanLiteral where Wrapped: ExpressibleByBooleanLiteral {
    public init(booleanLiteral value: Wrapped.BooleanLiteralType) { self = .value(Wrapped(booleanLiteral: value)) }
}

/// Stores a property behind a reference, so that a struct may contain values of its own type.
@propertyWrapper
public nonisolated enum Indirect<Value> {
    indirect case stored(Value)

    public init(wrappedValue: Value) { self = .stored(wrappedValue) }

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

/// A value of a set the API description gives known members of; one it does not know is kept and written back.
///
/// Compare with the static members: `status == .open`, `switch status { case .open: … default: … }`.
public nonisolated protocol OpenEnum: RawRepresentable, Codable, Hashable, Sendable, CustomStringConvertible
where RawValue: Codable & Hashable & Sendable {
    init(rawValue: RawValue)
    /// The values the API description lists, in its order.
    static var knownValues: [Self] { get }
}

nonisolated extension OpenEnum {
    public init(_ rawValue: RawValue) { self.init(rawValue: rawValue) }

    /// Whether the API description lists the value.
    public var isKnown: Bool { Self.knownValues.contains(self) }

    public var description: String { String(describing: rawValue) }

    public static func == (left: Self, right: Self) -> Bool { left.rawValue == right.rawValue }
    public func hash(into hasher: inout Hasher) { rawValue.hash(into: &hasher) }

    public init(from decoder: any Decoder) throws { self.init(rawValue: try RawValue(from: decoder)) }
    public func encode(to encoder: any Encoder) throws { try rawValue.encode(to: encoder) }
}

nonisolated extension Decoder {
    /// Throws if a text is not of the form that its `format` names and a union has branches left that the text may be of.
    /// Otherwise `format` is an annotation: any text is kept, and its form is not looked at.
    func expectForm(_ form: String, _ isOfForm: @autoclosure () -> Bool) throws {
        if let decoder = self as? NodeDecoder, decoder.context.isStrict, !isOfForm() {
            throw corrupted("expected \(form)")
        }
    }

    /// An error at the place being decoded, fit for this decoder.
    func corrupted(_ reason: String) -> any Error {
        if let decoder = self as? NodeDecoder { return decoder.failure(reason) }
        return DecodingError.dataCorrupted(.init(codingPath: codingPath, debugDescription: reason))
    }
}
