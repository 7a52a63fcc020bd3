/// What a name is given to, which decides its form and what it may not be.
enum Role: Hashable {
    case type, property, enumCase, unionCase, parameter, method, group, server, scheme, serverVariable, outcome

    /// What stands before a name that starts with a digit: `2fa` is the property `value2fa`, `404` the type `Type404`.
    private var leadWord: String {
        switch self {
        case .type: "Type"
        case .property, .enumCase, .unionCase, .parameter, .serverVariable, .outcome: "value"
        case .method: "call"
        case .group: "group"
        case .server: "server"
        case .scheme: "credential"
        }
    }

    /// What is put after a name that would mean something else.
    private var tailWord: String {
        switch self {
        case .type, .property, .enumCase, .unionCase, .parameter, .serverVariable, .outcome: "Value"
        case .method: "Call"
        case .group: "Group"
        case .server: "Server"
        case .scheme: "Credential"
        }
    }

    private var reserved: Set<String> {
        switch self {
        case .type: reservedTypeNames
        case .property: Self.reservedProperties
        case .enumCase: Self.reservedValues
        case .unionCase, .outcome: Self.reservedCases
        case .parameter: Self.reservedParameters
        case .method, .group: Self.reservedMembers
        case .server: Self.reservedServers
        case .scheme: Self.reservedSchemes
        case .serverVariable: Self.reservedVariables
        }
    }

    private static let reservedProperties: Set = ["self", "additionalProperties", "hashValue", "customMirror"]
    private static let reservedValues: Set = [
        "self", "none", "knownValues", "rawValue", "allCases", "hashValue", "description",
    ]
    private static let reservedCases: Set = ["self", "none", "some", "unrecognized", "hashValue", "description"]
    private static let reservedParameters: Set = ["self", "request", "response", "connection", "security"]
    private static let reservedMembers: Set = ["self", "init", "connection", "withResponse", "untagged"]
    private static let reservedServers: Set = ["self", "default", "url", "description", "hashValue"]
    private static let reservedSchemes: Set = ["self", "server", "transport", "connection"]
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
        return isReserved(name) ? name + tailWord : name
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

/// What generated code spells without qualification: standard-library and Foundation names, and the runtime's.
public let reservedTypeNames: Set<String> = Set(
    """
    Any AnyObject Array AsyncHTTPClientTransport BodyEncoding Bool CalendarDate CalendarDuration Character ClientAnswer ClientConnection \
    ClientEndpoint ClientError ClientRequest ClientResponse Codable CodingKey CodingKeys Comparable Credential \
    CustomStringConvertible Data Date DateTime Decimal Decodable Decoder DefaultTransport Dictionary Double DocumentedHeaders \
    Encodable Encoder Equatable EventStream ExpressibleByStringLiteral FieldComparable FieldComparison \
    FieldDecoder FieldEncoder FieldHasher FileContent Float Foundation HTTPBody HTTPField HTTPFields HTTPRequest HTTPResponse HTTPTypes \
    Hashable Hasher HeaderFields Indirect Int Int32 Int64 JSONLines JSONValue Never Nullable OpenEnum OperationGroup \
    Optional Protocol RawRepresentable RawValue ResponseHeaders SecurityScheme Self Sendable ServerSentEvent \
    ServerURL ServiceClient Set String Swift TimeOfDay Transport Type UInt64 URL URLSessionTransport UUID \
    UnionBranch UnionDecoder UnionEncoder Void
    """.split(separator: " ").map(String.init))
