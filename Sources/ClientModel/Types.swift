public import Diagnostics

/// The index of a declaration in ``API/types``.
public struct TypeID: RawRepresentable, Hashable, Codable, Sendable {
    /// The index, as the JSON of a model spells it.
    public let rawValue: Int

    /// The index in ``API/types``.
    public var index: Int { rawValue }

    /// The index must be that of a declaration in ``API/types``.
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// The index must be that of a declaration in ``API/types``.
    public init(_ index: Int) { self.init(rawValue: index) }
}

/// A Swift type as it is used. Optionality of a property is not part of it.
///
/// For example: `.array(.named(pet))` for `[Pet]`.
public indirect enum TypeReference: Hashable, Sendable {
    /// A string, number or boolean, or one of the formats that have a type.
    case scalar(ScalarType)
    /// A value whose structure the document does not give: `JSONValue`.
    case json
    /// A list of elements of one type.
    case array(TypeReference)
    /// String keys.
    case dictionary(TypeReference)
    /// A value that may be `null` inside an array, a dictionary or a body: `T?`.
    case nullable(TypeReference)
    /// A declaration of this model.
    case named(TypeID)
}

/// Swift types a schema without structure becomes.
public enum ScalarType: String, Hashable, Codable, Sendable, CaseIterable {
    /// `integer` is Swift's `Int`; the others are exact widths, and `decimal` is Foundation's `Decimal`.
    case string, boolean, integer, int32, int64, uint64, double, float, decimal
    /// `format: date-time` (RFC 3339): the runtime's `DateTime`.
    case dateTime
    /// `format: date`: the runtime's `CalendarDate`.
    case date
    /// `format: time`: the runtime's `TimeOfDay`.
    case time
    /// `format: duration`: the runtime's `CalendarDuration`.
    case duration
    /// Format `uuid`; the spelling of the document is kept.
    case uuid
    /// Formats `uri` and `url`; the spelling of the document is kept.
    case url
    /// Base64 text in JSON: `Data`.
    case base64
    /// Text of `format: date-time` as Foundation's `Date`, where the configuration asks for it.
    case instant
    /// A number of seconds since 1970 as the runtime's `UnixTime`, where the configuration asks for it.
    case unixTime
    /// Raw bytes: the runtime's `HTTPBody` as a whole body, its `FileContent` as a part of one; `Data` as the body of an error.
    case binary
}

/// A declared type.
public struct TypeDeclaration: Codable, Sendable {
    /// The index of the declaration.
    public var id: TypeID
    /// The name within its scope. For example: `Status` of `Pet.Status`.
    public var name: Identifier
    /// What its file is called, without the extension, where it has one of its own: unlike any other's of the client by more than case.
    public var fileName: Identifier
    /// The function of the generated tests that decodes and encodes its samples.
    public var testName: Identifier
    /// The one that gives an enumeration a value it does not list.
    public var unknownTestName: Identifier?
    /// What it is nested in.
    public var scope: Scope
    /// The schema's key or the property's name. For example: `error_response_body`.
    public var wireName: String
    /// RFC 6901 pointer, after the file's name where it is not the root document. For example: `#/components/schemas/error`.
    public var pointer: String
    /// The pointer with what stands in a list instead of its position: the same when the list grows or has another order.
    public var stablePointer: String
    /// The location of the schema; `nil` in a model that was read from JSON.
    public var place: Place?
    /// Title and description of the schema, as the type's doc comment prints them.
    public var documentation: Documentation
    /// What is declared, with its members.
    public var shape: Shape
    /// The directions in which values travel. A type without any is used by other types alone, or not at all.
    public var usage: Usage
    /// JSON texts that are values of the type, for the generated round-trip tests.
    public var samples: [String]

    /// For example: a component schema stands in `.service`, the enum of its property `status` in `.type`, the inline body of an operation in `.group`.
    public enum Scope: Hashable, Codable, Sendable {
        /// The client's type. For example: `RunAI`.
        case service
        /// Another declaration. For example: the object whose property has the type.
        case type(TypeID)
        /// The index in ``API/groups``.
        case group(Int)
    }

    /// The kinds of declarations that a schema can become.
    public enum Shape: Hashable, Codable, Sendable {
        /// A struct with properties.
        case structure(Structure)
        /// A struct with static members, one for each known value.
        case enumeration(Enumeration)
        /// An enum with payloads.
        case union(Union)
        /// A `typealias` for a type that needs no declaration, such as a named list.
        case alias(TypeReference)
    }

    /// Where values of the type travel.
    public struct Usage: OptionSet, Sendable {
        /// The directions as bits, which only this process uses; JSON has their names.
        public let rawValue: UInt8
        /// Unknown bits have no meaning.
        public init(rawValue: UInt8) { self.rawValue = rawValue }
        /// In the body, the parameters or the headers of a request.
        public static let request = Usage(rawValue: 1)
        /// In the body or the headers of a response.
        public static let response = Usage(rawValue: 2)
    }

    /// File and test names are the type's name until the naming pass decides otherwise.
    public init(
        id: TypeID, name: Identifier, scope: Scope = .service, wireName: String, pointer: String, place: Place? = nil,
        documentation: Documentation = .init(), shape: Shape, usage: Usage = [], samples: [String] = []
    ) {
        self.id = id
        self.name = name
        fileName = name
        testName = name
        self.scope = scope
        self.wireName = wireName
        self.pointer = pointer
        stablePointer = pointer
        self.place = place
        self.documentation = documentation
        self.shape = shape
        self.usage = usage
        self.samples = samples
    }
}

