import ClientModel
import Diagnostics

extension OperationScope {
    /// For example: `ClientRequest(.post, "/v1/tokens/ephemeral")`.
    var requestStart: Code {
        let methods: [String: Code] = [
            "GET": "get", "PUT": "put", "POST": "post", "DELETE": "delete", "OPTIONS": "options", "HEAD": "head",
            "PATCH": "patch", "TRACE": "trace", "CONNECT": "connect", "QUERY": "query",
        ]
        let text = if case .text(let text)? = operation.path.parts.first { percentEncodedPath(text) } else { "" }
        if let method = methods[operation.method] { return "ClientRequest(.\(method), \(literal: text))" }
        return "try ClientRequest(method: \(literal: operation.method), \(literal: text))"
    }

    /// The statements that complete the request, in the order secrets, path, query, headers, cookies, body, accepted media types, security.
    var steps: [Code] {
        secretSteps + pathSteps + operation.parameters.filter { $0.location != .path }.map(step) + bodySteps + settings
    }

    /// For example: `request.secrets = ["code"]`, before any of them is added.
    private var secretSteps: [Code] {
        let names = operation.parameters.filter(\.isSecret).map { "\(literal: $0.wireName)" as Code }
        return names.isEmpty ? [] : ["request.secrets = [\(names.joined(", "))]"]
    }

    private var pathSteps: [Code] {
        let path = operation.parameters.filter { $0.location == .path }
        let parameters = Dictionary(path.map { ($0.wireName, $0) }) { first, _ in first }
        let isTextFirst = if case .text? = operation.path.parts.first { true } else { false }
        return operation.path.parts.dropFirst(isTextFirst ? 1 : 0).compactMap { part in
            switch part {
            case .text(let text): "request.path(\(literal: percentEncodedPath(text)))"
            case .parameter(let name): parameters[name].map(step)
            }
        }
    }

    /// For example: `try request.query("tags", tags, style: .pipeDelimited, explode: false)`.
    private func step(_ parameter: Parameter) -> Code {
        let value = Code(parameter.fieldName)
        let isWhole = parameter.location == .querystring
        switch parameter.encoding {
        case .content(let mediaType):
            let name: Code = isWhole ? "" : "\(literal: parameter.wireName), "
            switch mediaType.kind {
            case .form:
                let taken = 40 + name.text.utf8.count + value.text.utf8.count
                let members = encodings(parameter.members, taken: taken)
                return "try request.\(method(parameter.location))(\(name)form: \(value)\(members))"
            case .text:
                let label: Code = isWhole ? "text: " : ""
                return "try request.\(method(parameter.location))(\(name)\(label)\(value))"
            default: return "try request.\(method(parameter.location))(\(name)json: \(value))"
            }
        case .style(let style, let explode, let allowReserved):
            let options = parameter.location.options(style: style, explode: explode, allowReserved: allowReserved)
            return "try request.\(method(parameter.location))(\(literal: parameter.wireName), \(value)\(options))"
        }
    }

    private func method(_ location: ParameterLocation) -> Code { Code(location) }

    // MARK: Bodies

    private var bodySteps: [Code] {
        guard let body = operation.body else { return [] }
        let name = Code(body.fieldName)
        guard let choice = body.choice else {
            return body.contents.first.map { [bodyStep($0, value: name, isRequired: body.isRequired)] } ?? []
        }
        let cases = zip(choice.caseNames, body.contents).map { caseName, content in
            "case .\(member: caseName)(let value): \(bodyStep(content, value: "value", isRequired: true))" as Code
        }
        let rest: [Code] = body.isRequired ? [] : ["case nil: break"]
        return ["switch \(name) {"] + cases + rest + ["}"]
    }

    private func bodyStep(_ content: Content, value: Code, isRequired: Bool) -> Code {
        let mediaType = content.mediaType
        let isUsual = mediaType.text == mediaType.kind.defaultText || mediaType.isRange
        let type: Code = isUsual ? "" : ", as: \(literal: mediaType.text)"
        let isNullable = if case .nullable = content.valueType { true } else { false }
        let taken = 36 + value.text.utf8.count + type.text.utf8.count
        switch mediaType.kind {
        case .json: return "try request.json(\(isNullable && isRequired ? "nullable: " : "")\(value)\(type))"
        case .jsonLines: return "try request.jsonLines(\(value)\(type))"
        case .eventStream:
            return "try request.events(\(value)\(type)\(content.isWholeEvent ? ", whole: true" : ""))"
        case .form: return "try request.form(\(value)\(type)\(encodings(content.encodings, taken: taken)))"
        case .multipart:
            let encodings = encodings(content.encodings + content.prefixEncodings, taken: taken)
            let rest: Code = content.itemEncoding.map { ", rest: \(bodyEncoding($0))" } ?? ""
            return "try request.multipart(\(value)\(type)\(encodings)\(rest))"
        case .text where !mediaType.isRange: return "try request.text(\(value)\(type))"
        case .binary where !mediaType.isRange: return "request.bytes(\(value)\(type))"
        case .text, .binary: return "try request.bytes(\(value), in: \(literal: mediaType.text))"
        }
    }

