import ClientModel

extension ViewType {
    /// One operation: the method callers see, and the endpoint that holds what is sent and how responses are decoded.
    static let operation: ViewType = ViewType(
        name: "operation", summary: "One operation: a method and an endpoint.",
        keys: [
            .slot("documentation", "The method's doc comment lines."),
            .flag("isDeprecated", "Set if the operation is deprecated."),
            .slot(
                "signature", "The method's declaration up to its body.",
                example: "public func create() async throws(ClientError<Never>) -> Token"),
            .slot("call", "The endpoint's value.", example: "Create(redirect: redirect)"),
            .views("overloads", "The same method with other arguments.", .overload),
            .slot("endpoint", "The endpoint's type.", example: "Create"),
            .slot("id", "The operation's id as a string literal.", example: "\"ephemeral-token_create\""),
            .slots("fields", "The endpoint's stored properties.", example: "let redirect: Redirect?"),
            .flag("isConstant", "Set if the request is created by one expression."),
            .slot("request", "The start of the request.", example: "ClientRequest(.post, \"/tokens\")"),
            .slots(
                "steps", "The statements that complete it.", example: "try request.query(\"redirect\", redirect)"),
            .slot("output", "The type of a success.", example: "Token"),
            .slot("failure", "The type of a documented failure.", example: "Never"),
            .views("responses", "The documented responses.", .response),
            .views("outcomes", "Enums of several outputs, failures or bodies.", .outcome),
            .view("optionalParameters", "The type of a value with all optional parameters.", .optionalParameters),
        ])

    /// How the responses of some statuses are decoded.
    static let response: ViewType = ViewType(
        name: "response", summary: "How the responses of some statuses are decoded.",
        keys: [
            .slot("pattern", "The statuses, as the pattern of a case.", example: "400, 500"),
            .flag("isDefault", "Set for the last branch of the switch, which has no pattern."),
            .slot(
                "value", "The outcome, if the content type does not matter.",
                example: ".output(try response.json())"),
            .slots("choices", "Otherwise: statements that test the content type."),
        ])

    /// An enum of outcomes or bodies that belongs to one operation.
    static let outcome: ViewType = ViewType(
        name: "outcome", summary: "An enum of outcomes or bodies that belongs to one operation.",
        keys: [
            .documentation,
            .access,
            .slot("name", "The enum's name.", example: "GetReportOutput"),
            .flag("isOpen", "Set if cases may be added later."),
            .slots("cases", "The cases.", example: "case text(String)"),
            .slots(
                "accessors", "The properties that read the payload of one case.",
                example: "public var text: String? { … }"),
        ])
}

/// One operation as it is written into its group's file.
struct OperationScope {
    let operation: Operation
    let group: Int
    let client: ClientScope

    init(_ operation: Operation, group: Int, in client: ClientScope) {
        self.operation = operation
        self.group = group
        self.client = client
    }

    var scope: TypeDeclaration.Scope { .group(group) }

    var view: View {
        let steps = steps
        return View(
            .operation,
            [
                "documentation": .code(documentation),
                "isDeprecated": .flag(operation.documentation.isDeprecated),
                "signature": .code(signature),
                "call": .code(call),
                "overloads": .views(overloads),
                "endpoint": .code(Code(operation.typeName)),
                "id": .code("\(literal: operation.id)"),
                "fields": .codes(fields.map { "let \($0.stored): \($0.type)" }),
                "isConstant": .flag(steps.isEmpty),
                "request": .code(requestStart),
                "steps": .codes(steps),
                "output": .code(output),
                "failure": .code(failure),
                "responses": .views(responses),
                "outcomes": .views(outcomes),
                "optionalParameters": optionalParameters.map { .view($0) },
            ])
    }

    // MARK: The method

    /// One argument of the method and the endpoint's property it becomes.
    struct Field {
        /// As the method's parameter.
        var name: Identifier
        /// As the endpoint's property.
        var stored: Identifier
        var isUnlabelled = false
        var type: Code
        /// What stands for it where nothing is given, or empty.
        var standard: Code = ""

