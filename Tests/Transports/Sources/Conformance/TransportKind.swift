public import ClientRuntime
import Foundation

/// The transports under test.
///
/// `TRANSPORTS` in the environment names those to take, separated by commas; all without it.
public enum TransportKind: String, CaseIterable, Codable, Sendable, CustomStringConvertible {
    case urlSession

    public static let chosen: [TransportKind] = {
        guard let names = ProcessInfo.processInfo.environment["TRANSPORTS"] else { return allCases }
        return names.split(separator: ",").compactMap { TransportKind(rawValue: String($0)) }
    }()

    public func make() -> any Transport {
        switch self {
        case .urlSession: URLSessionTransport()
        }
    }

    /// Whether the transport can be made to trust the server's certificate. `URLSession` on Linux knows the system's store
    /// alone, to which `Tests/Transports/run` adds it.
    public var trustsServer: Bool {
        switch self {
        case .urlSession: ProcessInfo.processInfo.environment["TRUSTED"] != nil
        }
    }

    public var description: String { rawValue }
}
