import ClientModel

extension ViewType {
    /// The same method with other arguments.
    static let overload: ViewType = ViewType(
        name: "overload", summary: "The same method with other arguments.",
        keys: [
            .documentation,
            .slot(
                "signature", "The method's declaration up to its body.",
                example: "public func create(name: String) async throws(ClientError<Never>) -> Pet"),
            .slot(
                "call", "The call of the operation.",
                example: "self.connection.run(Self.Create(body: .init(name: name)))"
            ),
        ])
}

extension OperationScope {
    /// The method with other arguments: a body that is JSON, the members of a body, and the optional parameters as one value.
    var overloads: [View] {
        [jsonOverload].compactMap { $0 } + operation.bodyOverloads.map(view) + [parametersOverload].compactMap { $0 }
    }

    func overload(_ documentation: Code, _ signature: Code, _ call: Code) -> View {
        View(
            .overload,
            ["documentation": .code(documentation), "signature": .code(signature), "call": .code(call)])
    }

    /// The method for the JSON body of several.
    private var jsonOverload: View? {
        guard let body = operation.body, let choice = body.choice, let index = body.plainContent else { return nil }
        var fields = fields
        for position in fields.indices where fields[position].isUnlabelled {
            fields[position].type = spellSent(body.contents[index])
            fields[position].standard = ""
        }
        let arguments = fields.map { field in
            field.argument(
                field.isUnlabelled ? ".\(member: choice.caseNames[index])(\(field.name))" : Code(field.name))
        }
        return overload(
            DocComment.lines(["The method with a body of `\(body.contents[index].mediaType.text)`."]),
            signature(fields), callOfMethod(arguments))
    }

    /// A call of the method with all arguments.
    func callOfMethod(_ arguments: [Code]) -> Code {
        "\(operation.name)\(argumentList(arguments, taken: 20 + operation.name.text.utf8.count))"
    }

    /// The declarations of the method and of all that take the members of its body.
    var signatures: Code {
        ([signature] + operation.bodyOverloads.map { signature(of: $0, members(of: $0)) }).joined("\n")
    }

    private func view(_ overload: BodyOverload) -> View {
        let members = members(of: overload)
        return self.overload(
            documentation(of: overload), signature(of: overload, members),
            "self.connection.run(Self.\(endpoint(overload, members)))")
    }

    private func signature(of overload: BodyOverload, _ members: [Field]) -> Code {
        let (before, after) = operation.arguments(around: overload)
        return signature(before.map(field) + members + after.map(field))
    }

    private func members(of overload: BodyOverload) -> [Field] {
        zip(overload.members, client.api.properties(of: overload, in: operation)).map { member, property in
            let stored = client.storedProperty(property, in: scope)
            return Field(
                name: property.name, stored: property.name, type: stored.type,
                standard: member.hasDefault ? stored.standard : "")
        }
    }

    /// For example: `Create(petID: petID, body: .init(name: name))`.
    private func endpoint(_ overload: BodyOverload, _ members: [Field]) -> Code {
        let names = Set(overload.members.map(\.name))
        let arguments = fields.map { field -> Code in
            let value: Code =
                field.isUnlabelled ? body(overload, members) : names.contains(field.name) ? "nil" : Code(field.name)
            return "\(label: field.stored): \(value)"
        }
        return "\(operation.typeName)\(argumentList(arguments, taken: 44 + operation.typeName.text.utf8.count))"
    }

    /// An argument can have the name of the body's type, so the type is inferred.
    private func body(_ overload: BodyOverload, _ members: [Field]) -> Code {
        let arguments = members.map { "\(label: $0.name): \($0.name)" as Code }
        let value: Code = ".init\(argumentList(arguments, taken: 35))"
        guard let choice = operation.body?.choice else { return value }
        return ".\(member: choice.caseNames[overload.content])(\(value))"
    }

    private func documentation(of overload: BodyOverload) -> Code {
        let media = operation.body.flatMap { $0.choice == nil ? nil : $0.contents[overload.content].mediaType.text }
        let body = media.map { "its body of `\($0)`" } ?? "its body"
        let summary = "The method with the members of \(body) as arguments"
        let (before, after) = operation.arguments(around: overload)
        let members = client.api.properties(of: overload, in: operation).map { property in
            let text = DocComment.paragraphs(property.documentation).first.flatMap(DocComment.firstParagraph)
            return (name: property.name.text, text: text ?? "The member `\(property.wireName)` of the body.")
        }
        let items = parameterList(before.map(item) + members + after.map(item))
        return "\(DocComment.lines([summary + "."]))\n///\n\(DocComment.comment(items))"
    }
}