        /// As a parameter of the method.
        var parameter: Code {
            let label: Code = isUnlabelled ? "_ \(name)" : "\(parameter: name)"
            return "\(label): \(type)\(standard.isEmpty ? "" : " = \(standard)")"
        }

        /// As an argument of the method.
        func argument(_ value: Code) -> Code { isUnlabelled ? value : "\(label: name): \(value)" }
    }

    var fields: [Field] { operation.arguments.map(field) }

    func field(_ argument: Operation.Argument) -> Field {
        switch argument {
        case .body(let body):
            let type = bodyType(body)
            let isNullable = body.choice == nil && body.contents.first?.isNullable == true
            return Field(
                name: body.name, stored: body.fieldName, isUnlabelled: true,
                type: body.isRequired || isNullable ? type : "\(type)?", standard: body.isRequired ? "" : "nil")
        case .parameter(let parameter):
            let type = client.speller.spell(parameter.type, in: scope)
            return Field(
                name: parameter.name, stored: parameter.fieldName,
                type: parameter.isRequired || parameter.type.isNullable ? type : "\(type)?",
                standard: parameter.isRequired ? "" : "nil")
        case .server(let name):
            return Field(
                name: name, stored: operation.serverField ?? name, type: "ServerURL<\(client.api.name)>?",
                standard: "nil")
        }
    }

    private func bodyType(_ body: RequestBody) -> Code {
        if let choice = body.choice { return Code(choice.typeName) }
        guard let content = body.contents.first else { return "Never" }
        return spellSent(content)
    }

    var signature: Code { signature(fields) }

    func signature(_ fields: [Field]) -> Code {
        let head: Code = "\(client.access)func \(operation.name)"
        let result: Code = operation.returnsNothing ? "" : " -> \(output)"
        let tail: Code = " async throws(ClientError<\(failure)>)\(result)"
        return
            "\(head)\(argumentList(fields.map(\.parameter), taken: 12 + head.text.utf8.count + tail.text.utf8.count))\(tail)"
    }

    /// For example: `GetEphemeralToken(redirect: redirect)`.
    private var call: Code {
        let arguments = fields.map { "\(label: $0.stored): \($0.name)" as Code }
        return "\(operation.typeName)\(argumentList(arguments, taken: 44 + operation.typeName.text.utf8.count))"
    }

    var output: Code {
        switch operation.output {
        case .none: "Void"
        case .single(let content): spell(content, isOutput: true)
        case .several(let name, _): Code(name)
        }
    }

    var failure: Code {
        switch operation.failure {
        case .none: "Never"
        case .single(let content): spell(content, isOutput: false)
        case .several(let name, _): Code(name)
        }
    }

    /// The type a content is handed over as, inside the group.
    func spell(_ content: Content, isOutput: Bool) -> Code {
        content.receivedType(inOutput: isOutput) { client.speller.spell($0, in: scope) }
    }

    /// The type a content is sent as, inside the group.
    func spellSent(_ content: Content) -> Code { content.sentType { client.speller.spell($0, in: scope) } }
}

extension Operation {
    /// Whether its method has no result.
    var returnsNothing: Bool { if case .none = output { true } else { false } }
    /// Whether its result is a body of bytes as they come.
    var returnsStream: Bool {
        if case .single(let content) = output { content.mediaType.kind == .binary } else { false }
    }
    /// Whether no failure of it is documented with a body.
    var hasNoFailure: Bool { if case .none = failure { true } else { false } }
}

extension Content {
    /// Whether the type it is sent or received as is spelled with a `?`.
    var isNullable: Bool {
        switch mediaType.kind {
        case .eventStream, .jsonLines, .text, .binary: false
        case .json, .form, .multipart: type.isNullable
        }
    }

    /// The Swift type of a request's body: streams are arrays, and bytes may come from anywhere.
    func sentType(_ spell: (TypeReference) -> Code) -> Code {
        switch mediaType.kind {
        case .eventStream, .jsonLines: "[\(spell(type))]"
        case .text, .binary: mediaType.isRange ? "FileContent" : mediaType.kind == .text ? "String" : "HTTPBody"
        case .json, .form, .multipart: spell(type)
        }
    }
}
