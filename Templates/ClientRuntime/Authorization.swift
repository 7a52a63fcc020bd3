import Foundation
import HTTPTypes

/// Which credentials a request carries, and where they stand.
nonisolated enum Authorization {
    struct Token: Sendable {
        let scheme: SecurityScheme
        let prefix: String?
        let value: String
        let store: TokenStore?

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

    /// The tokens of the first requirement for which there is a credential for every scheme; none where there is no such.
    static func tokens(for request: ClientRequest, _ connection: ClientConnection) async throws -> [Token] {
        let transportOnly = connection.schemes.filter(\.isLeftToTransport).map(\.name)
        let chosen = request.security.first { names in
            names.allSatisfy { connection.credentials[$0] != nil || transportOnly.contains($0) }
        }
        var tokens: [Token] = []
        for case let (scheme, credential)? in (chosen ?? []).map({ connection.credentials[$0] }) {
            switch credential.source {
            case .value(let value):
                tokens.append(Token(scheme: scheme, prefix: credential.prefix, value: value, store: nil))
            case .refreshing(let store):
                let value = try await store.token()
                tokens.append(Token(scheme: scheme, prefix: credential.prefix, value: value, store: store))
            case .none, .environment: break
            }
        }
        return tokens
    }

    /// The same with new values for all that can be fetched anew.
    static func refreshed(_ tokens: [Token]) async throws -> [Token] {
        var fresh: [Token] = []
        for token in tokens {
            guard let store = token.store else {
                fresh.append(token)
                continue
            }
            let value = try await store.token(after: token.value)
            fresh.append(Token(scheme: token.scheme, prefix: token.prefix, value: value, store: store))
        }
        return fresh
    }
}

nonisolated extension SecurityScheme {
    /// Whether the transport answers for it: certificates, and schemes that answer a challenge of the service.
    var isLeftToTransport: Bool {
        switch kind {
        case .mutualTLS: true
        case .http(let name): ["digest", "negotiate", "ntlm", "mutual"].contains(name)
        default: false
        }
    }
}

/// Takes credentials out of what observers see, by the places the security schemes name.
nonisolated struct Redaction {
    private var headers: Set<String> = ["authorization", "proxy-authorization", "cookie", "set-cookie"]
    private var queries: Set<String> = []

    init(_ schemes: [SecurityScheme]) {
        for scheme in schemes {
            guard case .apiKey(let location, let name) = scheme.kind else { continue }
            switch location {
            case .header: headers.insert(name.lowercased())
            case .query: queries.insert(PercentEncoding.encode(name))
            case .cookie: break
            }
        }
    }

    func redacted(_ request: HTTPRequest) -> HTTPRequest {
        var request = request
        request.headerFields = redacted(request.headerFields)
        guard let path = request.path, let mark = path.firstIndex(of: "?") else { return request }
        let pairs = path[path.index(after: mark)...].split(separator: "&", omittingEmptySubsequences: false).map {
            pair in
            let name = pair.prefix { $0 != "=" }
            return queries.contains(String(name)) ? "\(name)=REDACTED" : String(pair)
        }
        request.path = "\(path[..<mark])?\(pairs.joined(separator: "&"))"
        return request
    }

    func redacted(_ response: HTTPResponse) -> HTTPResponse {
        var response = response
        response.headerFields = redacted(response.headerFields)
        return response
    }

    private func redacted(_ fields: HTTPFields) -> HTTPFields {
        var result = HTTPFields()
        for var field in fields {
            if headers.contains(field.name.canonicalName) { field.value = "REDACTED" }
            result.append(field)
        }
        return result
    }
}
