public import Diagnostics
import YAML

/// One method of a path (Operation Object).
public struct Operation: Sendable {
    /// As sent: `GET`, `QUERY`, or the key of an `additionalOperations` entry as written.
    public var method: String
    /// As written. A repeated one is reported and made unique later.
    public var operationID: String?
    /// The location of the value; `nil` without one.
    public var operationIDPlace: Place?
    /// In document order. The first decides the group.
    public var tags: [(name: String, place: Place)] = []
    /// A short description.
    public var summary: String?
    /// CommonMark.
    public var description: String?
    /// Documentation of the operation.
    public var externalDocumentation: ExternalDocumentation?
    /// Those of the path item first, each replaced by the operation's own of the same name and location.
    public var parameters: [Parameter] = []
    /// `nil` if no body is documented. In 2.0, made from `body` and `formData` parameters.
    public var requestBody: RequestBody?
    /// In document order.
    public var responses: [Response] = []
    /// Requests that the service sends afterward.
    public var callbacks: [Callback] = []
    /// Whether callers must expect that the operation is removed.
    public var isDeprecated = false
    /// `nil` inherits ``Document/security``; an empty list needs none.
    public var security: [SecurityRequirement]?
    /// Empty where the operation has none of its own.
    public var servers: [Server] = []
    /// RFC 6901 pointer to the object.
    public var pointer: String
    /// The location of the object.
    public var place: Place
    /// The place of the method's key.
    public var methodPlace: Place
}

private enum OperationKey: String, ObjectKey {
    case tags, summary, description, externalDocs, operationId, parameters, requestBody, responses, callbacks
    case deprecated, security, servers, consumes, produces, schemes

    static let table = KeyTable<OperationKey>(
        "an operation",
        only: [
            (.v3_0 ... .newest, [.requestBody, .callbacks, .servers]),
            (.v2_0 ... .v2_0, [.consumes, .produces, .schemes]),
        ], strict: [.consumes, .produces, .schemes])
}

extension Reader {
    /// - Parameter shared: the parameters of the path item.
    func operation(_ located: Located, method: String, at methodPlace: Place, shared: ParameterSet) -> Operation? {
        var operation = Operation(
            method: method, pointer: located.pointer, place: located.place, methodPlace: methodPlace)
        var own = ParameterSet()
        var consumes: [MediaRange]?
        var hasResponses = false
        let isMapping = read(located) { (key: OperationKey, entry, located) in
            switch key {
            case .parameters: own = parameters(entry, in: located)
            case .requestBody: operation.requestBody = requestBody(located.child(entry))
            case .responses:
                hasResponses = true
                operation.responses = responses(entry, in: located)
            case .callbacks:
                operation.callbacks = members(entry, in: located).compactMap {
                    callback($0.located, name: $0.key, at: $0.keyPlace)
                }
            case .security: operation.security = security(entry, in: located)
            case .servers: operation.servers = servers(entry, in: located)
            case .schemes: operation.servers = swaggerServers(schemes: texts(entry).map(\.name), at: entry.value.place)
            case .consumes: consumes = mediaRanges(entry)
            case .produces: break
            default: describe(&operation, key, entry, located)
            }
        }
        guard isMapping else { return nil }
        let all = own.overriding(shared)
        operation.parameters = all.parameters
        if family(of: located) == .v2_0 {
            operation.requestBody = requestBody(all, consumes: consumes, of: located) ?? operation.requestBody
        }
        if !hasResponses, family(of: located) < .v3_1 {
            report(.repaired, .missingKey, "an operation needs `responses`; none are read", at: methodPlace)
        }
        return operation
    }

    private func describe(
        _ operation: inout Operation, _ key: OperationKey, _ entry: Mapping.Entry, _ located: Located
    ) {
        switch key {
        case .tags: operation.tags = texts(entry)
        case .summary: operation.summary = prose(entry, in: located)
        case .description: operation.description = prose(entry, in: located)
        case .externalDocs: operation.externalDocumentation = externalDocumentation(located.child(entry))
        case .operationId:
            guard let text = text(entry) else { break }
            if text.isEmpty { return reportEmpty(entry) }
            operation.operationID = text
            operation.operationIDPlace = entry.value.place
        case .deprecated: operation.isDeprecated = boolean(entry) ?? false
        default: break
        }
    }
}
