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

    /// With its article, for messages.
    var words: String {
        switch self {
        case .type: "a type"
        case .property: "a property"
        case .header: "a header"
        case .enumCase: "a value"
        case .unionCase, .outcome: "a case"
        case .parameter, .field, .serverVariable: "a parameter"
        case .method: "a method"
        case .group: "a group"
        case .server: "a server"
        case .scheme: "a credential"
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

    private static let reservedProperties =
        SpelledNames.structure.union(ofValues)
        .union([Identifier.additionalProperties.text, Identifier.explicitNulls.text])
    private static let reservedHeaders = SpelledNames.headers.union(ofValues)
    private static let reservedValues = SpelledNames.enumeration.union(ofValues).union(SwiftWords.ofEmptyOptional)
    private static let reservedCases =
        SpelledNames.union.union(ofValues).union(SwiftWords.ofOptional).union([Identifier.unrecognized.text])
    private static let reservedOutcomes = SwiftWords.ofEveryValue.union(SwiftWords.ofOptional)
    /// A parameter can be the property of a structure that hides secrets.
    private static let reservedParameters =
        SpelledNames.method.union(SwiftWords.ofEveryValue).union(["customMirror"])
    private static let reservedFields = SpelledNames.endpoint.union(SwiftWords.ofEveryValue)
    private static let reservedMethods = SpelledNames.client.union(SwiftWords.ofEveryCall)
    private static let reservedGroups = SpelledNames.client.union(SwiftWords.ofEveryCall).union([untaggedGroup])
    private static let reservedServers = SpelledNames.server.union(ofValues)
    private static let reservedSchemes = SpelledNames.initializer.union(SwiftWords.ofEveryValue)
    private static let reservedVariables = SwiftWords.ofEveryValue
    private static let ofValues = SwiftWords.ofEveryValue.union(SwiftWords.ofHashable)

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
public let reservedTypeNames: Set<String> = SpelledNames.types.union(SwiftWords.types)
