import ClientModel
import OpenAPI

/// The component schemas that have a declaration which nothing in the selected part leads to; none without a selection.
///
/// What a schema is merged from is known only once it was declared as the home of what may be nested in it.
func unneededComponents(_ components: ComponentTable, _ api: API, _ selection: SelectedPart?) -> Set<SchemaID> {
    guard let selection else { return [] }
    let reached = api.reachedTypes { selection.contains(schema: $0) }
    return Set(components.types.lazy.filter { !reached.contains($0.value) }.map(\.key))
}

extension API {
    /// The declarations that operations, webhooks or the named component schemas lead to, and those they are nested in.
    fileprivate func reachedTypes(from isNamed: (String) -> Bool) -> Set<TypeID> {
        var open = webhooks.flatMap(\.types).flatMap(\.mentioned)
        open += groups.flatMap(\.operations).flatMap(\.types).flatMap(\.mentioned)
        open += types.filter { $0.scope == .service && isNamed($0.wireName) }.map(\.id)
        var reached: Set<TypeID> = []
        while let id = open.popLast() {
            guard reached.insert(id).inserted else { continue }
            open += self[id].shape.parts.flatMap(\.mentioned)
            if case .type(let parent) = self[id].scope { open.append(parent) }
        }
        return reached
    }
}

extension ClientModel.Webhook {
    fileprivate var types: [TypeReference] {
        contents.map(\.type) + parameters.map(\.type)
            + responses.flatMap { $0.contents.map(\.type) + $0.headers.map(\.type) }
    }
}

extension ClientModel.Operation {
    /// The types of all that is sent and received.
    fileprivate var types: [TypeReference] {
        parameters.map(\.type) + (body?.contents.map(\.type) ?? [])
            + responses.flatMap { $0.contents.map(\.type) + $0.headers.map(\.type) }
    }
}
