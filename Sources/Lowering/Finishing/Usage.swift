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

/// Whether requests, responses or both carry each declaration.
struct Usages {
    private var usages: [TypeDeclaration.Usage] = []

    init() {}

    init(of declarations: Declarations, by operations: [ClientModel.Operation], _ webhooks: [Webhook]) {
        usages = Array(repeating: [], count: declarations.count)
        for operation in operations {
            for parameter in operation.parameters { mark(parameter.type, .request, declarations) }
            for content in operation.body?.contents ?? [] { mark(content.type, .request, declarations) }
            for response in operation.responses {
                for content in response.contents { mark(content.type, .response, declarations) }
                for header in response.headers { mark(header.type, .response, declarations) }
            }
        }
        for webhook in webhooks {
            for content in webhook.contents { mark(content.type, .response, declarations) }
            for parameter in webhook.parameters { mark(parameter.type, .response, declarations) }
            for content in webhook.responses.flatMap(\.contents) { mark(content.type, .request, declarations) }
        }
    }

    private mutating func mark(
        _ type: TypeReference, _ usage: TypeDeclaration.Usage, _ declarations: Declarations
    ) {
        var open = type.mentioned
        while let id = open.popLast() {
            guard usages[id.index].insert(usage).inserted else { continue }
            open.append(contentsOf: declarations[id].shape.parts.flatMap(\.mentioned))
        }
    }

    subscript(id: TypeID) -> TypeDeclaration.Usage { usages[id.index] }
}
