import HTTPTypes

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Adds credentials to requests.
nonisolated enum Authorization {
    struct Token: Sendable {
        let scheme: SecurityScheme
        let prefix: String?
        var value: String
        /// The source of the value, if it can be refreshed.
        var store: TokenStore?
        var reading: TokenStore.Reading?

        var isRefreshable: Bool { store != nil }

        func apply(to request: inout ClientRequest) throws {
            switch scheme.kind {
            case .apiKey(let location, let name):
                let text = (prefix ?? scheme.prefix).map { "\($0) \(value)" } ?? value
                switch location {
                case .header: try request.setHeader(name, text)
                case .query: request.setQuery(name, text)
                case .cookie: try request.setCookie(name, PercentEncoding.encode(text))
                }
            case .http("basic"):
                try request.setHeader("Authorization", "Basic \(Data(value.utf8).base64EncodedString())")
            case .http(let name):
                let word = name == "bearer" ? "Bearer" : name
                try request.setHeader("Authorization", "\(prefix ?? word) \(value)")
            case .oauth2, .openIDConnect: try request.setHeader("Authorization", "\(prefix ?? "Bearer") \(value)")
            case .mutualTLS: break
            }
        }
    }

    /// The tokens of the first security requirement whose schemes all have a credential.
    ///
    /// - Throws: ``RequestFailure`` if no requirement is met; ``CredentialFailure`` if a fetch fails.
    static func tokens(
        for request: ClientRequest, _ connection: ClientConnection, until deadline: Deadline?
    ) async throws -> [Token] {
        var tokens: [Token] = []
        for name in try requirement(for: request, connection) {
            guard let (scheme, credential) = connection.credentials[name] else { continue }
            switch credential.source {
            case .value(let value):
                tokens.append(Token(scheme: scheme, prefix: credential.prefix, value: value))
            case .refreshing(let store):
                let reading = try await reading(store, scheme, until: deadline)
                tokens.append(
                    Token(
                        scheme: scheme, prefix: credential.prefix, value: reading.value, store: store, reading: reading)
                )
            case .none, .environment: break
            }
        }
        return tokens
    }

    private static func requirement(for request: ClientRequest, _ connection: ClientConnection) throws -> [String] {
        if request.security.isEmpty { return [] }
        let transportOnly = connection.schemes.filter(\.isLeftToTransport).map(\.name)
        func isMet(_ name: String) -> Bool {
            connection.credentials[name] != nil || transportOnly.contains(name)
        }
        if let complete = request.security.first(where: { $0.allSatisfy(isMet) }) { return complete }
        let waived = connection.waivedSchemes
        if let accepted = request.security.first(where: { $0.allSatisfy { isMet($0) || waived.contains($0) } }) {
            return accepted
        }
        guard connection.options.requiresCredentials else { return [] }
        let missing = request.security.map { names in
            names.filter { !isMet($0) && !waived.contains($0) }.map { "'\($0)'" }.joined(separator: " and ")
        }
        throw RequestFailure("no credential for the security scheme \(missing.joined(separator: " or "))")
    }

    private static func reading(
        _ store: TokenStore, _ scheme: SecurityScheme, after refused: TokenStore.Reading? = nil,
        _ response: HTTPResponse? = nil, until deadline: Deadline?
    ) async throws -> TokenStore.Reading {
        do { return try await store.token(after: refused, until: deadline) } catch var failure as CredentialFailure {
            failure.scheme = scheme.name
            failure.response = response
            throw failure
        }
    }

    /// Refreshes the tokens that can be refreshed.
    ///
    /// - Parameter response: The response that rejected the tokens.
    static func refreshed(
        _ tokens: [Token], after response: HTTPResponse, until deadline: Deadline?
    ) async throws -> [Token] {
        var fresh = tokens
        for (index, token) in tokens.enumerated() {
            guard let store = token.store else { continue }
            let reading = try await reading(store, token.scheme, after: token.reading, response, until: deadline)
            fresh[index].value = reading.value
            fresh[index].reading = reading
        }
        return fresh
    }
}

nonisolated extension SecurityScheme {
    /// Whether the transport provides the credential: client certificates, and schemes that respond to a challenge.
    var isLeftToTransport: Bool {
        switch kind {
        case .mutualTLS: true
        case .http(let name): ["digest", "negotiate", "ntlm", "mutual"].contains(name)
        default: false
        }
    }
}
