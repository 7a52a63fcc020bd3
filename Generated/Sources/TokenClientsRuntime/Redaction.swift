import HTTPTypes

/// Removes credentials and other secrets from what observers see.
///
/// The security schemes, the API description and usual names determine what is secret.
nonisolated struct Redaction {
    private static let text = "REDACTED"
    /// Names of secrets, compared without case, `-`, `_` and `.`.
    private static let usualNames: Set = [
        "authorization", "proxyauthorization", "cookie", "setcookie", "code", "key", "sig", "signature", "pwd", "pin",
        "otp", "jwt", "sid", "auth", "xauth", "assertion", "clientassertion", "codeverifier",
    ]
    /// Parts of names of secrets.
    private static let usualParts = [
        "token", "secret", "password", "passwd", "passphrase", "apikey", "accesskey", "privatekey", "credential",
        "session",
    ]
    /// Headers of the caller that are not redacted.
    private static let plainHeaders: Set = [
        "accept", "accept-encoding", "accept-language", "content-type", "content-length", "user-agent", "if-match",
        "if-none-match", "if-modified-since", "if-unmodified-since", "range", "prefer", "cache-control",
        "idempotency-key", "x-request-id", "x-correlation-id", "traceparent", "tracestate",
    ]

    private var names: Set<String> = []
    private var headers: Set<String> = []
    private let texts: [String]

    /// - Parameters:
    ///   - schemes: The client's security schemes, with or without a credential.
    ///   - request: The request, which has the names of its secrets.
    ///   - own: The client's own headers.
    init(_ schemes: [SecurityScheme], _ request: ClientRequest, own: HTTPFields = [:]) {
        texts = request.secretTexts
        for name in request.secrets { names.insert(Self.plain(name)) }
        for scheme in schemes {
            if case .apiKey(_, let name) = scheme.kind { names.insert(Self.plain(name)) }
        }
        for field in own where !Self.plainHeaders.contains(field.name.canonicalName) {
            headers.insert(field.name.canonicalName)
        }
    }

    func redacted(_ request: HTTPRequest) -> HTTPRequest {
        var request = request
        request.headerFields = redacted(request.headerFields)
        request.path = request.path.map { redacted(target: $0) }
        return request
    }

    func redacted(_ response: HTTPResponse) -> HTTPResponse {
        var response = response
        response.headerFields = redacted(response.headerFields)
        return response
    }

    private func isSecret(_ name: String) -> Bool {
        let plain = Self.plain(name)
        return names.contains(plain) || Self.usualNames.contains(plain)
            || Self.usualParts.contains { plain.contains($0) }
    }

    /// A path or URL without the secrets of its path and query.
    private func redacted(target: String) -> String {
        let mark = target.firstIndex(of: "?") ?? target.endIndex
        var path = String(target[..<mark])
        for text in texts where !text.isEmpty {
            path = path.split(separator: "/", omittingEmptySubsequences: false)
                .map { $0 == text ? Self.text[...] : $0 }.joined(separator: "/")
        }
        guard mark < target.endIndex else { return path }
        let pairs = target[target.index(after: mark)...].split(separator: "&", omittingEmptySubsequences: false)
        let shown = pairs.map { pair -> String in
            let name = pair.prefix { $0 != "=" }
            return isSecret(PercentEncoding.decode(String(name))) ? "\(name)=\(Self.text)" : String(pair)
        }
        return "\(path)?\(shown.joined(separator: "&"))"
    }

    private func redacted(_ fields: HTTPFields) -> HTTPFields {
        var result = HTTPFields()
        for var field in fields {
            if isSecret(field.name.rawName) || headers.contains(field.name.canonicalName) {
                field.value = Self.text
            } else if field.name == .location {
                field.value = redacted(target: field.value)
            }
            result.append(field)
        }
        return result
    }

    private static func plain(_ name: String) -> String {
        String(name.lowercased().filter { $0 != "-" && $0 != "_" && $0 != "." && $0 != "[" && $0 != "]" })
    }
}
