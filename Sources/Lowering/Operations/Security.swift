@_spi(Naming) import ClientModel
import Diagnostics
import OpenAPI

extension Lowerer {
    /// The security schemes with the names and settings the client's `init` needs.
    mutating func securitySchemes(_ wanted: (String) -> Bool) -> [ClientModel.SecurityScheme] {
        let schemes = document.components.securitySchemes
        reportUnknownSchemes()
        reportPlainKeys()
        var claims: [NameScope.Claim] = []
        for scheme in schemes {
            var claim = NameScope.Claim(
                schemeNames(scheme), text: scheme.name, wireName: scheme.name,
                pinned: pinned(scheme.pointer, .scheme), keys: { [scheme.pointer] })
            claim.origin = NameScope.Origin(text: scheme.name, place: scheme.place)
            claims.append(claim)
        }
        let names = assignNames(claims, as: .credentials, in: NameScope(), pointers: schemes.map(\.pointer))
        let result = zip(schemes, names).map { scheme, name in
            let settings = options.schemes.first { $0.wireName == scheme.name }
            return ClientModel.SecurityScheme(
                name: Identifier(sanitizing: name), memberName: Identifier(sanitizing: name + "Scheme"),
                wireName: scheme.name, kind: kind(scheme.kind),
                description: scheme.description, prefix: settings?.prefix,
                environmentVariable: settings?.environmentVariable ?? environmentVariable(scheme.name),
                place: scheme.place)
        }
        return recordedNames.ordered(result, for: "#/components/securitySchemes").filter { wanted($0.wireName) }
    }

    /// The names to try for the argument of a scheme. One that promises a token would mislead where the whole of `Authorization` is given.
    private func schemeNames(_ scheme: OpenAPI.SecurityScheme) -> [String] {
        let name = Role.scheme.name(Words(scheme.name))
        return isPlainKey(scheme) && promisesPrefix(scheme) ? ["authorization", name] : [name]
    }

    /// Whether the scheme is an API key in `Authorization` that is sent as it is.
    private func isPlainKey(_ scheme: OpenAPI.SecurityScheme) -> Bool {
        kind(scheme.kind).isKeyInAuthorization
            && options.schemes.first { $0.wireName == scheme.name }?.prefix == nil
    }

    private func promisesPrefix(_ scheme: OpenAPI.SecurityScheme) -> Bool {
        let name = scheme.name.lowercased()
        return ["bearer", "basic", "jwt", "oauth"].contains { name.contains($0) }
    }

    private mutating func reportPlainKeys() {
        for scheme in document.components.securitySchemes where isPlainKey(scheme) {
            report(
                Diagnostic(
                    .remark, .plainAuthorization,
                    "the key \(quote(scheme.name)) is sent in `Authorization` without a scheme before it",
                    at: scheme.place,
                    hint: "if the service expects `Bearer`, set `security: { \(scheme.name): { prefix: Bearer } }`"))
        }
    }

    private mutating func reportUnknownSchemes() {
        let names = document.components.securitySchemes.map(\.name)
        for setting in options.schemes where !names.contains(setting.wireName) {
            let hint = names.isEmpty ? nil : "it has " + names.map { "'\($0)'" }.joined(separator: ", ")
            problems.add(
                Diagnostic(
                    .error, .unknownScheme, "the document has no security scheme '\(setting.wireName)'",
                    at: setting.place, hint: hint))
        }
    }

    /// For example: `RUN_AI_BEARER_AUTH`.
    private func environmentVariable(_ scheme: String) -> String {
        Words(options.name.text).upperSnakeCase() + "_" + Words(scheme).upperSnakeCase()
    }

    private func kind(_ kind: OpenAPI.SecurityScheme.Kind) -> ClientModel.SecurityScheme.Kind {
        switch kind {
        case .apiKey(let location, let name): .apiKey(location: ParameterLocation(location), name: name)
        case .http(let scheme, let format): .http(scheme: scheme, bearerFormat: format)
        case .mutualTLS: .mutualTLS
        case .openIDConnect(let url): .openIDConnect(url: url)
        case .oauth2(let flows, _): .oauth2(flows: flows.map { flow($0) })
        }
    }

    private func flow(_ flow: OpenAPI.OAuthFlow) -> ClientModel.SecurityScheme.OAuthFlow {
        ClientModel.SecurityScheme.OAuthFlow(
            name: flow.kind.rawValue, authorizationURL: flow.authorizationURL ?? flow.deviceAuthorizationURL,
            tokenURL: flow.tokenURL, refreshURL: flow.refreshURL,
            scopes: flow.scopes.map { .init(name: $0.name, description: $0.description) })
    }

    /// What an operation asks for: its own, or the document's.
    func security(_ operation: OpenAPI.Operation) -> [ClientModel.SecurityRequirement] {
        (operation.security ?? document.security ?? []).map { requirement in
            ClientModel.SecurityRequirement(requirement.schemes.map { .init(wireName: $0.name, scopes: $0.scopes) })
        }
    }
}

extension ParameterLocation {
    init(_ location: OpenAPI.Parameter.Location) {
        switch location {
        case .path: self = .path
        case .query: self = .query
        case .header: self = .header
        case .cookie: self = .cookie
        case .querystring: self = .querystring
        }
    }
}
