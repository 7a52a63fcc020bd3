import ClientModel

extension ViewType {
    /// A structure of all optional parameters of a method.
    static let optionalParameters: ViewType = ViewType(
        name: "optionalParameters", summary: "A structure of all optional parameters of a method.",
        keys: [
            .documentation,
            .access,
            .slot("name", "The structure's name.", example: "ListParameters"),
            .slots("properties", "The stored properties, documentation included.", example: "public var limit: Int?"),
            .slot("parameters", "The initializer's parameter list.", example: "(limit: Int? = nil)"),
            .slots("assignments", "The initializer's statements.", example: "self.limit = limit"),
            .flag("hasSecrets", "Set if descriptions must omit a property."),
            .slots("shown", "The properties for descriptions.", example: "\"token\": \"REDACTED\","),
        ])
}

extension OperationScope {
    /// The method that takes its optional parameters as one value, where there are many.
    var parametersOverload: View? {
        guard let type = operation.parametersType else { return nil }
        let optional = operation.optionalParameters.map(\.name)
        var fields = fields
        guard let position = fields.firstIndex(where: { optional.contains($0.name) }) else { return nil }
        let others = fields.filter { !optional.contains($0.name) }.map(\.name)
        let name: Identifier = others.contains(.parameters) ? .optionalParameters : .parameters
        let arguments = fields.map {
            $0.argument(optional.contains($0.name) ? "\(name).\(member: $0.name)" : Code($0.name))
        }
        let value = Field(name: name, stored: name, type: Code(type))
        fields.removeAll { optional.contains($0.name) }
        fields.insert(value, at: position)
        return overload(
            DocComment.lines(["The method with its optional parameters as one value."]), signature(fields),
            callOfMethod(arguments))
    }

    /// The type of that value. A method for another media type takes the same.
    var optionalParameters: View? {
        guard let type = operation.parametersType, operation.variant == nil else { return nil }
        let stored = operation.optionalParameters.map { client.storedProperty($0, in: scope) }
        let text = "The optional parameters of `\(operation.requestLine)`."
        return View(
            .optionalParameters,
            [
                "documentation": .code(DocComment.lines([text])),
                "access": .code(client.access),
                "name": .code(Code(type)),
                "properties": .codes(stored.map { client.documented($0.declaration(client.access), $0.documentation) }),
                "parameters": .code(argumentList(stored.map(\.parameter), taken: 20)),
                "assignments": .codes(stored.map(\.assignment)),
                "hasSecrets": .flag(stored.contains(where: \.isSecret)),
                "shown": .codes(stored.map(\.shown)),
            ])
    }
}

extension ClientScope {
    /// A member for an optional parameter, which is neither encoded nor decoded.
    fileprivate func storedProperty(_ parameter: Parameter, in scope: TypeDeclaration.Scope) -> StoredProperty {
        let type = speller.spell(parameter.type, in: scope)
        return StoredProperty(
            name: parameter.name, wireName: parameter.wireName, type: parameter.type.isNullable ? type : "\(type)?",
            standard: "nil", method: "", comparing: "", isThrowing: false, storage: nil, isSecret: parameter.isSecret,
            documentation: parameter.documentation)
    }
}
