public import Diagnostics
import YAML

/// A way to prove who is calling (Security Scheme Object).
public struct SecurityScheme: Sendable {
    /// The `type`, with the keys that belong to it.
    public enum Kind: Sendable {
        /// The name of the header, query parameter or cookie.
        case apiKey(location: Parameter.Location, name: String)
        /// The scheme as registered, lower case. For example: `basic` (also 2.0's type of that name), `bearer`.
        case http(scheme: String, bearerFormat: String?)
        /// A client certificate (3.1 and later).
        case mutualTLS
        /// `metadataURL` is 3.2's `oauth2MetadataUrl`, as written.
        case oauth2(flows: [OAuthFlow], metadataURL: String?)
        /// The URL of the discovery document, as written.
        case openIDConnect(url: String)
    }

    /// The key under `components/securitySchemes`.
    public var name: String
    /// The location of the key.
    public var namePlace: Place
    /// What the credential is, and where it is sent.
    public var kind: Kind
    /// CommonMark.
    public var description: String?
    /// `deprecated` (3.2).
    public var isDeprecated = false
    /// RFC 6901 pointer to the object, after references were followed.
    public var pointer: String
    /// The location of the object.
    public var place: Place
}

private enum SecuritySchemeKey: String, ObjectKey {
    case type, description, name
    case location = "in"
    case scheme, bearerFormat, flows, openIdConnectUrl, oauth2MetadataUrl, deprecated
    case flow, authorizationUrl, tokenUrl, scopes

    static let table = KeyTable<SecuritySchemeKey>(
        "a security scheme",
        only: [
            (.v3_2 ... .newest, [.oauth2MetadataUrl, .deprecated]),
            (.v2_0 ... .v2_0, [.flow, .authorizationUrl, .tokenUrl, .scopes]),
        ])
}

/// The keys of a security scheme, before its type says which of them matter.
private struct SchemeParts {
    var type: (text: String, place: Place)?
    var name: (text: String, place: Place)?
    var location: String?
    var scheme: String?
    var bearerFormat: String?
    var flows: [OAuthFlow]?
    var openIDConnectURL: String?
    var metadataURL: String?
    var flow: (text: String, place: Place)?
    var ownFlow: OAuthFlow
}

extension Reader {
    func securityScheme(_ start: Located, name: Mapping.Entry) -> SecurityScheme? {
        guard let end = follow(start, .securitySchemes, otherwise: "the security scheme is skipped") else {
            return nil
        }
        let located = end.located
        var description: String?
        var isDeprecated = false
        var parts = SchemeParts(ownFlow: OAuthFlow(kind: .implicit, place: located.place))
        let isMapping = read(located) { (key: SecuritySchemeKey, entry, located) in
            switch key {
            case .description: description = prose(entry, in: located)
            case .deprecated: isDeprecated = boolean(entry) ?? false
            default: read(key, entry, into: &parts, located)
            }
        }
        guard isMapping, let kind = kind(parts, located) else { return nil }
        return SecurityScheme(
            name: name.key, namePlace: name.keyPlace, kind: kind, description: end.description ?? description,
            isDeprecated: isDeprecated, pointer: located.pointer, place: located.place)
    }

    private func read(
        _ key: SecuritySchemeKey, _ entry: Mapping.Entry, into parts: inout SchemeParts, _ located: Located
    ) {
        switch key {
        case .description, .deprecated: break
        case .type: parts.type = text(entry).map { ($0, entry.value.place) }
        case .name: parts.name = text(entry).map { ($0, entry.value.place) }
        case .location: parts.location = text(entry)
        case .scheme: parts.scheme = text(entry)
        case .bearerFormat: parts.bearerFormat = prose(entry, in: located)
        case .flows: parts.flows = flows(located.child(entry))
        case .openIdConnectUrl: parts.openIDConnectURL = text(entry)
        case .oauth2MetadataUrl: parts.metadataURL = text(entry)
        case .flow: parts.flow = text(entry).map { ($0, entry.value.place) }
        case .authorizationUrl: parts.ownFlow.authorizationURL = text(entry)
        case .tokenUrl: parts.ownFlow.tokenURL = text(entry)
        case .scopes: parts.ownFlow.scopes = scopes(entry, in: located)
        }
    }

    private func kind(_ parts: SchemeParts, _ located: Located) -> SecurityScheme.Kind? {
        guard let type = parts.type else {
            reportMissing("type", in: "a security scheme", at: located.place)
            return nil
        }
        switch type.text.lowercased() {
        case "apikey": return apiKey(parts, located)
        case "http":
            guard let scheme = parts.scheme else { return incomplete("scheme", located) }
            guard isToken(scheme, "the scheme", at: located.place) else { return nil }
            return .http(scheme: scheme.lowercased(), bearerFormat: parts.bearerFormat)
        case "basic", "bearer":
            if type.text != "basic" || family(of: located) != .v2_0 {
                report(
                    .repaired, .spelling, "\(quote(type.text)) is read as the type `http` with that scheme",
                    at: type.place)
            }
            return .http(scheme: type.text.lowercased(), bearerFormat: parts.bearerFormat)
        case "mutualtls": return .mutualTLS
        case "oauth2": return oauth2(parts, located)
        case "openidconnect":
            guard let url = parts.openIDConnectURL else { return incomplete("openIdConnectUrl", located) }
            return .openIDConnect(url: url)
        default:
            let types = ["apiKey", "http", "mutualTLS", "oauth2", "openIdConnect"]
            report(
                .leftOut, .badValue,
                "\(quote(type.text)) is not a security scheme type (\(list(types))); the scheme is skipped",
                at: type.place, hint: hint(for: type.text, among: types))
            return nil
        }
    }

    private func apiKey(_ parts: SchemeParts, _ located: Located) -> SecurityScheme.Kind? {
        guard let name = parts.name else { return incomplete("name", located) }
        guard let text = parts.location else { return incomplete("in", located) }
        guard let location = Parameter.Location(rawValue: text.lowercased()),
            [.header, .query, .cookie].contains(location)
        else {
            report(
                .leftOut, .badValue,
                "an API key is sent in `header`, `query` or `cookie`, not in \(quote(text)); the scheme is skipped",
                at: located.place)
            return nil
        }
        if location != .query, !isToken(name.text, "the \(text) name", at: name.place) { return nil }
        return .apiKey(location: location, name: name.text)
    }

    private func incomplete(_ key: String, _ located: Located) -> SecurityScheme.Kind? {
        report(
            .leftOut, .missingKey, "the security scheme needs \(code(key)) and is skipped", at: located.place)
        return nil
    }

    private func oauth2(_ parts: SchemeParts, _ located: Located) -> SecurityScheme.Kind? {
        if let flows = parts.flows { return .oauth2(flows: flows, metadataURL: parts.metadataURL) }
        guard let flow = parts.flow else {
            guard family(of: located) == .v2_0 else { return incomplete("flows", located) }
            return incomplete("flow", located)
        }
        let kinds: [String: OAuthFlow.Kind] = [
            "implicit": .implicit, "password": .password, "application": .clientCredentials,
            "accessCode": .authorizationCode,
        ]
        guard let kind = kinds[flow.text] else {
            report(
                .leftOut, .badValue, "\(quote(flow.text)) is not a flow; the scheme is skipped", at: flow.place,
                hint: hint(for: flow.text, among: ["implicit", "password", "application", "accessCode"]))
            return nil
        }
        var own = parts.ownFlow
        own.kind = kind
        return .oauth2(flows: [own], metadataURL: nil)
    }
}
