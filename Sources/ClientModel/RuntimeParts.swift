/// A part of the runtime that callers come to through generated code alone. A package has those that its clients use.
public enum RuntimePart: String, Hashable, Sendable, CaseIterable {
    /// Formats of strings and numbers: `time`, `duration`, and numbers of seconds since 1970.
    case times, durations, unixTimes
    /// What values that name a point in time have in common.
    case pointsInTime
    /// UUIDs and URLs with their spelling.
    case identifiers
    /// Members that can be sent as `null`, unions, and typed response headers.
    case explicitNulls, unions, responseHeaders
    /// Forms that are sent, as bodies and in parameters.
    case forms
    /// Form bodies of responses.
    case receivedForms
    /// Multipart bodies: those that are sent, and those of responses.
    case multipart, receivedMultipart
    /// Streams of server-sent events, and of JSON lines.
    case events, jsonLines

    /// The types that callers can use for values of their own, which are gone with the part.
    public var types: [String] {
        switch self {
        case .times: ["TimeOfDay"]
        case .durations: ["CalendarDuration"]
        case .unixTimes: ["UnixTime"]
        case .pointsInTime: ["PointInTime"]
        case .identifiers: ["URLText", "UUIDText"]
        case .events: ["EventStream", "ServerSentEvent"]
        case .jsonLines: ["JSONLines"]
        case .explicitNulls, .unions, .responseHeaders, .forms, .receivedForms, .multipart, .receivedMultipart: []
        }
    }
}

extension API {
    /// The parts of the runtime that the client uses.
    public var runtimeParts: Set<RuntimePart> {
        var parts: Set<RuntimePart> = headers.isEmpty ? [] : [.responseHeaders]
        for header in headers { parts.formUnion(header.type.runtimeParts) }
        for type in types { parts.formUnion(type.shape.runtimeParts) }
        for operation in groups.lazy.flatMap(\.operations) {
            parts.formUnion(operation.parameters.runtimeParts)
            for content in operation.body?.contents ?? [] { parts.formUnion(content.runtimeParts(isSent: true)) }
            parts.formUnion(operation.responses.runtimeParts)
        }
        // Only their models are generated, but callers can read the whole of a request.
        for webhook in webhooks {
            parts.formUnion(webhook.parameters.runtimeParts)
            for content in webhook.contents { parts.formUnion(content.type.runtimeParts) }
        }
        return parts
    }
}

extension TypeReference {
    /// Those of the values themselves, named declarations not followed.
    fileprivate var runtimeParts: Set<RuntimePart> {
        switch self {
        case .scalar(let scalar): scalar.runtimeParts
        case .array(let inner), .dictionary(let inner), .nullable(let inner): inner.runtimeParts
        case .json, .named: []
        }
    }
}

extension ScalarType {
    fileprivate var runtimeParts: Set<RuntimePart> {
        switch self {
        case .time: [.times]
        case .duration: [.durations]
        case .unixTime: [.unixTimes, .pointsInTime]
        case .dateTime: [.pointsInTime]
        case .uuid, .url: [.identifiers]
        case .string, .boolean, .integer, .int32, .int64, .uint64, .double, .float, .decimal: []
        case .date, .base64, .instant, .binary: []
        }
    }
}

extension TypeDeclaration.Shape {
    fileprivate var runtimeParts: Set<RuntimePart> {
        let own: Set<RuntimePart> =
            switch self {
            case .structure(let structure): structure.explicitNulls == nil ? [] : [.explicitNulls]
            case .union: [.unions]
            case .enumeration, .alias: []
            }
        return parts.reduce(into: own) { $0.formUnion($1.runtimeParts) }
    }
}

extension [Parameter] {
    fileprivate var runtimeParts: Set<RuntimePart> {
        reduce(into: []) { parts, parameter in
            parts.formUnion(parameter.type.runtimeParts)
            if case .content(let type) = parameter.encoding, type.kind == .form { parts.insert(.forms) }
        }
    }
}

extension [Response] {
    fileprivate var runtimeParts: Set<RuntimePart> {
        reduce(into: []) { parts, response in
            for content in response.contents { parts.formUnion(content.runtimeParts(isSent: false)) }
        }
    }
}

extension Content {
    fileprivate func runtimeParts(isSent: Bool) -> Set<RuntimePart> {
        var parts = type.runtimeParts
        switch mediaType.kind {
        case .form: parts.insert(isSent ? .forms : .receivedForms)
        case .multipart: parts.insert(isSent ? .multipart : .receivedMultipart)
        case .eventStream: parts.insert(.events)
        case .jsonLines: parts.insert(.jsonLines)
        case .json, .text, .binary: break
        }
        return parts
    }
}
