import Generation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The content of a URL, downloaded with `curl`, which knows the machine's proxies and certificates.
enum Download {
    /// Why there is no content, as the end of a sentence.
    struct Failure: Error {
        var reason: String
    }

    /// - Parameter limit: bytes; more are refused.
    static func bytes(of upstream: Upstream, limit: Int) throws(Failure) -> [UInt8] {
        let isLocal = upstream.url.hasPrefix("http:")
        let ended: Subprocess.Ended
        do throws(SystemError) {
            ended = try Subprocess.run(
                "curl",
                [
                    // First, so that no file of the user's changes what is asked for.
                    "--disable", "--fail", "--silent", "--show-error", "--location", "--max-redirs", "5",
                    "--proto", isLocal ? "=http" : "=https", "--proto-redir", isLocal ? "=http" : "=https",
                    "--connect-timeout", "30", "--max-time", "300", "--max-filesize", String(limit),
                    "--compressed", "--globoff", "--user-agent", "clientsmith/\(toolVersion)", "--url", upstream.url,
                ], limit: limit)
        } catch {
            switch error.code {
            case ENOENT: throw Failure(reason: "missing program `curl`")
            case EFBIG: throw Failure(reason: "it is larger than the limit of \(limit) bytes")
            default: throw Failure(reason: error.reason)
            }
        }
        if ended.status == 0 { return ended.output }
        let said = ended.errors.split(whereSeparator: \.isNewline).first.map(String.init)
        throw Failure(reason: said ?? "curl ended with status \(ended.status)")
    }
}
