extension TypeReference {
    /// The same type of other declarations.
    ///
    /// - Parameter transform: Gives the declaration that takes another's place.
    public func mapped(_ transform: (TypeID) -> TypeID) -> TypeReference {
        switch self {
        case .scalar, .json: self
        case .array(let element): .array(element.mapped(transform))
        case .dictionary(let value): .dictionary(value.mapped(transform))
        case .nullable(let inner): .nullable(inner.mapped(transform))
        case .named(let id): .named(transform(id))
        }
    }
}

extension TypeDeclaration.Shape {
    /// The types of all members: of properties and further members, of payloads, the one that an alias stands for.
    public var parts: [TypeReference] {
        switch self {
        case .structure(let structure):
            structure.properties.map(\.type) + (structure.additionalProperties.map { [$0] } ?? [])
        case .enumeration: []
        case .union(let union): union.cases.map(\.type)
        case .alias(let type): [type]
        }
    }

    /// Replaces the types of all members.
    public mutating func mapTypes(_ transform: (TypeReference) -> TypeReference) {
        switch self {
        case .structure(var structure):
            for index in structure.properties.indices {
                structure.properties[index].type = transform(structure.properties[index].type)
            }
            structure.additionalProperties = structure.additionalProperties.map(transform)
            self = .structure(structure)
        case .union(var union):
            for index in union.cases.indices { union.cases[index].type = transform(union.cases[index].type) }
            self = .union(union)
        case .alias(let type): self = .alias(transform(type))
        case .enumeration: break
        }
    }
}

extension Operation {
    /// Replaces the types of all that is sent and received.
    public mutating func mapTypes(_ transform: (TypeReference) -> TypeReference) {
        for index in parameters.indices { parameters[index].type = transform(parameters[index].type) }
        if let contents = body?.contents { body?.contents = contents.mappingTypes(transform) }
        for index in responses.indices { responses[index].mapTypes(transform) }
        switch output {
        case .none: break
        case .single(let content): output = .single(content.mappingTypes(transform))
        case .several(let name, let cases):
            output = .several(typeName: name, cases: cases.map { $0.mappingTypes(transform) })
        }
        switch failure {
        case .none: break
        case .single(let content): failure = .single(content.mappingTypes(transform))
        case .several(let name, let cases):
            failure = .several(typeName: name, cases: cases.map { $0.mappingTypes(transform) })
        }
    }
}

extension Webhook {
    /// Replaces the types of all that is sent and received.
    public mutating func mapTypes(_ transform: (TypeReference) -> TypeReference) {
        contents = contents.mappingTypes(transform)
        for index in parameters.indices { parameters[index].type = transform(parameters[index].type) }
        for index in responses.indices { responses[index].mapTypes(transform) }
    }
}

extension Response {
    fileprivate mutating func mapTypes(_ transform: (TypeReference) -> TypeReference) {
        contents = contents.mappingTypes(transform)
        for index in headers.indices { headers[index].type = transform(headers[index].type) }
        for index in branches.indices { branches[index].content = branches[index].content?.mappingTypes(transform) }
    }
}

extension Operation.OutcomeCase {
    fileprivate func mappingTypes(_ transform: (TypeReference) -> TypeReference) -> Self {
        Self(name: name, content: content?.mappingTypes(transform))
    }
}

extension Content {
    fileprivate func mappingTypes(_ transform: (TypeReference) -> TypeReference) -> Content {
        var content = self
        content.type = transform(type)
        return content
    }
}

extension [Content] {
    fileprivate func mappingTypes(_ transform: (TypeReference) -> TypeReference) -> [Content] {
        map { $0.mappingTypes(transform) }
    }
}
