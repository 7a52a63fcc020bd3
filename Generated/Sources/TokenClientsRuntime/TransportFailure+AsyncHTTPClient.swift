#if AsyncHTTPClient
    import AsyncHTTPClient
    import NIOCore
    import NIOHTTP1

    nonisolated extension TransportFailure {
        /// Wraps an error of AsyncHTTPClient or SwiftNIO. Other errors are returned unchanged.
        static func ofAsyncHTTPClient(_ error: any Error) -> any Error {
            switch error {
            case let error as HTTPClientError where error == .cancelled: return CancellationError()
            case let error as HTTPClientError:
                return Self(kind(error), code: "HTTPClientError.\(error.shortDescription)", underlying: error)
            case let error as HTTPParserError:
                let kind: Kind = error == .invalidEOFState ? .connectionLost : .invalidResponse
                return Self(kind, code: "\(error)", underlying: error)
            case let error as IOError:
                return known(errno: error.errnoCode)
                    ?? Self(.connectionLost, code: "errno \(error.errnoCode)", underlying: error)
            case is ChannelError: return Self(.connectionLost, code: "ChannelError", underlying: error)
            default: break
            }
            let type = String(reflecting: Swift.type(of: error))
            return kind(ofType: type, "\(error)").map { Self($0, code: type, underlying: error) } ?? error
        }

        private static func kind(_ error: HTTPClientError) -> Kind {
            switch error {
            case .connectTimeout, .readTimeout, .writeTimeout, .deadlineExceeded, .tlsHandshakeTimeout,
                .httpProxyHandshakeTimeout, .socksHandshakeTimeout, .getConnectionFromPoolTimeout:
                .timedOut
            case .remoteConnectionClosed: .connectionLost
            case .invalidURL, .emptyHost, .emptyScheme, .missingSocketPath: .url
            default: .other
            }
        }

        /// Errors of modules that the runtime does not import.
        private static func kind(ofType type: String, _ text: String) -> Kind? {
            switch type {
            case "NIOPosix.NIOConnectionError": text.contains("DNS error") ? .hostNotFound : .connectionRefused
            case let type where type.hasPrefix("NIOSSL."):
                text.contains("CERTIFICATE") || text.contains("Hostname") ? .certificate : .secureConnection
            case let type where type.hasPrefix("NIOHTTPCompression."): .invalidResponse
            case let type where type.hasPrefix("NIO"): .connectionLost
            default: nil
            }
        }
    }
#endif
