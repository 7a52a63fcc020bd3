import ClientModel

/// What a name is given to, which decides its form and what it may not be.
enum Role: Hashable {
    case type, property, header, enumCase, unionCase, outcome, parameter, field, method, group, server, scheme,
        serverVariable

    /// What stands before a name that starts with a digit: `2fa` is the property `value2fa`, `404` the type `Type404`.
    private var leadWord: String {
        switch self {
        case .type: "Type"
        case .property, .header, .enumCase, .unionCase, .outcome, .parameter, .field, .serverVariable: "value"
        case .method: "call"
        case .group: "group"
        case .server: "server"
        case .scheme: "credential"
        }
    }

    /// What is put after a name that would mean something else.
    private var tailWord: String {
        switch self {
        case .type, .property, .header, .enumCase, .unionCase, .outcome, .parameter, .field, .serverVariable: "Value"
        case .method: "Call"
        case .group: "Group"
        case .server: "Server"
        case .scheme: "Credential"
        }
    }

    /// The names that generated code has for things of its own where this one would stand, and those that Swift has.
    var reserved: Set<String> {
        switch self {
        case .type: reservedTypeNames
        case .property: Self.reservedProperties
        case .header: Self.reservedHeaders
        case .enumCase: Self.reservedValues
        case .unionCase: Self.reservedCases
        case .outcome: Self.reservedOutcomes
        case .parameter: Self.reservedParameters
        case .field: Self.reservedFields
        case .method: Self.reservedMethods
        case .group: Self.reservedGroups
        case .server: Self.reservedServers
        case .scheme: Self.reservedSchemes
        case .serverVariable: Self.reservedVariables
        }
    }

    private static let reservedProperties: Set =
        SpelledNames.structure.union(["self", "hashValue", Identifier.additionalProperties.text])
    private static let reservedHeaders: Set = SpelledNames.headers.union(["self", "hashValue"])
    private static let reservedValues: Set = SpelledNames.enumeration.union(["self", "none", "hashValue"])
    private static let reservedCases: Set =
        SpelledNames.union.union(["self", "none", "some", "hashValue", Identifier.unrecognized.text])
    private static let reservedOutcomes: Set = ["self", "none", "some"]
    private static let reservedParameters: Set = SpelledNames.method.union(["self"])
    private static let reservedFields: Set = SpelledNames.endpoint.union(["self"])
    private static let reservedMethods: Set = SpelledNames.client.union(["self", "init"])
    private static let reservedGroups: Set = SpelledNames.client.union(["self", "init", untaggedGroup])
    private static let reservedServers: Set = SpelledNames.server.union(["self", "hashValue"])
    private static let reservedSchemes: Set = SpelledNames.initializer.union(["self"])
    private static let reservedVariables: Set = ["self"]

    /// The Swift name of `words`, depending on nothing else. For example: the words of `redirect_url` are `redirectURL`
    /// as a property and `RedirectURL` as a type.
    func name(_ words: Words) -> String {
        guard !words.isEmpty else { return self == .type ? "Empty" : "empty" }
        var name = self == .type ? words.upperCamelCase() : words.lowerCamelCase()
        if words.startsWithDigit { name = leadWord + name }
        if name.utf8.count > longestName {
            name = name.prefix(longestName - 20) + "_" + stableHash(words.longText ?? name, length: 8)
        }
        while isReserved(name) { name += tailWord }
        return name
    }

    /// Whether a name cannot be used as it is: it means something else, or what is generated needs it.
    ///
    /// Type names ending in `API` are those of the operation groups, so that no schema ever collides with a tag.
    func isReserved(_ name: String) -> Bool {
        reserved.contains(name) || (self == .type && name.hasSuffix("API"))
    }
}

/// Longer names are cut, and end in a hash of the whole.
private let longestName = 120

/// The group of operations without a tag.
let untaggedGroup = "untagged"

/// What generated code spells without qualification, and what means something else to the compiler wherever it stands.
public let reservedTypeNames: Set<String> = SpelledNames.types.union([
    "Any", "AnyObject", "CodingKey", "CodingKeys", "Optional", "Protocol", "RawValue", "Self", "Type",
])
