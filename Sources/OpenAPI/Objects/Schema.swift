public import Diagnostics
public import YAML

/// The index of a schema in ``Document/schemas``.
public struct SchemaID: Hashable, Sendable {
    let value: UInt32

    /// The position in ``Document/schemas``.
    public var index: Int { Int(value) }

    /// The position in ``Document/schemas``, at most 2^32 - 1.
    public init(_ index: Int) { value = UInt32(index) }
}

/// A member of `type` (JSON Schema Validation, 6.1.1). 2.0's `file` is a string of format `binary`.
public enum SchemaType: String, Hashable, Sendable, CaseIterable {
    /// The type names of JSON Schema. An `integer` is a number without a fraction, `1.0` included.
    case null, boolean, integer, number, string, array, object
}

/// What a value looks like (Schema Object), in the words of JSON Schema 2020-12.
///
/// For example: `nullable: true` beside `type: string` is `types == [.string, .null]`.
///
/// A keyword that is absent is `nil`, or an empty list where the two mean the same.
@dynamicMemberLookup
public struct Schema: Sendable {
    @usableFromInline let storage: Storage
    /// The first component that is this schema.
    public internal(set) var componentName: String?

    init(_ keywords: Keywords) { storage = Storage(keywords) }

    /// Keywords read as properties of the schema. For example: `schema.title`.
    @inlinable public subscript<Value>(dynamicMember keyword: KeyPath<Keywords, Value>) -> Value {
        storage.keywords[keyPath: keyword]
    }

    /// A schema says so much that copies of it would cost more than looking it up.
    @usableFromInline final class Storage: Sendable {
        @usableFromInline let keywords: Keywords

        init(_ keywords: Keywords) { self.keywords = keywords }
    }

    /// What a schema says.
    public struct Keywords: Sendable {
        /// Set for the schemas `true` (anything) and `false` (nothing), which say nothing else.
        public var boolean: Bool?
        /// `nil` where `type` is absent. `null` is a member like any other and comes last where `nullable` brought it.
        public var types: [SchemaType]?
        /// Whether `types` holds `null`, or the document says `nullable: true` (2.0: `x-nullable`), which also stands beside a
        /// reference or an `allOf` without a `type`.
        public var isNullable = false
        /// Any text. Formats that the tool does not know restrict nothing (JSON Schema Validation, section 7.2).
        public var format: String?
        /// A short description (JSON Schema Validation, section 9.1).
        public var title: String?
        /// CommonMark (JSON Schema Validation, section 9.1).
        public var description: String?
        /// The allowed values in document order, `null` and repeated ones included.
        public var enumeration: [Node]?
        /// `const`: the only allowed value (JSON Schema Validation, section 6.1.3).
        public var constant: Node?
        /// `default`, unchecked against the schema (JSON Schema Validation, section 9.2).
        public var defaultValue: Node?
        /// 3.0's `example` is one of them.
        public var examples: [Node] = []
        /// In document order.
        public var properties: [Property] = []
        /// Names of members that must be present (JSON Schema Validation, section 6.5.3); a name without a property is allowed.
        public var required: [(name: String, place: Place)] = []
        /// Members besides ``properties`` (JSON Schema Core, section 10.3.2.3); `nil` allows any.
        public var additionalProperties: Additional?
        /// The elements of an array, those after ``prefixItems``.
        public var items: SchemaID?
        /// Schemas that all apply (JSON Schema Core, section 10.2.1.1).
        public var allOf: [SchemaID] = []
        /// Schemas of which exactly one applies (JSON Schema Core, section 10.2.1.3).
        public var oneOf: [SchemaID] = []
        /// Schemas of which at least one applies (JSON Schema Core, section 10.2.1.2).
        public var anyOf: [SchemaID] = []
        /// Only in responses (JSON Schema Validation, section 9.4).
        public var isReadOnly = false
        /// Only in requests (JSON Schema Validation, section 9.4).
        public var isWriteOnly = false
        /// Whether callers must expect that the value is removed (JSON Schema Validation, section 9.3).
        public var isDeprecated = false
        /// The target of a `$ref` that has other keywords beside it, or that is itself a component referring to another.
        public var reference: SchemaID?
        /// RFC 6901 pointer, after the file's name where it is not the root document. For example: `#/components/schemas/Pet`,
        /// `schemas/pet.yaml#/properties/name`. Keys of more than a thousand bytes are shortened in it.
        public var pointer: String
        /// The location of the schema.
        public var place: Place
        var details: Details?
    }

