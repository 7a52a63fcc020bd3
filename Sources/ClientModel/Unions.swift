public import Diagnostics

/// One of several types (`oneOf`, `anyOf`): a `@nonexhaustive` enum with payloads and an `unrecognized` case.
public struct Union: Hashable, Codable, Sendable {
    /// In document order; several branches of the document can be one case.
    public var cases: [Case]
    /// How a value's case is found.
    public var selection: Selection
    /// With a discriminator, the index of the case of values it maps to none (3.2's `defaultMapping`).
    public var fallback: Int?
    /// The case for values that are none of the others'.
    public var unrecognized = Identifier.unrecognized

    /// A case with one payload.
    public struct Case: Hashable, Codable, Sendable {
        /// The case. For example: `creditCard`.
        public var name: Identifier
        /// The type of the payload.
        public var type: TypeReference
        /// Whether the payload is stored behind a box, because the type would contain itself.
        public var isIndirect: Bool
        /// What distinguishes the branch where no discriminator does.
        public var signature: Signature
        /// Further looks of the branch's values, where it is itself a union.
        public var alternatives: [Signature]
        /// Title and description of the branch's schema.
        public var documentation: Documentation
        /// The pointers of the document's branches that became the case. For example: `#/components/schemas/Pet/oneOf/0`.
        public var pointers: [String]
        /// The location of the first of the branches; `nil` in a model that was read from JSON.
        public var place: Place?

        /// Without alternatives, values of the case have the one signature.
        public init(
            name: Identifier, type: TypeReference, isIndirect: Bool = false, signature: Signature,
            alternatives: [Signature] = [], documentation: Documentation = .init(), pointers: [String] = [],
            place: Place? = nil
        ) {
            self.name = name
            self.type = type
            self.isIndirect = isIndirect
            self.signature = signature
            self.alternatives = alternatives
            self.documentation = documentation
            self.pointers = pointers
            self.place = place
        }
    }

    /// How a decoder chooses a case.
    public enum Selection: Hashable, Codable, Sendable {
        /// The property, and for each of its values the index of the case. A case may have several values; the first is
        /// written on encode where the payload does not hold the property itself.
        case discriminator(property: String, mapping: [Mapping])
        /// By JSON type and by members; the cases are tried in an order that does not depend on the document's.
        case shape
    }

    /// A value of a discriminator and the index of its case.
    public struct Mapping: Hashable, Codable, Sendable {
        /// The discriminator's value as it is sent.
        public var value: String
        /// The index in ``Union/cases``.
        public var `case`: Int

        /// The index must be that of a case of the union.
        public init(value: String, case index: Int) {
            self.value = value
            self.case = index
        }
    }

    /// What a JSON value must look like to be the branch's.
    public struct Signature: Hashable, Codable, Sendable {
        /// The JSON type of a value.
        public enum Kind: String, Hashable, Codable, Sendable {
            /// `integer` is a number without a fraction; `any` matches every value.
            case null, boolean, integer, number, string, array, object, any
        }

        /// The JSON type that values must have.
        public var kind: Kind
        /// Members that must be there.
        public var required: [String] = []
        /// Members that may be there, the required ones included.
        public var known: [String] = []
        /// Members that must have one of these values (`const` and one-value enums), each as the text of a string, number or
        /// boolean.
        public var constants: [String: [String]] = [:]
        /// Values the document lists for members that other branches have too; another value speaks against the branch, and no more.
        public var choices: [String: [String]] = [:]
        /// The JSON type of those members that can have only one; `null` is allowed beside it.
        public var kinds: [String: Kind] = [:]
        /// The looks of members, where nothing else tells the branch from another.
        public var members: [String: [Signature]] = [:]
        /// The looks that the elements of an array, or the further members of an object, may have; empty for any.
        public var items: [Signature] = []
        /// The string values a scalar branch lists, or empty for any.
        public var values: [String] = []
        /// Whether a member outside `known` speaks against the branch (`additionalProperties: false`).
        public var isClosed = false

        /// A signature without members, which every value of the kind has.
        public init(kind: Kind) { self.kind = kind }
    }

    /// Discriminators must map to indices of the cases.
    public init(cases: [Case], selection: Selection) {
        self.cases = cases
        self.selection = selection
    }
}
