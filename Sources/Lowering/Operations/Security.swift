@_spi(Naming) import ClientModel
import Diagnostics
import OpenAPI

/// The security schemes of a document and what the configuration sets for them.
struct Credentials {
    let schemes: [OpenAPI.SecurityScheme]
    let settings: [LoweringOptions.Scheme]
    let client: Identifier

    /// The schemes with the names and settings the client's `init` needs.
    func named(_ naming: inout Naming, _ findings: inout Findings) -> [ClientModel.SecurityScheme] {
        reportUnknownSchemes(&findings)
        reportPlainKeys(&findings)
        var claims: [NameScope.Claim] = []
        for scheme in schemes {
            var claim = NameScope.Claim(
                schemeNames(scheme), text: scheme.name, wireName: scheme.name,
                pinned: naming.pinned(scheme.pointer, .scheme, &findings), keys: { [scheme.pointer] })
            claim.origin = NameScope.Origin(text: scheme.name, place: scheme.place)
            claims.append(claim)
        }
        let names = naming.assign(
            claims, as: .credentials, in: NameScope(), pointers: schemes.map(\.pointer), &findings)
        let result = zip(schemes, names).map { scheme, name in
            let settings = settings(of: scheme)
            return ClientModel.SecurityScheme(
                name: Identifier(sanitizing: name), memberName: Identifier(sanitizing: name + "Scheme"),
                wireName: scheme.name, kind: ClientModel.SecurityScheme.Kind(scheme.kind),
                description: scheme.description, prefix: settings?.prefix,
                environmentVariable: settings?.environmentVariable ?? environmentVariable(scheme.name),
                place: scheme.place)
        }
        return naming.recorded.ordered(result, for: "#/components/securitySchemes")
    }

    private func settings(of scheme: OpenAPI.SecurityScheme) -> LoweringOptions.Scheme? {
        settings.first { $0.wireName == scheme.name }
    }

    /// The names to try for the argument of a scheme. One that promises a token would mislead where the whole of `Authorization` is given.
    private func schemeNames(_ scheme: OpenAPI.SecurityScheme) -> [String] {
        let name = Role.scheme.name(Words(scheme.name))
        return isPlainKey(scheme) && promisesPrefix(scheme) ? ["authorization", name] : [name]
    }

    /// Whether the scheme is an API key in `Authorization` that is sent as it is.
    private func isPlainKey(_ scheme: OpenAPI.SecurityScheme) -> Bool {
        ClientModel.SecurityScheme.Kind(scheme.kind).isKeyInAuthorization && settings(of: scheme)?.prefix == nil
    }

    private func promisesPrefix(_ scheme: OpenAPI.SecurityScheme) -> Bool {
        let name = scheme.name.lowercased()
        return ["bearer", "basic", "jwt", "oauth"].contains { name.contains($0) }
    }

    private func reportPlainKeys(_ findings: inout Findings) {
        for scheme in schemes where isPlainKey(scheme) {
            findings.report(
                Diagnostic(
                    .remark, .plainAuthorization,
                    "the key \(quote(scheme.name)) is sent in `Authorization` without a scheme before it",
                    at: scheme.place,
                    hint: "if the service expects `Bearer`, set `security: { \(scheme.name): { prefix: Bearer } }`"))
        }
    }

    private func reportUnknownSchemes(_ findings: inout Findings) {
        let names = schemes.map(\.name)
        for setting in settings where !names.contains(setting.wireName) {
            let hint = names.isEmpty ? nil : "it has " + names.map { "'\($0)'" }.joined(separator: ", ")
            findings.report(
                Diagnostic(
                    .error, .unknownScheme, "the document has no security scheme '\(setting.wireName)'",
                    at: setting.place, hint: hint))
        }
    }

    /// For example: `RUN_AI_BEARER_AUTH`.
    private func environmentVariable(_ scheme: String) -> String {
        Words(client.text).upperSnakeCase() + "_" + Words(scheme).upperSnakeCase()
    }
}

extension ClientModel.SecurityScheme.Kind {
    fileprivate init(_ kind: OpenAPI.SecurityScheme.Kind) {
        switch kind {
        case .apiKey(let location, let name): self = .apiKey(location: ParameterLocation(location), name: name)
        case .http(let scheme, let format): self = .http(scheme: scheme, bearerFormat: format)
        case .mutualTLS: self = .mutualTLS
        case .openIDConnect(let url): self = .openIDConnect(url: url)
        case .oauth2(let flows, _): self = .oauth2(flows: flows.map { .init($0) })
        }
    }
}

extension ClientModel.SecurityScheme.OAuthFlow {
    fileprivate init(_ flow: OpenAPI.OAuthFlow) {
        self.init(
            name: flow.kind.rawValue, authorizationURL: flow.authorizationURL ?? flow.deviceAuthorizationURL,
            tokenURL: flow.tokenURL, refreshURL: flow.refreshURL,
            scopes: flow.scopes.map { .init(name: $0.name, description: $0.description) })
    }
}

extension ClientModel.SecurityRequirement {
    init(_ requirement: OpenAPI.SecurityRequirement) {
        self.init(requirement.schemes.map { .init(wireName: $0.name, scopes: $0.scopes) })
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
