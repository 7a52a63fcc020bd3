public import Diagnostics
import YAML

/// How a schema is written as XML (XML Object).
public struct XML: Sendable {
    /// `nodeType` (3.2): the kind of XML node that a value becomes.
    public enum NodeType: String, Hashable, Sendable, CaseIterable {
        /// `none` adds no node of its own.
        case element, attribute, text, cdata, none
    }

    /// `nil` if the document has no `nodeType`; older versions have ``isAttribute``.
    public var nodeType: NodeType?
    /// The name of the element or attribute; `nil` is the property's.
    public var name: String?
    /// The URI of the namespace, as written.
    public var namespace: String?
    /// The prefix of the name.
    public var prefix: String?
    /// `attribute`; deprecated in 3.2.
    public var isAttribute = false
    /// `wrapped`: whether an array has an element of its own; deprecated in 3.2.
    public var isWrapped = false
    /// The location of the object.
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
