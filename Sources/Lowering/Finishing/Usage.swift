import ClientModel

extension TypeReference {
    /// The declarations a type mentions, as directly as it does.
    var mentioned: [TypeID] {
        switch self {
        case .scalar, .json: []
        case .array(let element), .dictionary(let element), .nullable(let element): element.mentioned
        case .named(let id): [id]
        }
    }
}

extension TypeDeclaration.Shape {
    /// The types of its members.
    var parts: [TypeReference] {
        switch self {
        case .structure(let structure):
            structure.properties.map(\.type) + (structure.additionalProperties.map { [$0] } ?? [])
        case .enumeration: []
        case .union(let union): union.cases.map(\.type)
        case .alias(let type): [type]
        }
    }
}

extension Lowerer {
    /// Notes for every declaration whether requests, answers or both carry it.
    mutating func markUsage(_ groups: [OperationGroup], _ webhooks: [Webhook]) {
        for operation in groups.flatMap(\.operations) {
            for parameter in operation.parameters { mark(parameter.type, .request) }
            for content in operation.body?.contents ?? [] { mark(content.type, .request) }
            for response in operation.responses {
                for content in response.contents { mark(content.type, .response) }
                for header in response.headers { mark(header.type, .response) }
            }
        }
        for webhook in webhooks {
            for content in webhook.contents { mark(content.type, .response) }
            for parameter in webhook.parameters { mark(parameter.type, .response) }
            for content in webhook.responses.flatMap(\.contents) { mark(content.type, .request) }
        }
    }

    private mutating func mark(_ type: TypeReference, _ usage: TypeDeclaration.Usage) {
        var open = type.mentioned
        while let id = open.popLast() {
            guard drafts[id.index].usage.insert(usage).inserted else { continue }
            open.append(contentsOf: drafts[id.index].shape.parts.flatMap(\.mentioned))
        }
    }

    /// Distinguishes null, absent and a value only where a request needs it, and requires nothing of requests that only responses have.
    mutating func settlePresence() {
        for index in drafts.indices {
            guard case .structure(var structure) = drafts[index].shape else { continue }
            let presences = structure.properties.map {
                $0.presence(in: drafts[index].usage, holdsNull: isJSON($0.type))
            }
            if presences == structure.properties.map(\.presence) { continue }
            for (position, presence) in presences.enumerated() { structure.properties[position].presence = presence }
            structure.properties =
                structure.properties.filter(\.isRequired) + structure.properties.filter { !$0.isRequired }
            drafts[index].shape = .structure(structure)
        }
    }

    /// Whether a type is a JSON value, behind aliases or not.
    private func isJSON(_ type: TypeReference) -> Bool {
        var type = type
        while case .named(let id) = type, case .alias(let target) = drafts[id.index].shape { type = target }
        return type == .json
    }
}

extension Property {
    /// Its presence in a type that requests, responses or both carry.
    ///
    /// - Parameter holdsNull: Whether `null` is one of the values of its type.
    fileprivate func presence(in usage: TypeDeclaration.Usage, holdsNull: Bool) -> Presence {
        let isOneSided = isReadOnly && usage.contains(.request) || isWriteOnly && usage.contains(.response)
        var presence = presence
        if isOneSided {
            if presence == .required { presence = .optional }
            if presence == .requiredNullable { presence = .optionalNullable }
        }
        if presence == .optionalNullable, holdsNull || !usage.contains(.request) || isReadOnly { presence = .optional }
        return presence
    }
}
