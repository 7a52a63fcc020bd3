import ClientModel

extension OperationScope {
    /// For example: `ClientRequest(.post, "/v1/tokens/ephemeral")`.
    var requestStart: Code {
        let methods: Set<String> = ["GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH", "TRACE", "CONNECT"]
        let text = if case .text(let text)? = operation.path.parts.first { percentEncodedPath(text) } else { "" }
        if methods.contains(operation.method) {
            return "ClientRequest(.\(Code(encoded: operation.method.lowercased())), \(literal: text))"
        }
        return "try ClientRequest(method: \(literal: operation.method), \(literal: text))"
    }

    /// The statements that complete the request, in the order path, query, headers, cookies, body, answer, security.
    var steps: [Code] {
        pathSteps + operation.parameters.filter { $0.location != .path }.map(step) + bodySteps + settings
    }

    private var pathSteps: [Code] {
        let parameters = operation.parameters.filter { $0.location == .path }
        let isTextFirst = if case .text? = operation.path.parts.first { true } else { false }
        return operation.path.parts.dropFirst(isTextFirst ? 1 : 0).compactMap { part in
            switch part {
            case .text(let text): "request.path(\(literal: percentEncodedPath(text)))"
            case .parameter(let name): parameters.first { $0.wireName == name }.map(step)
            }
        }
    }

    /// For example: `try request.query("tags", tags, style: .pipeDelimited, explode: false)`.
    private func step(_ parameter: Parameter) -> Code {
        let value = stored(parameter.name)
        switch parameter.encoding {
        case .content(let mediaType):
            let name: Code = parameter.location == .querystring ? "" : "\(literal: parameter.wireName), "
            let label: Code = mediaType.kind == .form ? "form" : "json"
            return "try request.\(method(parameter.location))(\(name)\(label): \(value))"
        case .style(let style, let explode, let allowReserved):
            let options = parameter.location.options(style: style, explode: explode, allowReserved: allowReserved)
            return "try request.\(method(parameter.location))(\(literal: parameter.wireName), \(value)\(options))"
        }
    }

    private func method(_ location: ParameterLocation) -> Code { Code(encoded: location.rawValue) }

    private func stored(_ name: Identifier) -> Code {
        fields.first { $0.name == name }?.stored ?? Code(name)
    }

    // MARK: Bodies

    private var bodySteps: [Code] {
        guard let body = operation.body else { return [] }
        let name = stored(body.name)
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
        let kind = content.mediaType.kind
        let type: Code = content.mediaType.text == kind.defaultText ? "" : ", as: \(literal: content.mediaType.text)"
        let isNullable = if case .nullable = content.valueType { true } else { false }
        switch kind {
        case .json, .eventStream, .jsonLines:
            return "try request.json(\(isNullable && isRequired ? "Nullable(\(value))" : value)\(type))"
        case .form: return "try request.form(\(value)\(type)\(encodings(content)))"
        case .multipart: return "try request.multipart(\(value)\(type)\(encodings(content)))"
        case .text: return "try request.text(\(value)\(type))"
        case .binary: return "request.bytes(\(value)\(type))"
        }
    }

    /// For example: `, [BodyEncoding("photo", contentType: "image/png")]`.
    private func encodings(_ content: Content) -> Code {
        if content.encodings.isEmpty { return "" }
        let values = content.encodings.map { encoding -> Code in
            var value: Code = "BodyEncoding(\(literal: encoding.wireName)"
            if let type = encoding.contentType { value = value + ", contentType: \(literal: type)" }
            if let style = encoding.style { value = value + ", style: .\(Code(encoded: style.rawValue))" }
            if let explode = encoding.explode { value = value + ", explode: \(explode ? "true" : "false")" }
            if encoding.allowReserved { value = value + ", allowReserved: true" }
            return value + ")"
        }
        return ", [\(values.joined(", "))]"
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
        if let server = operation.servers.first {
            settings.append("request.server = \(literal: server.defaultURL)")
        }
        let streams = streamedTypes
        if !streams.isEmpty {
            settings.append("request.streams = [\(streams.map { "\(literal: $0)" as Code }.joined(", "))]")
        }
        return settings
    }

    /// The media types of every documented answer, each once, in document order.
    private var acceptedTypes: [String] {
        let texts = operation.responses.flatMap { $0.branches.compactMap { $0.content?.mediaType.text } }
        return texts.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    private var streamedTypes: [String] {
        let contents = operation.responses.flatMap { $0.branches.compactMap(\.content) }
        let texts = contents.filter { [.eventStream, .jsonLines].contains($0.mediaType.kind) }.map(\.mediaType.text)
        return texts.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }
}

extension Server {
    /// The template with every variable's default in place.
    var defaultURL: String {
        variables.reduce(url) { $0.replacing("{\($1.wireName)}", with: $1.defaultValue) }
    }
}

extension MediaType.Kind {
    /// The media type the runtime sends where none is given.
    var defaultText: String {
        switch self {
        case .json, .eventStream, .jsonLines: "application/json"
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
        if style != usualStyle, self != .header { options = options + ", style: .\(Code(encoded: style.rawValue))" }
        if explode != usualExplode { options = options + ", explode: \(explode ? "true" : "false")" }
        if allowReserved, self == .query || self == .path { options = options + ", allowReserved: true" }
        return options
    }
}
