import ClientModel
import Diagnostics
import OpenAPI

extension OperationConverter {
    /// The requests the service sends, of webhooks and of the callbacks of operations.
    ///
    /// - Parameter selection: `nil` takes all webhooks.
    mutating func webhooks(_ located: [Located], _ selection: SelectedPart?) -> [ClientModel.Webhook] {
        var result: [ClientModel.Webhook] = []
        for webhook in facts.document.webhooks {
            result += requests(of: webhook.item, called: webhook.name, suffix: "Webhook", scope: .service) {
                selection?.contains(webhook.item, $0) ?? true
            }
        }
        for operation in located {
            for callback in operation.operation.callbacks {
                let isShared = callback.componentName != nil
                for item in callback.items {
                    let requests = requests(
                        of: item, called: isShared ? callback.name : operation.typeName + " " + callback.name,
                        suffix: "Callback", scope: isShared ? .service : operation.scope)
                    result += requests.map { request in
                        var request = request
                        request.wireName = callback.name
                        request.operation = operation.operation.operationID ?? operation.name
                        request.expression = item.template
                        return request
                    }
                }
            }
        }
        return result
    }

    private mutating func requests(
        of item: PathItem, called name: String, suffix: String, scope: TypeDeclaration.Scope,
        where isWanted: (OpenAPI.Operation) -> Bool = { _ in true }
    ) -> [ClientModel.Webhook] {
        var result: [ClientModel.Webhook] = []
        for operation in item.operations where isWanted(operation) && !schemas.budget.isSpent {
            let method = item.operations.count > 1 ? " " + operation.method.lowercased() : ""
            var located = Located(item: item, operation: operation, group: 0)
            located.isSentByService = true
            located.scope = scope
            located.name = name
            located.typeName = Role.type.name(Words("\(name)\(method) \(suffix)"))
            let arguments = arguments(located)
            let contents = arguments.body.flatMap { self.body(located, named: $0) }?.contents ?? []
            describe(contents, "The body of the \(suffix.lowercased()) `\(name)`.")
            let webhook =
                ClientModel.Webhook(
                    wireName: name, method: operation.method,
                    documentation: Documentation(
                        summary: operation.summary ?? item.summary,
                        description: operation.description ?? item.description, isDeprecated: operation.isDeprecated),
                    contents: contents, parameters: arguments.parameters,
                    responses: loweredResponses(located).responses,
                    pointer: operation.pointer, place: operation.place)
            schemas.budget.charge(webhook, operation)
            result.append(webhook)
        }
        return result
    }

    /// Says of an inline type without a description what it is.
    private mutating func describe(_ contents: [Content], _ text: String) {
        for case .named(let id) in contents.map(\.type) where schemas.declarations[id].rank == .nested {
            let documentation = schemas.declarations[id].documentation
            if documentation.summary == nil, documentation.description == nil {
                schemas.declarations[id].documentation.summary = text
            }
        }
    }
}
