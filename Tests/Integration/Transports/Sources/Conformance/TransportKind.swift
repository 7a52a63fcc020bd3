public import ClientRuntime
import Foundation

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif
#if AsyncHTTPClient
    import AsyncHTTPClient
    import NIOSSL
#endif

/// The transports under test.
///
/// `TRANSPORTS` in the environment names those to take, separated by commas; all without it.
public enum TransportKind: String, CaseIterable, Codable, Sendable, CustomStringConvertible {
    case urlSession
    #if AsyncHTTPClient
        case asyncHTTPClient
    #endif

    public static let chosen: [TransportKind] = {
        guard let names = ProcessInfo.processInfo.environment["TRANSPORTS"] else { return allCases }
        return names.split(separator: ",").compactMap { TransportKind(rawValue: String($0)) }
    }()

    /// A transport of its own.
    ///
    /// - Parameter connections: How many it may have to one host; its own limit where this is `nil`.
    public func make(connections: Int? = nil) -> any Transport {
        switch self {
        case .urlSession:
            guard let connections else { return URLSessionTransport() }
            let configuration = URLSessionConfiguration.ephemeral
            configuration.httpMaximumConnectionsPerHost = connections
            return URLSessionTransport(configuration: configuration)
        #if AsyncHTTPClient
            case .asyncHTTPClient:
                var configuration = AsyncHTTPClientTransport.standardConfiguration
                var security = TLSConfiguration.makeClientConfiguration()
                security.trustRoots = .file(Server.shared.origins.certificate)
                configuration.tlsConfiguration = security
                if let connections {
                    configuration.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = connections
                }
                return AsyncHTTPClientTransport(configuration: configuration)
        #endif
        }
    }

    /// Whether the transport can be made to trust the server's certificate. `URLSession` on Linux knows the system's store
    /// alone, to which `Tests/Integration/Transports/run` adds it.
    public var trustsServer: Bool { self != .urlSession || ProcessInfo.processInfo.environment["TRUSTED"] != nil }

    /// The content codings the transport decodes; it does not ask for others.
    public var decodes: Set<String> { self == .urlSession ? ["gzip", "deflate", "br"] : ["gzip", "deflate"] }

    public var description: String { rawValue }
}