/// An object with known properties.
public struct Structure: Hashable, Codable, Sendable {
    /// Required ones first, then those that are required and can have one value only, then optional ones, each in document order or as
    /// recorded: the order of the memberwise `init`.
    public var properties: [Property]
    /// The type of further members, or `nil` where they are ignored when read.
    public var additionalProperties: TypeReference?
    /// The member that holds them.
    public var additionalName: Identifier
    /// The member that lists which of ``nullableProperties`` are sent as `null`, or `nil` where there are none.
    public var explicitNulls: Identifier?

    /// A structure without `additionalProperties` ignores unknown members.
    public init(
        properties: [Property], additionalProperties: TypeReference? = nil,
        additionalName: Identifier = .additionalProperties, explicitNulls: Identifier? = nil
    ) {
        self.properties = properties
        self.additionalProperties = additionalProperties
        self.additionalName = additionalName
        self.explicitNulls = explicitNulls
    }

    /// The optional properties that can be sent as `null`.
    public var nullableProperties: [Property] { properties.filter { $0.presence == .optionalNullable } }
}

/// One property of an object.
public struct Property: Hashable, Codable, Sendable {
    /// The Swift property. For example: `redirectURL`.
    public var name: Identifier
    /// The JSON member. For example: `redirect_url`.
    public var wireName: String
    /// The type of a value, without `?`: ``presence`` says whether it is optional.
    public var type: TypeReference
    /// Whether the member can be missing or `null`.
    public var presence: Presence
    /// Stored behind a box, because the type would contain itself.
    public var isIndirect: Bool
    /// The private property that holds the box. For example: `_parent`.
    public var storage: Identifier?
    /// Only in responses (JSON Schema Validation, section 9.4).
    public var isReadOnly: Bool
    /// Only in requests (JSON Schema Validation, section 9.4).
    public var isWriteOnly: Bool
    /// Left out of descriptions and mirrors: write-only, of `format: password`, or of a usual name for secrets.
    public var isSecret: Bool
    /// JSON text of the schema's `default`; documented, never applied.
    public var defaultValue: String?
    /// The only value that the document allows for a required member: its default in the memberwise `init`. The type is `Bool` or an
    /// enumeration with one case.
    public var constant: Enumeration.Value?
    /// Title and description of the property's schema.
    public var documentation: Documentation
    /// The location of the property's schema; `nil` in a model that was read from JSON.
    public var place: Place?

    /// How a missing member and `null` are represented.
    public enum Presence: Hashable, Codable, Sendable {
        /// `T`.
        case required
        /// `T?`, written as `null` when `nil`.
        case requiredNullable
        /// `T?`, omitted when `nil`; `null` is read as `nil`.
        case optional
        /// `T?`, omitted when `nil` unless ``Structure/explicitNulls`` lists it: a request can send `null`.
        case optionalNullable
    }

    /// Boxes and constants are not set; the passes that decide them add them.
    public init(
        name: Identifier, wireName: String, type: TypeReference, presence: Presence, isIndirect: Bool = false,
        isReadOnly: Bool = false, isWriteOnly: Bool = false, isSecret: Bool = false, defaultValue: String? = nil,
        documentation: Documentation = .init(), place: Place? = nil
    ) {
        self.name = name
        self.wireName = wireName
        self.type = type
        self.presence = presence
        self.isIndirect = isIndirect
        self.isReadOnly = isReadOnly
        self.isWriteOnly = isWriteOnly
        self.isSecret = isSecret
        self.defaultValue = defaultValue
        self.documentation = documentation
        self.place = place
    }
}

/// An open set of known values: a struct with static members.
public struct Enumeration: Hashable, Codable, Sendable {
    /// The type of every value.
    public var rawType: RawType
    /// Distinct by value, in document order.
    public var cases: [Case]
    /// Whether the document allows any value of the raw type beside those it lists.
    public var allowsOthers = false

    /// Enumerations of mixed types have no raw type and become plain JSON.
    public enum RawType: Hashable, Codable, Sendable {
        /// Values of the struct are strings or 64-bit integers.
        case string, integer
        /// Integers of which one is larger than `Int64` holds.
        case unsigned
        /// Values of the struct are doubles or booleans.
        case number, boolean
    }

    /// A value that the document lists.
    public struct Case: Hashable, Codable, Sendable {
        /// The static member. For example: `inTransit`.
        public var name: Identifier
        /// The value as it is sent.
        public var value: Value
        /// What an extension such as `x-enum-descriptions` says of the value.
        public var documentation: Documentation
        /// The location of the value; `nil` in a model that was read from JSON.
        public var place: Place?

        /// The value must have the enumeration's raw type.
        public init(name: Identifier, value: Value, documentation: Documentation = .init(), place: Place? = nil) {
            self.name = name
            self.value = value
            self.documentation = documentation
            self.place = place
        }
    }

    /// The value of a case, or of a constant member.
    public enum Value: Hashable, Codable, Sendable {
        /// As it is sent, without quotes.
        case string(String)
        /// Any integer from -2^63 to 2^63 - 1.
        case integer(Int64)
        /// An integer above `Int64.max`.
        case unsigned(UInt64)
        /// The number as the document spells it.
        case number(String)
        /// `true` or `false`.
        case boolean(Bool)
    }

    /// The cases must have distinct names and distinct values.
    public init(rawType: RawType, cases: [Case]) {
        self.rawType = rawType
        self.cases = cases
    }
}
