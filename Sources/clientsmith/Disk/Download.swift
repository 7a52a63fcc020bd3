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
        var hint: String?
    }

    /// - Parameter limit: bytes; more are refused.
    static func bytes(of upstream: Upstream, limit: Int) throws(Failure) -> [UInt8] {
        let headers = try headers(of: upstream)
        let ended: Subprocess.Ended
        do throws(SystemError) {
            ended = try Subprocess.run(
                "curl", arguments(for: upstream, limit: limit),
                input: headers.map { "\($0.name): \($0.value)\n" }.joined(), limit: limit)
        } catch {
            switch error.code {
            case ENOENT: throw Failure(reason: "missing program `curl`")
            case EFBIG: throw Failure(reason: "it is larger than the limit of \(limit) bytes")
            default: throw Failure(reason: error.reason)
            }
        }
        if ended.status == 0 { return ended.output }
        let said = ended.errors.split(whereSeparator: \.isNewline).first.map(String.init)
        let reason = said ?? "curl ended with status \(ended.status)"
        throw Failure(
            reason: headers.reduce(reason) { $0.replacing($1.secret, with: "REDACTED") },
            hint: ended.status == 47 && !headers.isEmpty
                ? "a source with headers is not redirected; use the URL that it leads to" : nil)
    }

    private static func arguments(for upstream: Upstream, limit: Int) -> [String] {
        let isLocal = upstream.url.hasPrefix("http:")
        // Another origin must not get the headers.
        let redirects = upstream.headers.isEmpty ? "5" : "0"
        return [
            // First, so that no file of the user's changes what is asked for.
            "--disable", "--fail", "--silent", "--show-error", "--location", "--max-redirs", redirects,
            "--proto", isLocal ? "=http" : "=https", "--proto-redir", isLocal ? "=http" : "=https",
            "--connect-timeout", "30", "--max-time", "300", "--max-filesize", String(limit),
            "--compressed", "--globoff", "--user-agent", "clientsmith/\(toolVersion)",
        ]
            // From standard input, because other users of a machine see command lines.
            + (upstream.headers.isEmpty ? [] : ["--header", "@-"]) + ["--url", upstream.url]
    }

    /// The headers with their values from the environment.
    private static func headers(
        of upstream: Upstream
    ) throws(Failure) -> [(name: String, value: String, secret: String)] {
        var headers: [(name: String, value: String, secret: String)] = []
        for header in upstream.headers {
            let secret = ProcessEnvironment[header.environment] ?? ""
            guard !secret.isEmpty else {
                throw Failure(
                    reason: "the environment variable `\(header.environment)` is not set",
                    hint: "set it to the value of the header `\(header.name)`")
            }
            guard secret.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) else {
                throw Failure(
                    reason: "the environment variable `\(header.environment)` is not a valid value of a header",
                    hint: "use visible ASCII characters, without line breaks")
            }
            headers.append((header.name, header.prefix.map { "\($0) \(secret)" } ?? secret, secret))
        }
        return headers
    }
}
