import ClientModel

extension Lowerer {
    /// Leaves `format: binary` to multipart bodies, whose parts are bytes: anywhere else such a member is text of JSON or of a
    /// form, which holds no raw bytes, and stays a `String`.
    mutating func settleBinaries(_ groups: [OperationGroup], _ webhooks: [Webhook]) {
        var isSentInParts = [Bool](repeating: false, count: drafts.count)
        var contents = webhooks.flatMap(\.contents) + webhooks.flatMap(\.responses).flatMap(\.contents)
        for operation in groups.flatMap(\.operations) {
            contents += operation.body?.contents ?? []
            contents += operation.responses.flatMap(\.contents)
        }
        for content in contents where content.mediaType.kind == .multipart {
            var open = content.type.mentioned
            while let id = open.popLast() {
                guard !isSentInParts[id.index] else { continue }
                isSentInParts[id.index] = true
                open.append(contentsOf: drafts[id.index].shape.parts.flatMap(\.mentioned))
            }
        }
        for index in drafts.indices where !isSentInParts[index] {
            guard drafts[index].shape.parts.contains(where: { $0.withoutBinary != $0 }) else { continue }
            switch drafts[index].shape {
            case .structure(var structure):
                for position in structure.properties.indices {
                    structure.properties[position].type = structure.properties[position].type.withoutBinary
                }
                structure.additionalProperties = structure.additionalProperties?.withoutBinary
                drafts[index].shape = .structure(structure)
            case .union(var union):
                for position in union.cases.indices {
                    union.cases[position].type = union.cases[position].type.withoutBinary
                }
                drafts[index].shape = .union(union)
            case .alias(let type): drafts[index].shape = .alias(type.withoutBinary)
            case .enumeration: break
            }
        }
    }
}

extension TypeReference {
    /// The same with text for bytes.
    var withoutBinary: TypeReference {
        switch self {
        case .scalar(.binary): .scalar(.string)
        case .scalar, .json, .named: self
        case .array(let element): .array(element.withoutBinary)
        case .dictionary(let value): .dictionary(value.withoutBinary)
        case .nullable(let inner): .nullable(inner.withoutBinary)
        }
    }
}
