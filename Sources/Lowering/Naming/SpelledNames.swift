/// Names that templates, views and the runtime spell. Written by `SpelledNamesTests`, which fails where it differs from them.
enum SpelledNames {
    static let client: Set<String> = ["connection", "with", "withResponse"]
    static let endpoint: Set<String> = ["customMirror", "request"]
    static let enumeration: Set<String> = ["description", "isKnown", "knownValues", "rawValue"]
    static let headers: Set<String> = ["fields"]
    static let initializer: Set<String> = ["connection", "server", "transport"]
    static let method: Set<String> = ["connection"]
    static let server: Set<String> = ["default", "description", "server"]
    static let structure: Set<String> = ["customMirror", "debugDescription"]
    static let types: Set<String> = [
        "Any", "AsyncHTTPClient", "BodyEncoding", "Bool", "CalendarDate", "CalendarDuration", "ClientConnection",
        "ClientEndpoint", "ClientError", "ClientOutcome", "ClientRequest", "ClientResponse", "Codable", "Credential",
        "CustomReflectable", "Data", "Date", "DateTime", "Decimal", "Decoder", "DefaultTransport",
        "DocumentedHeaders", "Double", "Encoder", "Equatable", "EventStream", "ExplicitNulls",
        "ExpressibleByArrayLiteral", "ExpressibleByDictionaryLiteral", "ExpressibleByFloatLiteral",
        "ExpressibleByIntegerLiteral", "ExpressibleByStringLiteral", "FieldComparable", "FieldComparison",
        "FieldDecoder", "FieldEncoder", "FieldHasher", "FileContent", "Float", "Foundation", "FoundationEssentials",
        "HTTPBody", "Hashable", "Hasher", "HeaderFields", "Identifiable", "Indirect", "Int", "Int32", "Int64",
        "JSONLines", "JSONValue", "Never", "OpenEnum", "OperationGroup", "ResponseHeaders", "SecurityScheme", "Self",
        "Sendable", "ServerURL", "ServiceClient", "String", "Swift", "TimeOfDay", "Transport", "TransportTraits",
        "UInt64", "URLSession", "URLText", "UUIDText", "UnionBranch", "UnionDecoder", "UnionEncoder", "UnixTime",
        "Void",
    ]
    static let union: Set<String> = ["branches", "cleared"]
}
