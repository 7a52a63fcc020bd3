public import Diagnostics
public import YAML

/// What an answer lets a client do next (Link Object).
public struct Link: Sendable {
    /// The key in the response's `links`, or in the components.
    public var name: String
    /// `operationRef`: a URI reference to an operation, as written.
    public var operationReference: String?
    /// `operationId` of the linked operation, as written.
    public var operationID: String?
    /// Constants and run-time expressions, as written.
    public var parameters: [(name: String, value: Node)] = []
    /// A constant or run-time expression for the request body, as written.
    public var requestBody: Node?
    /// CommonMark.
    public var description: String?
    /// The server of the linked operation, in place of its own.
    public var server: Server?
    /// The location of the object.
    public var place: Place
    /// The key under `components/links`, where it was declared there.
    public var componentName: String?
}

private enum LinkKey: String, ObjectKey {
    case operationRef, operationId, parameters, requestBody, description, server

    static let table = KeyTable<LinkKey>("a link")
}

extension Reader {
    func link(_ start: Located, name: String) -> Link? {
        guard let end = follow(start, .links, otherwise: "the link \(quote(name)) is skipped") else { return nil }
        let located = end.located
        var link = Link(name: name, place: located.place)
        let isMapping = read(located) { (key: LinkKey, entry, located) in
            switch key {
            case .operationRef: link.operationReference = text(entry)
            case .operationId: link.operationID = text(entry)
            case .parameters: link.parameters = members(entry, in: located).map { ($0.key, $0.entry.value) }
            case .requestBody: link.requestBody = entry.value
            case .description: link.description = prose(entry, in: located)
            case .server: link.server = server(located.child(entry))
            }
        }
        guard isMapping else { return nil }
        link.description = end.description ?? link.description
        link.componentName = componentNames.name(of: .links, at: located.pointer)
        return link
    }
}
