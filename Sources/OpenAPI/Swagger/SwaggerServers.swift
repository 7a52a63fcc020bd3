import Diagnostics
import YAML

extension Reader {
    /// The servers that `host`, `basePath` and `schemes` mean: one for each scheme, the encrypted ones first.
    ///
    /// - Parameter schemes: those of one operation, or `nil` for those of the document.
    func swaggerServers(schemes: [String]?, at place: Place) -> [Server] {
        guard case .mapping(let document) = files[0].root.value else { return [] }
        var host: (text: String, place: Place)?
        var basePath = ""
        var schemes = schemes
        for entry in document.entries {
            switch entry.key {
            case "host": host = self.host(entry)
            case "basePath": basePath = text(entry) ?? ""
            case "schemes" where schemes == nil: schemes = texts(entry).map(\.name)
            default: break
            }
        }
        if !basePath.isEmpty, !basePath.hasPrefix("/") { basePath = "/" + basePath }
        guard let host else {
            return basePath.isEmpty || basePath == "/" ? [] : [Server(url: basePath, place: place)]
        }
        let all = schemes.flatMap { $0.isEmpty ? nil : $0 } ?? ["https"]
        let ordered = all.filter { $0 == "https" } + all.filter { $0 != "https" }
        return ordered.map { Server(url: "\($0)://\(host.text)\(basePath)", place: host.place) }
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
