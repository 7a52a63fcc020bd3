@_spi(Naming) import ClientModel
import OpenAPI

/// The headers of all responses, each name and type once; sets their names in the responses.
///
/// One that has another type elsewhere is also known by its tag and its operation.
func nameHeaders(
    of groups: inout [OperationGroup], _ naming: inout Naming, _ findings: inout Findings
) -> [ClientModel.Header] {
    var headers: [ClientModel.Header] = []
    var claims: [NameScope.Claim] = []
    var indices: [HeaderKey: Int] = [:]
    var keys: [[String]] = []
    for group in groups {
        for operation in group.operations {
            for header in operation.responses.flatMap(\.headers) {
                let key = HeaderKey(header)
                let recordKey = "\(operation.pointer)/headers/\(pointerToken(header.wireName))"
                if let index = indices[key] {
                    keys[index].append(recordKey)
                    if headers[index].documentation.description == nil {
                        headers[index].documentation = header.documentation
                    }
                    continue
                }
                indices[key] = headers.count
                headers.append(header)
                keys.append([recordKey])
                let owners = ["", group.name.text + " ", "\(group.name) \(operation.name) "]
                var claim = NameScope.Claim(
                    owners.map { Role.header.name(Words($0 + header.wireName)) },
                    wireName: "\(header.wireName) \(operation.pointer)", dependsOnSiblings: true)
                claim.origin = operation.place.map { NameScope.Origin(text: header.wireName, place: $0) }
                claims.append(claim)
            }
        }
    }
    for (index, keys) in keys.enumerated() { claims[index].keys = { keys } }
    let names = naming.assign(claims, as: .headers, &findings)
    for (index, name) in names.enumerated() { headers[index].name = Identifier(sanitizing: name) }
    rename(&groups) { header in indices[HeaderKey(header)].map { headers[$0].name } ?? header.name }
    return headers
}

private func rename(_ groups: inout [OperationGroup], _ name: (ClientModel.Header) -> Identifier) {
    for group in groups.indices {
        for operation in groups[group].operations.indices {
            for response in groups[group].operations[operation].responses.indices {
                var headers = groups[group].operations[operation].responses[response].headers
                for index in headers.indices { headers[index].name = name(headers[index]) }
                groups[group].operations[operation].responses[response].headers = headers
            }
        }
    }
}

/// What makes two headers the same.
private struct HeaderKey: Hashable {
    var name: String
    var type: TypeReference
    var encoding: ClientModel.Header.Encoding

    init(_ header: ClientModel.Header) {
        name = header.wireName.lowercased()
        type = header.type
        encoding = header.encoding
    }
}
