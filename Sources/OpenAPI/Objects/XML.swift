public import Diagnostics
import YAML

/// How a schema is written as XML (XML Object).
public struct XML: Sendable {
    public enum NodeType: String, Hashable, Sendable, CaseIterable {
        case element, attribute, text, cdata, none
    }

    public var nodeType: NodeType?
    public var name: String?
    public var namespace: String?
    public var prefix: String?
    public var isAttribute = false
    public var isWrapped = false
    public var place: Place
}

private enum XMLKey: String, ObjectKey {
    case nodeType, name, namespace, prefix, attribute, wrapped

    static let table = KeyTable<XMLKey>("`xml`", only: [(.v3_2 ... .newest, [.nodeType])])
}

extension Reader {
    func xml(_ located: Located) -> XML? {
        var xml = XML(place: located.place)
        let isMapping = read(located) { (key: XMLKey, entry, located) in
            switch key {
            case .nodeType: xml.nodeType = choice(entry, of: XML.NodeType.self)
            case .name: xml.name = text(entry)
            case .namespace: xml.namespace = text(entry)
            case .prefix: xml.prefix = text(entry)
            case .attribute: xml.isAttribute = boolean(entry) ?? false
            case .wrapped: xml.isWrapped = boolean(entry) ?? false
            }
        }
        return isMapping ? xml : nil
    }
}
