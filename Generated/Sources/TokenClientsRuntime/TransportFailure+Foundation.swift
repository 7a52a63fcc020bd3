#if URLSession || !TransportTraits
    import Foundation

    #if canImport(FoundationNetworking)
        import FoundationNetworking
    #endif
#elseif canImport(FoundationEssentials)
    import FoundationEssentials

    #if canImport(Glibc)
        import Glibc
    #elseif canImport(Musl)
        import Musl
    #elseif canImport(Android)
        import Android
    #elseif canImport(WASILibc)
        import WASILibc
    #elseif canImport(ucrt)
        import ucrt
    #endif
#else
    import Foundation
#endif

nonisolated extension TransportFailure {
    /// Wraps an error of Foundation; `nil` for other errors.
    static func known(_ error: any Error) -> Self? {
        #if URLSession || !TransportTraits
            if let error = error as? URLError {
                // Without its user info, which holds the URL.
                return Self(kind(error.code), code: "URLError \(error.code.rawValue)", underlying: URLError(error.code))
            }
        #endif
        switch error {
        case let error as CocoaError: return Self(.file, code: "CocoaError \(error.code.rawValue)", underlying: error)
        case let error as POSIXError:
            return Self(kind(error.code), code: "POSIXError \(error.code.rawValue)", underlying: error)
        default: return nil
        }
    }

    #if URLSession || !TransportTraits
        private static func kind(_ code: URLError.Code) -> Kind {
            switch code {
            case .cannotFindHost, .dnsLookupFailed: .hostNotFound
            case .cannotConnectToHost: .connectionRefused
            case .networkConnectionLost: .connectionLost
            case .notConnectedToInternet, .dataNotAllowed, .internationalRoamingOff: .offline
            case .timedOut: .timedOut
            case .serverCertificateHasBadDate, .serverCertificateUntrusted, .serverCertificateHasUnknownRoot,
                .serverCertificateNotYetValid, .clientCertificateRejected, .clientCertificateRequired:
                .certificate
            case .secureConnectionFailed, .appTransportSecurityRequiresSecureConnection: .secureConnection
            case .badURL, .unsupportedURL: .url
            case .fileDoesNotExist, .fileIsDirectory, .noPermissionsToReadFile, .dataLengthExceedsMaximum,
                .cannotCreateFile, .cannotOpenFile, .cannotCloseFile, .cannotWriteToFile, .cannotRemoveFile,
                .cannotMoveFile:
                .file
            case .badServerResponse, .cannotParseResponse, .cannotDecodeRawData, .cannotDecodeContentData,
                .zeroByteResource:
                .invalidResponse
            case .httpTooManyRedirects, .redirectToNonExistentLocation: .redirect
            default: .other
            }
        }
    #endif

    /// Wraps an error of a system call; `nil` for an unknown number.
    static func known(errno number: Int32) -> Self? {
        POSIXErrorCode(rawValue: number).flatMap { known(POSIXError($0)) }
    }

    private static func kind(_ code: POSIXError.Code) -> Kind {
        switch code {
        case .ECONNREFUSED: .connectionRefused
        case .ECONNRESET, .EPIPE, .ECONNABORTED, .ENOTCONN: .connectionLost
        case .ETIMEDOUT: .timedOut
        case .ENETDOWN, .ENETUNREACH, .EHOSTUNREACH: .offline
        case .ENOENT, .EACCES, .EPERM, .EISDIR, .ENOSPC: .file
        default: .other
        }
    }
}