    /// For example: `, [BodyEncoding("photo", contentType: "image/png")]`, one on each line where they need more than one.
    private func encodings(_ encodings: [Content.PropertyEncoding], taken: Int) -> Code {
        if encodings.isEmpty { return "" }
        let values = encodings.map(bodyEncoding)
        let oneLine = values.joined(", ")
        if taken + oneLine.text.utf8.count <= 108 { return ", [\(oneLine)]" }
        return ", [\n\(values.joined(",\n")),\n]"
    }

    private func bodyEncoding(_ encoding: Content.PropertyEncoding) -> Code {
        var arguments: [Code] = encoding.wireName.isEmpty ? [] : ["\(literal: encoding.wireName)"]
        if let type = encoding.contentType { arguments.append("contentType: \(literal: type)") }
        if let style = encoding.style { arguments.append("style: .\(Code(style))") }
        if let explode = encoding.explode { arguments.append("explode: \(explode ? "true" : "false")") }
        if encoding.allowReserved { arguments.append("allowReserved: true") }
        return "BodyEncoding(\(arguments.joined(", ")))"
    }

    // MARK: What surrounds the call

    private var settings: [Code] {
        var settings: [Code] = []
        let accepted = acceptedTypes
        if !accepted.isEmpty { settings.append("request.accept = \(literal: accepted.joined(separator: ", "))") }
        if !operation.security.isEmpty {
            let alternatives = operation.security.map { requirement -> Code in
                "[\(requirement.schemes.map { "\(literal: $0.wireName)" as Code }.joined(", "))]"
            }
            settings.append("request.security = [\(alternatives.joined(", "))]")
        }
        if let server = operation.servers.first, let name = operation.serverField {
            let standard: Code = ".\(server.name)\(server.variables.isEmpty ? "" : "()")"
            settings.append(
                server.isRelative
                    ? "request.use(\(name), orPath: \(literal: server.defaultURL))"
                    : "request.use(\(name) ?? \(standard))")
        }
        if operation.returnsRedirect { settings.append("request.followsRedirects = false") }
        let streams = streamedTypes
        if !streams.isEmpty {
            settings.append("request.streams = [\(streams.map { "\(literal: $0)" as Code }.joined(", "))]")
        }
        let collected = collectedTypes
        if !collected.isEmpty {
            settings.append("request.collected = [\(collected.map { "\(literal: $0)" as Code }.joined(", "))]")
        }
        return settings
    }

    /// The media types of every documented response, each once, in document order. A method for one of several media types of a success
    /// prefers it to those of errors (RFC 9110, section 12.5.1).
    private var acceptedTypes: [String] {
        let texts = operation.responses.flatMap { response in
            let told = Set(response.branches.compactMap { $0.content?.mediaType.text })
            return response.contents.map(\.mediaType.text).filter(told.contains)
        }
        let distinct = texts.distinct
        if operation.variant == nil { return distinct }
        let wanted = operation.outputTypes
        return distinct.map { wanted.contains($0) ? $0 : "\($0);q=0.5" }
    }

    /// The media types of bodies that are returned while they arrive. Bytes are returned whatever their type is, unless the
    /// operation has other outputs.
    private var streamedTypes: [String] {
        let contents = operation.outputContents
        if !contents.isEmpty, contents.allSatisfy({ $0.mediaType.kind == .binary }) { return ["*/*"] }
        return contents.filter(\.isStreamed).mediaTypes
    }

    /// Those that are read as a whole although a range of streamed types has them too.
    private var collectedTypes: [String] {
        let contents = operation.outputContents
        guard contents.contains(where: { $0.isStreamed && $0.mediaType.isRange }) else { return [] }
        return contents.filter { !$0.isStreamed }.mediaTypes
    }
}

extension Content {
    fileprivate var isStreamed: Bool { [.binary, .eventStream, .jsonLines].contains(mediaType.kind) }
}

extension MediaType.Kind {
    /// The media type the runtime sends where none is given.
    var defaultText: String {
        switch self {
        case .json: "application/json"
        case .eventStream: "text/event-stream"
        case .jsonLines: "application/jsonl"
        case .form: "application/x-www-form-urlencoded"
        case .multipart: "multipart/form-data"
        case .text: "text/plain"
        case .binary: "application/octet-stream"
        }
    }
}

extension ParameterLocation {
    /// The arguments that differ from the location's own style, as the specification's defaults go.
    fileprivate func options(style: Parameter.Style, explode: Bool, allowReserved: Bool) -> Code {
        let usualStyle: Parameter.Style = self == .path || self == .header ? .simple : .form
        let usualExplode = self == .query || self == .cookie
        var options: Code = ""
        if style != usualStyle, self != .header { options = options + ", style: .\(Code(style))" }
        if explode != usualExplode { options = options + ", explode: \(explode ? "true" : "false")" }
        if allowReserved, self != .header, style != .cookie { options = options + ", allowReserved: true" }
        return options
    }
}
