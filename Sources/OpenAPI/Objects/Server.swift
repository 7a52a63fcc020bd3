public import Diagnostics
import YAML

/// Where requests go (Server Object). For example: `https://{region}.example.com/v1`.
public struct Server: Sendable {
    /// As written, with `{variables}`. It may be relative to where the document was published.
    public var url: String
    /// A unique name (3.2).
    public var name: String?
    /// CommonMark.
    public var description: String?
    /// In document order; every one that the URL names is here.
    public var variables: [Variable] = []
    /// The location of the object.
    public var place: Place

    /// A part of the URL (Server Variable Object).
    public struct Variable: Sendable {
        /// The name between the braces of the URL.
        public var name: String
        /// The value of calls that choose none. Without a `default`, the first of the allowed values.
        public var defaultValue: String
        /// The only values allowed, or empty for any.
        public var values: [String] = []
        /// CommonMark.
        public var description: String?
        /// The location of the object.
        public var place: Place
    }
}

private enum ServerKey: String, ObjectKey {
    case url, name, description, variables

    static let table = KeyTable<ServerKey>("a server", only: [(.v3_2 ... .newest, [.name])])
}

private enum ServerVariableKey: String, ObjectKey {
    case values = "enum"
    case defaultValue = "default"
    case description

    static let table = KeyTable<ServerVariableKey>("a server variable")
}

extension Reader {
    func servers(_ entry: Mapping.Entry, in parent: Located) -> [Server] {
        mappings(entry, in: parent).compactMap { server($0) }
    }

    func server(_ located: Located) -> Server? {
        var server = Server(url: "", place: located.place)
        var url: (text: String, place: Place)?
        let isMapping = read(located) { (key: ServerKey, entry, located) in
            switch key {
            case .url: url = text(entry).map { ($0, entry.value.place) }
            case .name: server.name = text(entry)
            case .description: server.description = prose(entry, in: located)
            case .variables: server.variables = variables(entry, in: located)
            }
        }
        guard isMapping else { return nil }
        guard let url else {
            reportMissing("url", in: "a server", at: located.place)
            return nil
        }
        server.url = url.text
        return finalize(&server, at: url.place) ? server : nil
    }

    /// Every variable of the URL must be described, and nothing else is a variable.
    private func finalize(_ server: inout Server, at place: Place) -> Bool {
        let names = PathTemplate.names(in: server.url)
        let described = Set(server.variables.map(\.name))
        for name in names where !described.contains(name) {
            report(
                .leftOut, .missingKey,
                "the server's URL has a variable \(quote(name)) without a description; the server is skipped",
                at: place,
                hint: hint(for: name, among: server.variables.map(\.name)))
            return false
        }
        let used = Set(names)
        server.variables.removeAll { variable in
            guard !used.contains(variable.name) else { return false }
            report(
                .remark, .unknownKey, "the server's URL has no variable \(quote(variable.name)); it is ignored",
                at: variable.place, hint: hint(for: variable.name, among: names))
            return true
        }
        return true
    }

    private func variables(_ entry: Mapping.Entry, in parent: Located) -> [Server.Variable] {
        members(entry, in: parent).compactMap { variable($0.located, name: $0.key) }
    }

    private func variable(_ located: Located, name: String) -> Server.Variable? {
        var variable = Server.Variable(name: name, defaultValue: "", place: located.place)
        var defaultValue: String?
        let isMapping = read(located) { (key: ServerVariableKey, entry, located) in
            switch key {
            case .values: variable.values = texts(entry).map(\.name)
            case .defaultValue: defaultValue = text(entry)
            case .description: variable.description = prose(entry, in: located)
            }
        }
        guard isMapping else { return nil }
        guard let text = defaultValue ?? variable.values.first else {
            report(.leftOut, .missingKey, "a server variable needs `default`; it is skipped", at: located.place)
            return nil
        }
        variable.defaultValue = text
        if defaultValue == nil {
            report(
                .repaired, .missingKey,
                "a server variable needs `default`; it is read as \(quote(variable.defaultValue))", at: located.place)
        } else if !variable.values.isEmpty, !variable.values.contains(variable.defaultValue) {
            report(
                .repaired, .contradiction,
                "the default \(quote(variable.defaultValue)) is not in `enum`; it is read as one of the values",
                at: located.place)
            variable.values.insert(variable.defaultValue, at: 0)
        }
        return variable
    }
}
