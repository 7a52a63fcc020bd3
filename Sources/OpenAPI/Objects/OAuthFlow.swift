public import Diagnostics
import YAML

/// How a token is got (OAuth Flow Object).
public struct OAuthFlow: Sendable {
    /// The key of the flow. 2.0's `application` is `clientCredentials`, its `accessCode` is `authorizationCode`.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// `deviceAuthorization` is 3.2's.
        case implicit, password, clientCredentials, authorizationCode, deviceAuthorization
    }

    /// Decides which of the URLs the flow has.
    public var kind: Kind
    /// Where users grant access, as written.
    public var authorizationURL: String?
    /// Where devices ask for a code (3.2), as written.
    public var deviceAuthorizationURL: String?
    /// Where tokens are requested, as written.
    public var tokenURL: String?
    /// Where expired tokens are exchanged, as written.
    public var refreshURL: String?
    /// In document order.
    public var scopes: [(name: String, description: String)] = []
    /// The location of the object.
    public var place: Place
}

private enum OAuthFlowsKey: String, ObjectKey {
    case implicit, password, clientCredentials, authorizationCode, deviceAuthorization

    static let table = KeyTable<OAuthFlowsKey>("`flows`", only: [(.v3_2 ... .newest, [.deviceAuthorization])])
}

private enum OAuthFlowKey: String, ObjectKey {
    case authorizationUrl, deviceAuthorizationUrl, tokenUrl, refreshUrl, scopes

    static let table = KeyTable<OAuthFlowKey>("a flow", only: [(.v3_2 ... .newest, [.deviceAuthorizationUrl])])
}

extension Reader {
    func flows(_ located: Located) -> [OAuthFlow] {
        var flows: [OAuthFlow] = []
        read(located) { (key: OAuthFlowsKey, entry, located) in
            guard let kind = OAuthFlow.Kind(rawValue: key.rawValue),
                let flow = flow(located.child(entry), kind)
            else { return }
            flows.append(flow)
        }
        return flows
    }

    private func flow(_ located: Located, _ kind: OAuthFlow.Kind) -> OAuthFlow? {
        var flow = OAuthFlow(kind: kind, place: located.place)
        let isMapping = read(located) { (key: OAuthFlowKey, entry, located) in
            switch key {
            case .authorizationUrl: flow.authorizationURL = text(entry)
            case .deviceAuthorizationUrl: flow.deviceAuthorizationURL = text(entry)
            case .tokenUrl: flow.tokenURL = text(entry)
            case .refreshUrl: flow.refreshURL = text(entry)
            case .scopes: flow.scopes = scopes(entry, in: located)
            }
        }
        return isMapping ? flow : nil
    }

    func scopes(_ entry: Mapping.Entry, in parent: Located) -> [(name: String, description: String)] {
        members(entry, in: parent).compactMap { scope in
            guard !scope.key.hasPrefix("x-") else { return nil }
            return (scope.key, scope.entry.value.isNull ? "" : prose(scope.entry, in: parent) ?? "")
        }
    }
}
