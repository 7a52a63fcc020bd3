import ClientModel
import OpenAPI

/// The type and subtype of a media type, in lower case and without parameters. For example: `application/json`.
func essence(of mediaType: String) -> String {
    let isPlain = mediaType.utf8.allSatisfy { !isUpper($0) && $0 != 0x3B && $0 != 0x20 && $0 != 0x09 }
    if isPlain { return mediaType }
    let text = mediaType.prefix { $0 != ";" }
    return String(decoding: lowercased(text.utf8.filter { $0 != 0x20 && $0 != 0x09 }), as: UTF8.self)
}

/// How bodies of a media type are read and written. A wildcard is JSON where the document gives a structure, else bytes.
func mediaKind(_ mediaType: String, hasStructure: Bool) -> ClientModel.MediaType.Kind {
    let name = essence(of: mediaType)
    switch name {
    case "application/json", "text/json", "application/vnd.api+json", "*/json": return .json
    case "application/x-www-form-urlencoded": return .form
    case "text/event-stream": return .eventStream
    case "application/jsonl", "application/x-ndjson", "application/ndjson", "application/x-jsonlines",
        "application/jsonlines", "application/json-lines", "application/json-seq", "application/geo+json-seq",
        "text/jsonl":
        return .jsonLines
    case "*/*", "application/*", "*": return hasStructure ? .json : .binary
    default: break
    }
    if name.hasSuffix("+json") || name.hasSuffix("+*") { return .json }
    if name.hasPrefix("multipart/") { return .multipart }
    if isXML(name) { return .binary }
    return name.hasPrefix("text/") ? .text : .binary
}

func isXML(_ essence: String) -> Bool {
    essence == "application/xml" || essence == "text/xml" || essence.hasSuffix("+xml") && essence != "image/svg+xml"
}

/// What a media type is called. For example: `json`, `csv`, `png`, `vndGithubDiff`.
func mediaName(_ mediaType: String, _ kind: ClientModel.MediaType.Kind) -> String {
    let name = essence(of: mediaType)
    switch kind {
    case .form: return "form"
    case .multipart:
        return name == "multipart/form-data" ? "multipart" : name.split(separator: "/").joined(separator: " ")
    case .eventStream: return "events"
    case .jsonLines: return "lines"
    case .json where name == "application/json" || name.contains("*"): return "json"
    case .text where name == "text/plain" || name == "text/*": return "text"
    case .binary where name == "application/octet-stream" || name.contains("*"): return "data"
    default: break
    }
    var subtype = name.split(separator: "/").last.map(String.init) ?? name
    if subtype.hasPrefix("x-") { subtype = String(subtype.dropFirst(2)) }
    return subtype.replacing("+", with: " ")
}

/// The registered reason phrase of a status (RFC 9110, section 15, and others), as a name. For example: `notFound`.
func statusName(_ status: StatusPattern) -> String {
    switch status {
    case .default: "default"
    case .range(let hundred):
        [1: "informational", 2: "success", 3: "redirection", 4: "clientError", 5: "serverError"][hundred]
            ?? "status\(hundred)XX"
    case .code(let code): statusNames[code] ?? "status\(code)"
    }
}

private let statusNames: [Int: String] = [
    100: "continue", 101: "switchingProtocols", 102: "processing", 103: "earlyHints", 200: "ok", 201: "created",
    202: "accepted", 203: "nonAuthoritativeInformation", 204: "noContent", 205: "resetContent", 206: "partialContent",
    207: "multiStatus", 208: "alreadyReported", 226: "imUsed", 300: "multipleChoices", 301: "movedPermanently",
    302: "found", 303: "seeOther", 304: "notModified", 305: "useProxy", 307: "temporaryRedirect",
    308: "permanentRedirect", 400: "badRequest", 401: "unauthorized", 402: "paymentRequired", 403: "forbidden",
    404: "notFound", 405: "methodNotAllowed", 406: "notAcceptable", 407: "proxyAuthenticationRequired",
    408: "requestTimeout", 409: "conflict", 410: "gone", 411: "lengthRequired", 412: "preconditionFailed",
    413: "contentTooLarge", 414: "uriTooLong", 415: "unsupportedMediaType", 416: "rangeNotSatisfiable",
    417: "expectationFailed", 418: "imATeapot", 421: "misdirectedRequest", 422: "unprocessableContent", 423: "locked",
    424: "failedDependency", 425: "tooEarly", 426: "upgradeRequired", 428: "preconditionRequired",
    429: "tooManyRequests", 431: "requestHeaderFieldsTooLarge", 451: "unavailableForLegalReasons",
    500: "internalServerError", 501: "notImplemented", 502: "badGateway", 503: "serviceUnavailable",
    504: "gatewayTimeout", 505: "httpVersionNotSupported", 507: "insufficientStorage", 508: "loopDetected",
    511: "networkAuthenticationRequired",
]
