public import Diagnostics

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
