import ClientModel

extension API {
    /// The key by which a text is known to be a model, and the number of its format.
    static let formatKey = "model"
    static let format = 1

    var json: ModelValue {
        .object([
            (API.formatKey, .number(API.format)), ("name", .text(name.text)),
            ("instanceName", .text(instanceName.text)), ("suiteName", .text(suiteName.text)),
            ("testModule", .text(testModule.text)), ("info", info.json),
            ("servers", .list(servers.map(\.json))),
            ("securitySchemes", .list(securitySchemes.map(\.json))), ("groups", .list(groups.map(\.json))),
            ("types", .list(types.map(\.json))), ("webhooks", .list(webhooks.map(\.json))),
            ("headers", headers.isEmpty ? nil : .list(headers.map(\.json))),
        ])
    }
}

extension Information {
    var json: ModelValue {
        .object([
            ("title", .text(title)), ("version", .text(version)), ("summary", .optional(summary)),
            ("description", .optional(description)), ("termsOfService", .optional(termsOfService)),
            (
                "contact",
                contact.map {
                    .object([("name", .optional($0.name)), ("email", .optional($0.email)), ("url", .optional($0.url))])
                }
            ), ("license", license.map { .object([("name", .text($0.name)), ("url", .optional($0.url))]) }),
            ("externalDocumentation", externalDocumentation?.json),
        ])
    }
}

extension ExternalDocumentation {
    var json: ModelValue { .object([("url", .text(url)), ("description", .optional(description))]) }
}

extension Documentation {
    /// Absent where there is nothing to say.
    var json: ModelValue? {
        let members: [(String, ModelValue?)] = [
            ("summary", .optional(summary)), ("description", .optional(description)),
            ("isDeprecated", .isTrue(isDeprecated)), ("facts", .texts(facts)),
            ("bounds", bounds.isEmpty ? nil : .object(bounds.map { ($0.keyword.rawValue, .text($0.value)) })),
            ("externalDocumentation", externalDocumentation?.json), ("examples", .texts(examples)),
        ]
        return members.allSatisfy { $0.1 == nil } ? nil : .object(members)
    }
}

extension Server {
    var json: ModelValue {
        .object([
            ("name", .text(name.text)), ("url", .text(url)), ("baseName", .optional(baseName?.text)),
            (
                "variables",
                variables.isEmpty
                    ? nil
                    : .list(
                        variables.map {
                            .object([
                                ("name", .text($0.name.text)), ("wireName", .text($0.wireName)),
                                ("defaultValue", .text($0.defaultValue)), ("allowed", .texts($0.allowed)),
                                ("description", .optional($0.description)),
                            ])
                        })
            ), ("documentation", documentation.json),
        ])
    }
}

extension SecurityScheme {
    var json: ModelValue {
        .object([
            ("name", .text(name.text)), ("memberName", .text(memberName.text)), ("wireName", .text(wireName)),
            ("kind", kind.json),
            ("description", .optional(description)), ("prefix", .optional(prefix)),
            ("environmentVariable", .text(environmentVariable)),
        ])
    }
}

extension SecurityScheme.Kind {
    var json: ModelValue {
        switch self {
        case .apiKey(let location, let name):
            .object([("apiKey", .object([("location", .text(location.rawValue)), ("name", .text(name))]))])
        case .http(let scheme, let format):
            .object([("http", .object([("scheme", .text(scheme)), ("bearerFormat", .optional(format))]))])
        case .oauth2(let flows):
            .object([
                (
                    "oauth2",
                    .list(
                        flows.map { flow in
                            .object([
                                ("name", .text(flow.name)), ("authorizationURL", .optional(flow.authorizationURL)),
                                ("tokenURL", .optional(flow.tokenURL)), ("refreshURL", .optional(flow.refreshURL)),
                                ("scopes", .object(flow.scopes.map { ($0.name, .text($0.description)) })),
                            ])
                        })
                )
            ])
        case .openIDConnect(let url): .object([("openIDConnect", .text(url))])
        case .mutualTLS: .text("mutualTLS")
        }
    }
}

extension Webhook {
    var json: ModelValue {
        .object([
            ("wireName", .text(wireName)), ("operation", .optional(operation)), ("expression", .optional(expression)),
            ("method", .text(method)), ("documentation", documentation.json), ("payload", payload?.json),
            ("contents", .list(contents.map(\.json))), ("parameters", .list(parameters.map(\.json))),
            ("responses", .list(responses.map(\.json))),
            ("pointer", pointer.isEmpty ? nil : .text(pointer)),
        ])
    }
}

extension TypeReference {
    var json: ModelValue {
        switch self {
        case .scalar(let scalar): .text(scalar.rawValue)
        case .json: .text("json")
        case .array(let element): .object([("array", element.json)])
        case .dictionary(let value): .object([("dictionary", value.json)])
        case .nullable(let wrapped): .object([("nullable", wrapped.json)])
        case .named(let id): .object([("named", .number(id.index))])
        }
    }
}
