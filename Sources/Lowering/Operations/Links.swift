import ClientModel
import OpenAPI
import YAML

/// The links and the callbacks of an operation, as sentences.
func links(_ operation: OpenAPI.Operation) -> [String] {
    let links = operation.responses.flatMap { response in
        response.links.map { "Link `\($0.name)` of \(words(response.status)): \(sentence($0))" }
    }
    let callbacks = operation.callbacks.flatMap { callback in
        callback.items.flatMap { item in
            item.operations.map {
                "Callback `\(callback.name)`: the service sends `\($0.method) \(item.template)`."
            }
        }
    }
    return links + callbacks
}

/// For example: ``calls `getPet` with `id` = `"$response.body#/id"`.``
private func sentence(_ link: OpenAPI.Link) -> String {
    var text = "calls `\(link.operationID ?? link.operationReference ?? "?")`"
    let arguments = link.parameters.map { "`\($0.name)` = `\(jsonText($0.value))`" }
    if !arguments.isEmpty { text += " with " + arguments.joined(separator: ", ") }
    if let body = link.requestBody { text += " and the body `\(jsonText(body))`" }
    if let server = link.server { text += " at `\(server.url)`" }
    return text + (link.description.map { ": " + $0 } ?? ".")
}

private func words(_ status: OpenAPI.Response.Status) -> String {
    switch status {
    case .code(let code): "\(code)"
    case .range(let hundred): "\(hundred)XX"
    case .default: "any other status"
    }
}
