import Diagnostics
import OpenAPI
import YAML

/// Schemas that a value must satisfy together: one, or the members of an `allOf` seen as a whole.
struct Conjunction: Hashable {
    var members: [SchemaID]
    /// Schemas whose `oneOf` and `anyOf` have been dealt with.
    var decided: [SchemaID] = []

    init(_ members: [SchemaID], decided: [SchemaID] = []) {
        self.members = members
        self.decided = decided
    }

    init(_ id: SchemaID) { self.init([id]) }

    /// The only member, where nothing else is said of it.
    var single: SchemaID? { members.count == 1 && decided.isEmpty ? members[0] : nil }
}

/// What a conjunction says once `$ref` and `allOf` are gone.
///
/// For example: `allOf: [{$ref: Pet}, {required: [age]}]` has Pet's properties, and `age` among the required ones.
struct MergedSchema {
    /// Without `null`; `nil` where no member has a `type`.
    var types: [SchemaType]?
    /// Whether `null` alone is allowed.
    var isNull = false
    /// Whether a member is the schema `false`.
    var isNever = false
    var format: String?
    var values: Values?
    private(set) var properties: [Property] = []
    var additionalProperties: Schema.Additional?
    var patternProperties: [SchemaID] = []
    var items: [SchemaID] = []
    var prefixItems: [SchemaID] = []
    var unions: [UnionKeyword] = []
    var discriminator: Discriminator?
    var bounds: Schema.Bounds?
    var contentEncoding: String?
    var contentMediaType: String?
    private var propertyNames = NameTable()
    private var requiredNames = NameTable()
    private var requiredPlaces: [Place] = []

    struct Property {
        var name: String
        var place: Place
        /// More than one where several members of an `allOf` have it.
        var schemas: [SchemaID]
        /// The schemas that declare it.
        var origins: [SchemaID]
    }

    /// `enum`, or `const` as a list of one.
    struct Values {
        var nodes: [(node: Node, index: Int)]
        var owner: SchemaID
        var isConstant: Bool
    }

    /// A `oneOf` or an `anyOf`.
    struct UnionKeyword {
        var owner: SchemaID
        var branches: [SchemaID]
        var isOneOf: Bool
        var discriminator: Discriminator?
    }

    var required: [String] { requiredNames.names }

    func isRequired(_ name: String) -> Bool { requiredNames.position(of: name) != nil }

    /// Where `required` lists a name last.
    func requiredPlace(_ name: String) -> Place? { requiredNames.position(of: name).map { requiredPlaces[$0] } }

    func property(_ name: String) -> Property? { propertyNames.position(of: name).map { properties[$0] } }

    /// Whether the schema speaks of members without a property of their own, and allows them.
    var allowsMore: Bool {
        switch additionalProperties {
        case .allowed(let isAllowed)?: isAllowed
        case .schema?: true
        case nil: false
        }
    }

    mutating func require(_ name: String, at place: Place) {
        if let index = requiredNames.insert(name) {
            requiredPlaces[index] = place
        } else {
            requiredPlaces.append(place)
        }
    }

    mutating func add(_ name: String, at place: Place, _ schema: SchemaID, of origin: SchemaID) {
        if let index = propertyNames.insert(name) {
            if !properties[index].schemas.contains(schema) {
                properties[index].schemas.append(schema)
            }
            properties[index].origins.append(origin)
        } else {
            properties.append(Property(name: name, place: place, schemas: [schema], origins: [origin]))
        }
    }

    /// Takes over the members that are not there yet.
    mutating func add(membersOf other: MergedSchema) {
        for property in other.properties {
            for (schema, origin) in zip(property.schemas, property.origins) {
                add(property.name, at: property.place, schema, of: origin)
            }
        }
    }

    /// Keeps of the types those that `other` allows too, and says whether any is left.
    mutating func narrow(to other: [SchemaType]) -> Bool {
        guard let types else {
            self.types = other
            return true
        }
        let common = types.compactMap { type -> SchemaType? in
            if other.contains(type) { return type }
            if type == .number, other.contains(.integer) { return .integer }
            if type == .integer, other.contains(.number) { return .integer }
            return nil
        }
        guard !common.isEmpty else { return false }
        self.types = common
        return true
    }
}

/// One token of an RFC 6901 pointer.
public func pointerToken(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == 0x7E || $0 == 0x2F }) else { return text }
    var result = ""
    for scalar in text.unicodeScalars {
        switch scalar {
        case "~": result += "~0"
        case "/": result += "~1"
        default: result.unicodeScalars.append(scalar)
        }
    }
    return result
}