    /// An entry of `properties`.
    public struct Property: Sendable {
        /// The wire name.
        public var name: String
        /// The location of the key.
        public var namePlace: Place
        /// The schema of the value.
        public var schema: SchemaID
    }

    /// What an extension such as `x-enum-varnames` says of a value of `enum`.
    public struct ValueLabel: Sendable {
        /// A name for the value, as written; `nil` if the extension has none.
        public var name: String?
        /// What the value means; `nil` if the extension does not say.
        public var description: String?
    }

    /// The value of `additionalProperties`, `unevaluatedProperties` or `unevaluatedItems`.
    public enum Additional: Hashable, Sendable {
        /// `false` forbids further members or elements, `true` allows any.
        case allowed(Bool)
        /// Further members or elements must match the schema.
        case schema(SchemaID)
    }

    /// Keywords that narrow the values and leave their type alone. Numbers are kept as written.
    public struct Bounds: Sendable {
        /// The least value (JSON Schema Validation, section 6.2.4).
        public var minimum: String?
        /// The greatest value (section 6.2.2).
        public var maximum: String?
        /// A number that values must be greater than (section 6.2.5); 3.0's `true` beside `minimum` becomes this.
        public var exclusiveMinimum: String?
        /// A number that values must be less than (section 6.2.3); 3.0's `true` beside `maximum` becomes this.
        public var exclusiveMaximum: String?
        /// A number that values must be a multiple of (section 6.2.1).
        public var multipleOf: String?
        /// The least number of characters (section 6.3.2).
        public var minLength: String?
        /// The greatest number of characters (section 6.3.1).
        public var maxLength: String?
        /// The least number of elements (section 6.4.2).
        public var minItems: String?
        /// The greatest number of elements (section 6.4.1).
        public var maxItems: String?
        /// The least number of elements that match `contains` (section 6.4.5).
        public var minContains: String?
        /// The greatest number of elements that match `contains` (section 6.4.4).
        public var maxContains: String?
        /// The least number of members (section 6.5.2).
        public var minProperties: String?
        /// The greatest number of members (section 6.5.1).
        public var maxProperties: String?
        /// An ECMA-262 regular expression.
        public var pattern: String?
        /// Whether all elements differ (section 6.4.3).
        public var uniqueItems = false
    }

    /// Keywords that apply schemas under conditions, or say what a value is not.
    public struct Conditions: Sendable {
        /// A schema that values must not match (JSON Schema Core, section 10.2.1.4).
        public var not: SchemaID?
        /// Decides between ``thenSchema`` and ``elseSchema`` (section 10.2.2.1).
        public var ifSchema: SchemaID?
        /// Applies to values that match ``ifSchema`` (section 10.2.2.2).
        public var thenSchema: SchemaID?
        /// Applies to values that do not match ``ifSchema`` (section 10.2.2.3).
        public var elseSchema: SchemaID?
        /// A schema that at least one element matches (section 10.3.1.3).
        public var contains: SchemaID?
        /// A schema that every member's name matches (section 10.3.2.4).
        public var propertyNames: SchemaID?
        /// The schema of a string's decoded content (JSON Schema Validation, section 8.5).
        public var contentSchema: SchemaID?
        /// Schemas that apply to objects that have the property (section 10.2.2.4).
        public var dependentSchemas: [(property: String, schema: SchemaID)] = []
        /// Members that must be present beside the property (JSON Schema Validation, section 6.5.4).
        public var dependentRequired: [(property: String, required: [String])] = []
        /// Members that no other keyword evaluated (section 11.3).
        public var unevaluatedProperties: Additional?
        /// Elements that no other keyword evaluated (section 11.2).
        public var unevaluatedItems: Additional?
    }
}
