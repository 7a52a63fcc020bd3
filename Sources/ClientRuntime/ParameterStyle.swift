#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// How a parameter's value is serialized (OpenAPI 3.2, "Style Values"; `tabDelimited` is the `tsv` of OpenAPI 2.0).
public nonisolated enum ParameterStyle: Hashable, Sendable {
    /// Path parameters: `;color=blue`.
    case matrix
    /// Path parameters: `.blue`.
    case label
    /// Path parameters and headers: `blue,black`.
    case simple
    /// Query parameters, cookies and forms: `color=blue&color=black`.
    case form
    /// Query parameters: `blue%20black`.
    case spaceDelimited
    /// Query parameters: `blue|black`.
    case pipeDelimited
    /// Query parameters: `blue%09black`.
    case tabDelimited
    /// Query parameters: `color[name]=blue`.
    case deepObject
    /// Cookies, without encoding: `color=blue`.
    case cookie
}

/// A parameter or form member, serialized by its style.
nonisolated struct StyledValue {
    let name: String
    let style: ParameterStyle
    let explode: Bool
    /// Encodes names and values for their location.
    let encode: (String) -> String

    /// The encoded names and values for a query, a form or a cookie.
    func pairs(_ node: Node) throws -> [(name: String, value: String)] {
        if style == .deepObject { return try deep(node, encode(name)) }
        switch try Self.shape(node) {
        case .absent: return []
        case .primitive(let text): return [(encode(name), encode(text))]
        case .list(let values):
            if values.isEmpty { return [] }
            if explode { return values.map { (encode(name), encode($0)) } }
            return [(encode(name), values.map(encode).joined(separator: delimiter))]
        case .record(let members):
            if members.isEmpty { return [] }
            if explode { return members.map { (encode($0.name), encode($0.value)) } }
            let flat = members.flatMap { [encode($0.name), encode($0.value)] }
            return [(encode(name), flat.joined(separator: delimiter))]
        }
    }

    /// The text of a path segment or a header; `nil` if there is no value to send.
    func text(_ node: Node) throws -> String? {
        let shape = try Self.shape(node)
        if style == .matrix { return matrix(shape) }
        let dot = style == .label ? "." : ""
        let separator = style == .label && explode ? "." : ","
        switch shape {
        case .absent: return nil
        case .primitive(let text): return dot + encode(text)
        case .list(let values):
            return values.isEmpty ? nil : dot + values.map(encode).joined(separator: separator)
        case .record(let members):
            let pairs = members.map { encode($0.name) + (explode ? "=" : ",") + encode($0.value) }
            return pairs.isEmpty ? nil : dot + pairs.joined(separator: separator)
        }
    }

    private func matrix(_ shape: Shape) -> String? {
        func part(_ name: String, _ value: String) -> String { ";" + encode(name) + (value.isEmpty ? "" : "=" + value) }
        switch shape {
        case .absent: return nil
        case .primitive(let text): return part(name, encode(text))
        case .list(let values):
            if values.isEmpty { return nil }
            if explode { return values.map { part(name, encode($0)) }.joined() }
            return part(name, values.map(encode).joined(separator: ","))
        case .record(let members):
            if members.isEmpty { return nil }
            if explode { return members.map { part($0.name, encode($0.value)) }.joined() }
            return part(name, members.flatMap { [encode($0.name), encode($0.value)] }.joined(separator: ","))
        }
    }

    private var delimiter: String {
        switch style {
        case .spaceDelimited: encode(" ")
        case .pipeDelimited: encode("|")
        case .tabDelimited: encode("\t")
        default: ","
        }
    }

    /// `name[member]=value`. OpenAPI does not specify deeper nesting; this follows the common conventions:
    /// `name[a][b]` for objects, `name[]` for arrays, `name[0][a]` for arrays of objects.
    private func deep(_ node: Node, _ prefix: String) throws -> [(name: String, value: String)] {
        switch node {
        case .null: return []
        case .object(let members):
            return try members.flatMap { try deep($0.value, prefix + encode("[\($0.name)]")) }
        case .array(let elements):
            return try elements.enumerated().flatMap { index, element in
                try deep(element, prefix + encode(element.isStructured ? "[\(index)]" : "[]"))
            }
        default: return [(prefix, encode(try Self.primitive(node)))]
        }
    }

    private enum Shape {
        case absent
        case primitive(String)
        case list([String])
        case record([(name: String, value: String)])
    }

    /// `null` counts as absent, also in arrays and objects (RFC 6570, section 2.3).
    private static func shape(_ node: Node) throws -> Shape {
        switch node {
        case .null: return .absent
        case .array(let elements):
            return .list(try elements.filter { !$0.isNull }.map(primitive))
        case .object(let members):
            return .record(try members.filter { !$0.value.isNull }.map { ($0.name, try primitive($0.value)) })
        default: return .primitive(try primitive(node))
        }
    }

    /// No style specifies nested structures, which are serialized as JSON.
    static func primitive(_ node: Node) throws -> String {
        switch node {
        case .string(let text), .text(let text), .number(let text): text
        case .bool(let value): value ? "true" : "false"
        default: node.isNull ? "" : try node.jsonText()
        }
    }
}

nonisolated extension Node {
    var isNull: Bool { if case .null = self { true } else { false } }

    var isStructured: Bool {
        switch self {
        case .array, .object: true
        default: false
        }
    }

    /// The value as JSON; bytes as Base64 text without quotes.
    ///
    /// - Throws: ``RequestFailure`` if a file can't be read.
    func jsonText() throws -> String {
        switch self {
        case .data(let data): data.base64EncodedString()
        case .file(let file): try file.base64()
        default: String(decoding: try JSONText.bytes(of: self), as: UTF8.self)
        }
    }
}
