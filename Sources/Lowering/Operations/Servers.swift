@_spi(Naming) import ClientModel
import Diagnostics
import OpenAPI

/// A server whose own name is not assigned.
func lowerServer(_ server: OpenAPI.Server, _ naming: inout Naming, _ findings: inout Findings) -> ClientModel.Server {
    let names = serverNames(server)
    var result = ClientModel.Server(
        name: Identifier(sanitizing: names[0]), url: trimmed(server.url),
        variables: variables(server, &naming, &findings),
        documentation: Documentation(summary: server.name, description: server.description))
    if result.isRelative {
        var scope = NameScope(taken: result.variables.map(\.name.text))
        result.baseName = scope.identifiers([NameScope.Claim(["base", "baseURL"], wireName: "base")])[0]
    }
    return result
}

/// The document's servers, with the names of these and of those that paths and operations have: of the server's own name or
/// short description, else of what the host says. A server that several operations have is one.
func nameServers(
    of document: [OpenAPI.Server], in groups: inout [OperationGroup], _ naming: inout Naming, _ findings: inout Findings
) -> [ClientModel.Server] {
    var servers = document.map { lowerServer($0, &naming, &findings) }
    var claims = document.map { server in
        var claim = NameScope.Claim(serverNames(server), wireName: server.url, keys: key(server.url))
        claim.origin = NameScope.Origin(text: server.url, place: server.place)
        return claim
    }
    var indices: [ServerKey: Int] = [:]
    for index in servers.indices.reversed() { indices[ServerKey(servers[index])] = index }
    for group in groups {
        for operation in group.operations {
            for server in operation.servers where indices[ServerKey(server)] == nil {
                indices[ServerKey(server)] = servers.count
                let texts = [server.documentation.summary, server.documentation.description]
                let plain = serverNames(server.url, texts)
                let placed = Role.server.name(Words("\(group.name) \(operation.name)"))
                claims.append(
                    NameScope.Claim(plain + [placed], wireName: server.url, rank: 1, keys: key(server.url)))
                servers.append(server)
            }
        }
    }
    let names = naming.assign(claims, as: .servers, &findings)
    for (index, name) in names.enumerated() { servers[index].name = Identifier(sanitizing: name) }
    for group in groups.indices {
        for operation in groups[group].operations.indices {
            for position in groups[group].operations[operation].servers.indices {
                let key = ServerKey(groups[group].operations[operation].servers[position])
                guard let index = indices[key] else { continue }
                groups[group].operations[operation].servers[position] = servers[index]
            }
        }
    }
    return Array(servers.prefix(document.count))
}

private func variables(
    _ server: OpenAPI.Server, _ naming: inout Naming, _ findings: inout Findings
) -> [ClientModel.Server.Variable] {
    let claims = server.variables.map {
        NameScope.Claim([Role.serverVariable.name(Words($0.name))], text: $0.name, wireName: $0.name)
    }
    let names = naming.assign(claims, &findings)
    let result = zip(server.variables, names).map { variable, name in
        ClientModel.Server.Variable(
            name: Identifier(sanitizing: name), wireName: variable.name, defaultValue: variable.defaultValue,
            allowed: variable.values, description: variable.description)
    }
    return naming.recorded.ordered(result, for: server.url)
}

private func key(_ url: String) -> () -> [String] { { [url] } }

private func trimmed(_ url: String) -> String {
    var url = Substring(url.hasPrefix("//") ? "https:" + url : url)
    while url.utf8.count > 1, url.hasSuffix("/"), !url.hasSuffix("://") { url.removeLast() }
    return url == "/" ? "" : String(url)
}

private func serverNames(_ server: OpenAPI.Server) -> [String] {
    serverNames(server.url, [server.name, server.description])
}

private func serverNames(_ url: String, _ texts: [String?]) -> [String] {
    var names: [String] = []
    for text in texts.compactMap({ $0 }) where text.utf8.count <= 40 {
        let words = Words(text)
        if !words.isEmpty { names.append(Role.server.name(words)) }
    }
    let host = host(of: url)
    let parts = host.split { !isAlphanumeric($0.utf8.first ?? 0) || $0.utf8.count > 1 }.map { $0.lowercased() }
    let stages = [
        "sandbox", "staging", "stage", "development", "dev", "test", "beta", "preview", "localhost", "local",
    ]
    names.append(stages.first(where: parts.contains) ?? "production")
    names.append(Role.server.name(Words(host.isEmpty ? url : String(host))))
    return names
}

private func host(of url: String) -> Substring {
    let pieces = url.split(separator: "//", maxSplits: 1)
    guard pieces.count == 2 else { return "" }
    return pieces[1].prefix { $0 != "/" && $0 != ":" }
}

/// What makes two servers the same.
private struct ServerKey: Hashable {
    var url: String
    var variables: [[String]]

    init(_ server: ClientModel.Server) {
        url = server.url
        variables = server.variables.map { [$0.wireName, $0.defaultValue] + $0.allowed }
    }
}
