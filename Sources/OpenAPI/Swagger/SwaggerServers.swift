import Diagnostics
import YAML

/// What 2.0 says in place of servers.
struct SwaggerServers {
    var host: (text: String, place: Place)?
    var basePath = ""
    var schemes: [String]?

    /// One for each scheme, the encrypted ones first.
    ///
    /// - Parameter place: of a server that is a path alone.
    func servers(at place: Place) -> [Server] {
        let path = basePath.isEmpty || basePath.hasPrefix("/") ? basePath : "/" + basePath
        guard let host else { return path.isEmpty || path == "/" ? [] : [Server(url: path, place: place)] }
        let all = schemes.flatMap { $0.isEmpty ? nil : $0 } ?? ["https"]
        let ordered = all.filter { $0 == "https" } + all.filter { $0 != "https" }
        return ordered.map { Server(url: "\($0)://\(host.text)\(path)", place: host.place) }
    }
}

extension Reader {
    /// The servers that `host`, `basePath` and `schemes` mean: one for each scheme, the encrypted ones first.
    ///
    /// - Parameter schemes: those of one operation, or `nil` for those of the document.
    func swaggerServers(schemes: [String]?, at place: Place) -> [Server] {
        guard case .mapping(let document) = references.files[0].root.value else { return [] }
        var parts = SwaggerServers(schemes: schemes)
        for entry in document.entries {
            switch entry.key {
            case "host": parts.host = host(entry)
            case "basePath": parts.basePath = text(entry) ?? ""
            case "schemes" where schemes == nil: parts.schemes = texts(entry).map(\.name)
            default: break
            }
        }
        return parts.servers(at: place)
    }

    /// A host, without the scheme some documents put before it.
    private func host(_ entry: Mapping.Entry) -> (text: String, place: Place)? {
        guard let text = text(entry) else { return nil }
        guard let colon = text.firstRange(of: "://") else { return (text, entry.value.place) }
        let host = String(text[colon.upperBound...].prefix { $0 != "/" })
        report(
            .repaired, .spelling, "`host` must be only a host; \(quote(text)) is read as \(quote(host))",
            at: entry.value.place)
        return (host, entry.value.place)
    }
}
