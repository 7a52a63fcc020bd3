import ClientModel
import Diagnostics
import OpenAPI

extension Lowerer {
    /// An operation with all its types; the names of those nested in its group are settled later.
    mutating func operation(_ located: Located) -> ClientModel.Operation {
        let source = located.operation
        let (path, parameters) = parameters(located)
        let body = body(located, parameters: parameters)
        let answers = answers(located)
        let documentation = Documentation(
            summary: source.summary ?? located.item.summary,
            description: source.description ?? located.item.description, isDeprecated: source.isDeprecated,
            facts: links(source), externalDocumentation: source.externalDocumentation.map { .init($0) })
        let servers = source.servers.isEmpty ? located.item.servers : source.servers
        return ClientModel.Operation(
            name: Identifier(sanitizing: located.name), typeName: Identifier(sanitizing: located.typeName),
            id: source.operationID ?? "\(source.method) \(located.item.template)", method: source.method, path: path,
            documentation: documentation, parameters: parameters, body: body, responses: answers.responses,
            output: answers.output, failure: answers.failure, security: security(source),
            servers: self.servers(servers), pointer: source.pointer, place: source.place)
    }

    /// The links of an operation's answers, as sentences.
    private func links(_ operation: OpenAPI.Operation) -> [String] {
        operation.responses.flatMap { response in
            response.links.map { link in
                let target = link.operationID ?? link.operationReference ?? "?"
                let arguments = link.parameters.map { "`\($0.name)` = `\(jsonText($0.value))`" }
                let with = arguments.isEmpty ? "" : " with " + arguments.joined(separator: ", ")
                let note = link.description.map { ": " + $0 } ?? "."
                return "Link `\(link.name)` to `\(target)`\(with)\(note)"
            }
        }
    }

    /// The requests the service sends, of webhooks and of the callbacks of operations.
    mutating func webhooks(_ located: [Located]) -> [ClientModel.Webhook] {
        var result: [ClientModel.Webhook] = []
        for webhook in document.webhooks where options.selection == nil {
            result += requests(of: webhook.item, called: webhook.name, suffix: "Webhook", scope: .service)
        }
        for operation in located {
            for callback in operation.operation.callbacks {
                let isShared = callback.componentName != nil
                for item in callback.items {
                    result += requests(
                        of: item, called: isShared ? callback.name : operation.typeName + " " + callback.name,
                        suffix: "Callback", scope: isShared ? .service : .group(operation.group))
                }
            }
        }
        return result
    }

    private mutating func requests(
        of item: PathItem, called name: String, suffix: String, scope: TypeDeclaration.Scope
    ) -> [ClientModel.Webhook] {
        var result: [ClientModel.Webhook] = []
        for operation in item.operations {
            let contents = operation.requestBody?.content ?? []
            let media = contents.first { mediaKind($0.name, hasStructure: true) == .json } ?? contents.first
            let method = item.operations.count > 1 ? " " + operation.method.lowercased() : ""
            var payload: TypeReference?
            if let media {
                let context = Context(
                    scope: scope, stem: .fixed(Role.type.name(Words("\(name)\(method) \(suffix)"))), wireName: name,
                    pointer: media.pointer)
                payload = content(media, in: context).content.type
            }
            result.append(
                ClientModel.Webhook(
                    wireName: name, method: operation.method,
                    documentation: Documentation(
                        summary: operation.summary ?? item.summary,
                        description: operation.description ?? item.description, isDeprecated: operation.isDeprecated),
                    payload: payload, pointer: operation.pointer, place: operation.place))
        }
        return result
    }
}
