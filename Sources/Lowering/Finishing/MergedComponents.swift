import ClientModel

/// Drops component schemas that a selection only merges into others, so that nothing is of their type and nothing is nested in them.
///
/// - Parameter components: Those whose declarations were reserved and never asked for.
func dropReserved(
    _ components: inout ComponentTable, from declarations: inout Declarations,
    _ operations: inout [GroupedOperation], _ webhooks: inout [ClientModel.Webhook], _ ambiguities: inout [Ambiguity]
) {
    let dropped = components.dropReserved()
    if dropped.isEmpty { return }
    let numbers = Renumbering(dropping: dropped, of: declarations.count)
    declarations = Declarations(declarations, numbers)
    for index in operations.indices { numbers.apply(to: &operations[index].operation) }
    for index in webhooks.indices { numbers.apply(to: &webhooks[index]) }
    for index in ambiguities.indices { ambiguities[index].union = numbers[ambiguities[index].union] }
}

/// The numbers that declarations have once some are dropped.
struct Renumbering {
    private var numbers: [TypeID] = []
    private let dropped: Set<TypeID>

    init(dropping dropped: Set<TypeID>, of count: Int) {
        self.dropped = dropped
        var next = 0
        for index in 0..<count {
            numbers.append(TypeID(next))
            if !dropped.contains(TypeID(index)) { next += 1 }
        }
    }

    func contains(_ id: TypeID) -> Bool { !dropped.contains(id) }

    subscript(id: TypeID) -> TypeID { numbers[id.index] }

    subscript(type: TypeReference) -> TypeReference {
        switch type {
        case .scalar, .json: type
        case .array(let element): .array(self[element])
        case .dictionary(let value): .dictionary(self[value])
        case .nullable(let inner): .nullable(self[inner])
        case .named(let id): .named(self[id])
        }
    }

    func apply(to draft: inout Draft) {
        if case .type(let outer) = draft.scope { draft.scope = .type(self[outer]) }
        switch draft.shape {
        case .structure(var structure):
            for index in structure.properties.indices {
                structure.properties[index].type = self[structure.properties[index].type]
            }
            structure.additionalProperties = structure.additionalProperties.map { self[$0] }
            draft.shape = .structure(structure)
        case .union(var union):
            for index in union.cases.indices { union.cases[index].type = self[union.cases[index].type] }
            draft.shape = .union(union)
        case .alias(let type): draft.shape = .alias(self[type])
        case .enumeration: break
        }
    }

    func apply(to webhook: inout ClientModel.Webhook) {
        apply(to: &webhook.contents)
        for index in webhook.parameters.indices {
            webhook.parameters[index].type = self[webhook.parameters[index].type]
        }
        apply(to: &webhook.responses)
    }

    func apply(to operation: inout ClientModel.Operation) {
        for index in operation.parameters.indices {
            operation.parameters[index].type = self[operation.parameters[index].type]
        }
        if var body = operation.body {
            apply(to: &body.contents)
            operation.body = body
        }
        apply(to: &operation.responses)
        switch operation.output {
        case .none: break
        case .single(let content): operation.output = .single(applied(to: content))
        case .several(let name, let cases): operation.output = .several(typeName: name, cases: applied(to: cases))
        }
        switch operation.failure {
        case .none: break
        case .single(let content): operation.failure = .single(applied(to: content))
        case .several(let name, let cases): operation.failure = .several(typeName: name, cases: applied(to: cases))
        }
    }

    private func apply(to responses: inout [ClientModel.Response]) {
        for index in responses.indices {
            apply(to: &responses[index].contents)
            for header in responses[index].headers.indices {
                responses[index].headers[header].type = self[responses[index].headers[header].type]
            }
            for branch in responses[index].branches.indices {
                responses[index].branches[branch].content = responses[index].branches[branch].content.map {
                    applied(to: $0)
                }
            }
        }
    }

    private func apply(to contents: inout [Content]) {
        for index in contents.indices { contents[index] = applied(to: contents[index]) }
    }

    private func applied(to content: Content) -> Content {
        var content = content
        content.type = self[content.type]
        return content
    }

    private func applied(to cases: [ClientModel.Operation.OutcomeCase]) -> [ClientModel.Operation.OutcomeCase] {
        cases.map { one in
            var one = one
            one.content = one.content.map { applied(to: $0) }
            return one
        }
    }
}
