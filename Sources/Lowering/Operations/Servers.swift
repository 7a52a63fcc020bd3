import ClientModel
import Diagnostics
import OpenAPI

extension Lowerer {
    /// The servers with their names: of the document's own name or short description, else of what the host says.
    mutating func servers(_ servers: [OpenAPI.Server]) -> [ClientModel.Server] {
        let claims = servers.map { NameScope.Claim(serverNames($0), wireName: $0.url) }
        let names = settle(claims, in: NameScope(), pointers: servers.map { _ in nil })
        return zip(servers, names).map { server, name in
            let variables = self.variables(server)
            return ClientModel.Server(
                name: Identifier(sanitizing: name), url: trimmed(server.url), variables: variables,
                documentation: Documentation(summary: server.name, description: server.description))
        }
    }

    private mutating func variables(_ server: OpenAPI.Server) -> [ClientModel.Server.Variable] {
        let claims = server.variables.map {
            NameScope.Claim([Role.serverVariable.name(Words($0.name))], wireName: $0.name)
        }
        let names = settle(claims, in: NameScope(), pointers: claims.map { _ in nil })
        return zip(server.variables, names).map { variable, name in
            ClientModel.Server.Variable(
                name: Identifier(sanitizing: name), wireName: variable.name, defaultValue: variable.defaultValue,
                allowed: variable.values, description: variable.description)
        }
    }

    private func trimmed(_ url: String) -> String {
        var url = Substring(url)
        while url.utf8.count > 1, url.hasSuffix("/"), !url.hasSuffix("://") { url.removeLast() }
        return url == "/" ? "" : String(url)
    }

    private func serverNames(_ server: OpenAPI.Server) -> [String] {
        var names: [String] = []
        for text in [server.name, server.description].compactMap({ $0 }) where text.utf8.count <= 40 {
            let words = Words(text)
            if !words.isEmpty { names.append(Role.server.name(words)) }
        }
        let host = host(of: server.url)
        let parts = host.split { !isAlphanumeric($0.utf8.first ?? 0) || $0.utf8.count > 1 }.map { $0.lowercased() }
        let stages = [
            "sandbox", "staging", "stage", "development", "dev", "test", "beta", "preview", "localhost", "local",
        ]
        names.append(stages.first(where: parts.contains) ?? "production")
        names.append(Role.server.name(Words(host.isEmpty ? server.url : String(host))))
        return names
    }

    private func host(of url: String) -> Substring {
        let pieces = url.split(separator: "//", maxSplits: 1)
        guard pieces.count == 2 else { return "" }
        return pieces[1].prefix { $0 != "/" && $0 != ":" }
    }
}
