import ClientModel

/// The calls of a client as their callers spell them: labels, types, defaults and results.
struct Signatures {
    let api: API
    let names: TypeNames

    // MARK: The service

    /// Whether the client has a server without being told one.
    var hasDefaultServer: Bool { api.servers.first.map { !$0.isRelative } ?? false }

    var serviceInitializer: Call {
        let server = Call.Parameter(
            label: "server", identity: "server", type: Spelling("ServerURL"), hasDefault: hasDefaultServer)
        let schemes = api.securitySchemes.map {
            Call.Parameter(
                label: $0.name.text, identity: $0.wireName, type: Spelling("Credential"), hasDefault: true)
        }
        let transport = Call.Parameter(
            label: "transport", identity: "transport", type: Spelling("any Transport"), hasDefault: true)
        return Call(parameters: (hasDefaultServer ? schemes + [server] : [server] + schemes) + [transport])
    }

    /// The function that makes a server's URL; none for a constant.
    func calls(_ server: Server) -> [Call] {
        let base = Call.Parameter(label: "at", identity: "at", type: Spelling("String"), hasDefault: false)
        let variables = server.variables.map {
            Call.Parameter(label: $0.name.text, identity: $0.wireName, type: Spelling("String"), hasDefault: true)
        }
        let parameters = (server.isRelative ? [base] : []) + variables
        return parameters.isEmpty ? [] : [Call(parameters: parameters)]
    }

    // MARK: Operations

    /// The method, the one that takes a body of JSON where there are several to choose from, and those that take the body's members.
    func calls(_ operation: Operation, in group: TypeNames.Path) -> [Call] {
        let overloads = operation.bodyOverloads.map {
            Call(
                kind: .overload(operation.body?.contents[$0.content].mediaType.text ?? ""),
                parameters: parameters(of: $0, operation), result: result(operation.output, group),
                failure: failure(operation.failure, group))
        }
        return bodyCalls(operation, in: group) + overloads
    }

    private func bodyCalls(_ operation: Operation, in group: TypeNames.Path) -> [Call] {
        let arguments = operation.arguments.map { parameter($0, of: operation) }
        let (result, failure) = (result(operation.output, group), failure(operation.failure, group))
        func call(_ body: Spelling, isRequired: Bool) -> Call {
            let parameter = Call.Parameter(
                label: "_", identity: Self.body, type: isRequired ? body : body.optional, hasDefault: !isRequired)
            return Call(
                parameters: arguments.map { $0.identity == Self.body ? parameter : $0 }, result: result,
                failure: failure)
        }
        guard let body = operation.body else { return [Call(parameters: arguments, result: result, failure: failure)] }
        guard let choice = body.choice else {
            return [call(body.contents.first.map(sent) ?? Spelling("Never"), isRequired: body.isRequired)]
        }
        let main = call(names.spelled(group.appending(choice.typeName.text)), isRequired: body.isRequired)
        return [main] + (body.plainContent.map { [call(sent(body.contents[$0]), isRequired: true)] } ?? [])
    }

    private func parameter(_ argument: Operation.Argument, of operation: Operation) -> Call.Parameter {
        switch argument {
        case .body: Call.Parameter(label: "_", identity: Self.body, type: Spelling(""), hasDefault: false)
        case .parameter(let parameter):
            Call.Parameter(
                label: parameter.name.text, identity: operation.key(of: parameter),
                type: parameter.isRequired ? names.spelled(parameter.type) : names.spelled(parameter.type).optional,
                hasDefault: !parameter.isRequired)
        case .server(let name):
            Call.Parameter(label: name.text, identity: "server", type: Spelling("ServerURL?"), hasDefault: true)
        }
    }

    private func parameters(of overload: BodyOverload, _ operation: Operation) -> [Call.Parameter] {
        let (before, after) = operation.arguments(around: overload)
        let members = zip(overload.members, api.properties(of: overload, in: operation)).map { member, property in
            Call.Parameter(
                label: member.name.text, identity: "\(Self.body) \(property.wireName)", type: spelled(property),
                hasDefault: member.hasDefault)
        }
        return before.map { parameter($0, of: operation) } + members + after.map { parameter($0, of: operation) }
    }

    private static let body = "body"

    private func result(_ output: Operation.Output, _ group: TypeNames.Path) -> Spelling {
        switch output {
        case .none: Spelling("Void")
        case .single(let content): received(content, isOutput: true)
        case .several(let name, _): names.spelled(group.appending(name.text))
        }
    }

    private func failure(_ failure: Operation.Failure, _ group: TypeNames.Path) -> Spelling {
        switch failure {
        case .none: Spelling("Never")
        case .single(let content): received(content, isOutput: false)
        case .several(let name, _): names.spelled(group.appending(name.text))
        }
    }

    /// As it is sent: streams are arrays, and bytes may come from anywhere.
    func sent(_ content: Content) -> Spelling {
        switch content.mediaType.kind {
        case .eventStream, .jsonLines: names.spelled(content.type).wrapped { "[\($0)]" }
        case .text, .binary:
            Spelling(
                content.mediaType.isRange ? "FileContent" : content.mediaType.kind == .text ? "String" : "HTTPBody")
        case .json, .form, .multipart: names.spelled(content.type)
        }
    }

    func received(_ content: Content, isOutput: Bool) -> Spelling {
        switch content.mediaType.kind {
        case .text: Spelling("String")
        case .binary: Spelling(isOutput ? "HTTPBody" : "Data")
        case .eventStream: names.spelled(content.type).wrapped { "EventStream<\($0)>" }
        case .jsonLines: names.spelled(content.type).wrapped { "JSONLines<\($0)>" }
        case .json, .form, .multipart: names.spelled(content.type)
        }
    }

    // MARK: Structures

    /// The memberwise initializer: a parameter for each property, then those for further members and for members sent as `null`.
    func initializer(of structure: Structure, at path: TypeNames.Path) -> Call {
        var parameters = structure.properties.map { property in
            Call.Parameter(
                label: property.name.text, identity: property.wireName, type: spelled(property),
                hasDefault: property.hasDefault)
        }
        if let value = structure.additionalProperties {
            let type = names.spelled(value).wrapped { "[String: \($0)]" }
            parameters.append(
                Call.Parameter(label: structure.additionalName.text, identity: "*", type: type, hasDefault: true))
        }
        if let name = structure.explicitNulls?.text {
            let type = Spelling("ExplicitNulls<\(path.text)>", canonical: "ExplicitNulls<\(path.canonical)>")
            parameters.append(Call.Parameter(label: name, identity: "null", type: type, hasDefault: true))
        }
        return Call(kind: .memberwise, parameters: parameters)
    }

    /// As the property is declared; a JSON value has a `null` of its own.
    private func spelled(_ property: Property) -> Spelling {
        let type = names.spelled(property.type)
        let isJSON = api.resolved(property.type) == .json
        return switch property.presence {
        case .required: type
        case .requiredNullable: isJSON ? type : type.wrapped { $0 + "?" }
        case .optional, .optionalNullable: type.wrapped { $0 + "?" }
        }
    }
}
