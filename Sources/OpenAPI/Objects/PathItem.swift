public import Diagnostics
import YAML

/// The operations of one path (Path Item Object). Its parameters have been merged into them.
public struct PathItem: Sendable {
    /// The key it stands under: `/pets/{id}` in `paths`, the name in `webhooks`, the expression in a callback.
    public var template: String
    /// The place of that key.
    public var templatePlace: Place
    /// A short description that applies to every operation.
    public var summary: String?
    /// CommonMark that applies to every operation.
    public var description: String?
    /// Empty where the path has none of its own.
    public var servers: [Server] = []
    /// In document order.
    public var operations: [Operation] = []
    /// Where the item itself stands, references followed.
    public var pointer: String
    /// The location of the object.
    public var place: Place
    /// The key under `components/pathItems`, where it was declared there.
    public var componentName: String?
}

/// A request the service sends (an entry of `webhooks`).
public struct Webhook: Sendable {
    /// The key in `webhooks`, which is not a path.
    public var name: String
    /// The location of that key.
    public var namePlace: Place
    /// The operations, one for each method that the service can use.
    public var item: PathItem
}

/// A path item before it is known where it is used.
struct PathItemParts {
    var summary: String?
    var description: String?
    var servers: [Server] = []
    var operations: [Operation] = []
    var pointer: String
    var place: Place
    var componentName: String?
}

private enum PathItemKey: String, ObjectKey {
    case reference = "$ref"
    case summary, description, get, put, post, delete, options, head, patch, trace, query, additionalOperations
    case servers, parameters

    static let table = KeyTable<PathItemKey>(
        "a path item", only: [(.v3_2 ... .newest, [.query, .additionalOperations])])

    static let methods: [PathItemKey] = [.get, .put, .post, .delete, .options, .head, .patch, .trace, .query]
}

extension PathItem {
    /// The keys of a Path Item Object that hold an operation, which are HTTP methods in lower case; `query` is 3.2's.
    public static let methodKeys = Set(PathItemKey.methods.map(\.rawValue))
}

extension Reader {
    func paths(_ entry: Mapping.Entry, in parent: Located) -> [PathItem] {
        if case .sequence = entry.value.value {
            _ = mapping(entry.value, code(entry.key))
            return []
        }
        return members(entry, in: parent).compactMap { path in
            guard !path.key.hasPrefix("x-"), var item = pathItem(path.located, template: path.entry) else { return nil }
            if !path.key.hasPrefix("/") {
                item.template = "/" + path.key
                report(
                    .repaired, .spelling,
                    "a path begins with `/`; \(quote(path.key)) is read as \(quote(item.template))",
                    at: path.keyPlace)
            }
            PathParameters(of: item).resolve(&item.operations, &arena, &findings)
            return item
        }
    }

    /// A path item under its key. One that refers to another may have operations of its own beside it, which win.
    func pathItem(_ start: Located, template: Mapping.Entry) -> PathItem? {
        guard let end = follow(start, .pathItems, otherwise: "the path item \(quote(template.key)) is skipped"),
            var parts = once(\.pathItems, end.located, "a path item", { pathItemParts(end.located) })
        else { return nil }
        if end.located.pointer != start.pointer,
            let own = once(\.pathItems, start, "a path item", { pathItemParts(start) })
        {
            parts.summary = own.summary ?? parts.summary
            parts.description = own.description ?? parts.description
            parts.servers = own.servers.isEmpty ? parts.servers : own.servers
            let methods = Set(own.operations.map(\.method))
            parts.operations = own.operations + parts.operations.filter { !methods.contains($0.method) }
        }
        return PathItem(
            template: template.key, templatePlace: template.keyPlace, summary: parts.summary,
            description: parts.description, servers: parts.servers, operations: parts.operations,
            pointer: parts.pointer, place: parts.place, componentName: parts.componentName)
    }

    private func pathItemParts(_ located: Located) -> PathItemParts? {
        var parts = PathItemParts(
            pointer: located.pointer, place: located.place,
            componentName: componentNames.name(of: .pathItems, at: located.pointer))
        var methods: [(method: String, entry: Mapping.Entry, located: Located)] = []
        var shared = ParameterSet()
        guard !located.node.isNull else { return parts }
        let isMapping = read(located) { (key: PathItemKey, entry, located) in
            switch key {
            case .reference: break
            case .summary: parts.summary = prose(entry, in: located)
            case .description: parts.description = prose(entry, in: located)
            case .servers: parts.servers = servers(entry, in: located)
            case .parameters: shared = parameters(entry, in: located)
            case .additionalOperations:
                methods += members(entry, in: located).map { ($0.key, $0.entry, $0.located) }
            default:
                if entry.value.isNull {
                    reportEmpty(entry)
                } else {
                    methods.append((entry.key.uppercased(), entry, located.child(entry)))
                }
            }
        }
        guard isMapping else { return nil }
        parts.operations = methods.compactMap { method, entry, located in
            guard isToken(method, "the method", at: entry.keyPlace) else { return nil }
            return operation(located, method: method, at: entry.keyPlace, shared: shared)
        }
        return parts
    }
}
