@_spi(Naming) import ClientModel
import YAML

extension Information {
    init(model node: Node) throws(ModelError) {
        let fields = try ModelFields(node)
        self.init(title: try fields.text("title"), version: try fields.text("version"))
        summary = try fields.optionalText("summary")
        description = try fields.optionalText("description")
        termsOfService = try fields.optionalText("termsOfService")
        contact = try fields.optional("contact") { node throws(ModelError) in
            let fields = try ModelFields(node)
            return Contact(
                name: try fields.optionalText("name"), email: try fields.optionalText("email"),
                url: try fields.optionalText("url"))
        }
        license = try fields.optional("license") { node throws(ModelError) in
            let fields = try ModelFields(node)
            return License(name: try fields.text("name"), url: try fields.optionalText("url"))
        }
        externalDocumentation = try fields.optional("externalDocumentation", ExternalDocumentation.init(model:))
    }
}

extension ExternalDocumentation {
    init(model node: Node) throws(ModelError) {
        let fields = try ModelFields(node)
        self.init(url: try fields.text("url"), description: try fields.optionalText("description"))
    }
}

extension Documentation {
    /// Of the object that has a member `documentation`, or none.
    init(of fields: ModelFields) throws(ModelError) {
        self = try fields.optional("documentation", Documentation.init(model:)) ?? Documentation()
    }

    private init(model node: Node) throws(ModelError) {
        let fields = try ModelFields(node)
        var bounds: [Bound] = []
        for entry in try fields.entries("bounds") {
            guard let keyword = Bound.Keyword(rawValue: entry.key) else { throw entry.value.unknownCase("bound") }
            bounds.append(Bound(keyword, try entry.value.modelText))
        }
        self.init(
            summary: try fields.optionalText("summary"), description: try fields.optionalText("description"),
            isDeprecated: try fields.flag("isDeprecated"), facts: try fields.texts("facts"), bounds: bounds,
            externalDocumentation: try fields.optional("externalDocumentation", ExternalDocumentation.init(model:)),
            examples: try fields.texts("examples"))
    }
}

extension Server {
    init(model node: Node) throws(ModelError) {
        let fields = try ModelFields(node)
        self.init(
            name: try fields.identifier("name"), url: try fields.text("url"),
            variables: try fields.list("variables", Variable.init(model:)),
            documentation: try Documentation(of: fields))
        baseName = try fields.optionalIdentifier("baseName")
    }
}

extension Server.Variable {
    init(model node: Node) throws(ModelError) {
        let fields = try ModelFields(node)
        self.init(
            name: try fields.identifier("name"), wireName: try fields.text("wireName"),
            defaultValue: try fields.text("defaultValue"), allowed: try fields.texts("allowed"),
            description: try fields.optionalText("description"))
    }
}

extension SecurityScheme {
    init(model node: Node) throws(ModelError) {
        let fields = try ModelFields(node)
        self.init(
            name: try fields.identifier("name"), memberName: try fields.optionalIdentifier("memberName"),
            wireName: try fields.text("wireName"), kind: try Kind(model: fields.required("kind")),
            description: try fields.optionalText("description"),
            prefix: try fields.optionalText("prefix"), environmentVariable: try fields.text("environmentVariable"))
    }
}

extension SecurityScheme.Kind {
    init(model node: Node) throws(ModelError) {
        let (name, payload) = try node.modelCase
        switch name {
        case "apiKey":
            let fields = try ModelFields(payload)
            self = .apiKey(location: try fields.value("location"), name: try fields.text("name"))
        case "http":
            let fields = try ModelFields(payload)
            self = .http(scheme: try fields.text("scheme"), bearerFormat: try fields.optionalText("bearerFormat"))
        case "oauth2":
            self = .oauth2(flows: try ModelFields(node).list("oauth2", SecurityScheme.OAuthFlow.init(model:)))
        case "openIDConnect": self = .openIDConnect(url: try payload.modelText)
        case "mutualTLS": self = .mutualTLS
        default: throw node.unknownCase("security scheme")
        }
    }
}

extension SecurityScheme.OAuthFlow {
    init(model node: Node) throws(ModelError) {
        let fields = try ModelFields(node)
        var scopes: [(name: String, description: String)] = []
        for entry in try fields.entries("scopes") { scopes.append((entry.key, try entry.value.modelText)) }
        self.init(
            name: try fields.text("name"), authorizationURL: try fields.optionalText("authorizationURL"),
            tokenURL: try fields.optionalText("tokenURL"), refreshURL: try fields.optionalText("refreshURL"),
            scopes: scopes)
    }
}

extension Webhook {
    init(model node: Node) throws(ModelError) {
        let fields = try ModelFields(node)
        self.init(
            wireName: try fields.text("wireName"), operation: try fields.optionalText("operation"),
            expression: try fields.optionalText("expression"), method: try fields.text("method"),
            documentation: try Documentation(of: fields),
            contents: try fields.list("contents", Content.init(model:)),
            parameters: try fields.list("parameters", Parameter.init(model:)),
            responses: try fields.list("responses", Response.init(model:)),
            pointer: try fields.optionalText("pointer") ?? "")
    }
}
