public import Diagnostics
public import YAML

/// The index of a schema in ``Document/schemas``.
public struct SchemaID: Hashable, Sendable {
    let value: UInt32

    public var index: Int { Int(value) }

    public init(_ index: Int) { value = UInt32(index) }
}

/// A member of `type` (JSON Schema Validation, 6.1.1). 2.0's `file` is a string of format `binary`.
public enum SchemaType: String, Hashable, Sendable, CaseIterable {
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
        public var format: String?
        public var title: String?
        public var description: String?
        /// The allowed values in document order, `null` and repeated ones included.
        public var enumeration: [Node]?
        public var constant: Node?
        public var defaultValue: Node?
        /// 3.0's `example` is one of them.
        public var examples: [Node] = []
        /// In document order.
        public var properties: [Property] = []
        public var required: [(name: String, place: Place)] = []
        public var additionalProperties: Additional?
        /// The elements of an array, those after ``prefixItems``.
        public var items: SchemaID?
        public var allOf: [SchemaID] = []
        public var oneOf: [SchemaID] = []
        public var anyOf: [SchemaID] = []
        public var isReadOnly = false
        public var isWriteOnly = false
        public var isDeprecated = false
        /// The target of a `$ref` that has other keywords beside it, or that is itself a component referring to another.
        public var reference: SchemaID?
        /// RFC 6901 pointer, after the file's name where it is not the root document. For example: `#/components/schemas/Pet`,
        /// `schemas/pet.yaml#/properties/name`. Keys of more than a thousand bytes are shortened in it.
        public var pointer: String
        public var place: Place
        var details: Details?
    }

    /// An entry of `properties`.
    public struct Property: Sendable {
        public var name: String
        public var namePlace: Place
        public var schema: SchemaID
    }

    /// What an extension such as `x-enum-varnames` says of a value of `enum`.
    public struct ValueLabel: Sendable {
        public var name: String?
        public var description: String?
    }

    /// The value of `additionalProperties`, `unevaluatedProperties` or `unevaluatedItems`.
    public enum Additional: Hashable, Sendable {
        case allowed(Bool)
        case schema(SchemaID)
    }

    /// Keywords that narrow the values and leave their type alone. Numbers are kept as written.
    public struct Bounds: Sendable {
        public var minimum: String?
        public var maximum: String?
        public var exclusiveMinimum: String?
        public var exclusiveMaximum: String?
        public var multipleOf: String?
        public var minLength: String?
        public var maxLength: String?
        public var minItems: String?
        public var maxItems: String?
        public var minContains: String?
        public var maxContains: String?
        public var minProperties: String?
        public var maxProperties: String?
        /// An ECMA-262 regular expression.
        public var pattern: String?
        public var uniqueItems = false
    }

    /// Keywords that apply schemas under conditions, or say what a value is not.
    public struct Conditions: Sendable {
        public var not: SchemaID?
        public var ifSchema: SchemaID?
        public var thenSchema: SchemaID?
        public var elseSchema: SchemaID?
        public var contains: SchemaID?
        public var propertyNames: SchemaID?
        public var contentSchema: SchemaID?
        public var dependentSchemas: [(property: String, schema: SchemaID)] = []
        public var dependentRequired: [(property: String, required: [String])] = []
        public var unevaluatedProperties: Additional?
        public var unevaluatedItems: Additional?
    }
}
