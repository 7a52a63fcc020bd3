import ClientModel

extension SecurityScheme {
    /// Whether the client is given a credential; a certificate is the transport's.
    var hasCredential: Bool { if case .mutualTLS = kind { false } else { true } }

    /// How a token is obtained, in sentences.
    var flowTexts: [String] {
        guard case .oauth2(let flows) = kind else { return [] }
        return flows.map { flow in
            let urls = [flow.authorizationURL, flow.tokenURL, flow.refreshURL].compactMap { $0 }.filter { !$0.isEmpty }
            let scopes = flow.scopes.map { "`\($0.name)`" }
            let asked = scopes.isEmpty ? "" : "; scopes " + scopes.joined(separator: ", ")
            return "Flow `\(flow.name)`: \(urls.map { "<\($0)>" }.joined(separator: ", "))\(asked)."
        }
    }

    /// What the credential is, in a sentence.
    var words: String {
        switch kind {
        case .apiKey(_, let name) where kind.isKeyInAuthorization && prefix == nil:
            "The complete value of `\(name)`, including a scheme such as `Bearer`."
        case .apiKey(let location, let name):
            "The API key sent in the \(location.words) `\(name)`\(prefix.map { " after `\($0)`" } ?? "")."
        case .http(let scheme, _) where ["digest", "negotiate", "ntlm", "mutual"].contains(scheme):
            "The credential sent in `Authorization` after `\(scheme)`. If it is missing, the transport responds to the service's challenge."
        case .http(let scheme, let format):
            "The \(scheme) credential sent in `Authorization`\(format.map { " (\($0))" } ?? "")."
        case .oauth2: "The OAuth 2.0 access token sent in `Authorization`."
        case .openIDConnect(let url): "The OpenID Connect access token sent in `Authorization` (<\(url)>)."
        case .mutualTLS: "The client certificate, which the transport sends."
        }
    }
}

extension SecurityScheme.Kind {
    var code: Code {
        switch self {
        case .apiKey(let location, let name):
            ".apiKey(in: .\(Code(location)), name: \(literal: name))"
        case .http(let scheme, _): ".http(\(literal: scheme))"
        case .oauth2: ".oauth2"
        case .openIDConnect: ".openIDConnect"
        case .mutualTLS: ".mutualTLS"
        }
    }
}
