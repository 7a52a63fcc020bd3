public import Foundation
import HTTPTypes

/// How one member of a form or multipart body is written (Encoding Object).
public nonisolated struct BodyEncoding: Sendable {
    public let name: String
    public let contentType: String?
    public let style: ParameterStyle?
    public let explode: Bool?
    public let allowReserved: Bool

    public init(
        _ name: String, contentType: String? = nil, style: ParameterStyle? = nil, explode: Bool? = nil,
        allowReserved: Bool = false
    ) {
        self.name = name
        self.contentType = contentType
        self.style = style
        self.explode = explode
        self.allowReserved = allowReserved
    }

    var hasStyle: Bool { style != nil || explode != nil || allowReserved }
    var isJSON: Bool { contentType.map { MediaType($0).isJSON } ?? false }

    func pairs(_ node: Node) throws -> [(name: String, value: String)] {
        let style = style ?? .form
        return try StyledValue(name: name, style: style, explode: explode ?? (style == .form || style == .deepObject)) {
            PercentEncoding.encode($0, keeping: allowReserved ? ":/?@!$'()*,;" : "")
        }.pairs(node)
    }
}

nonisolated extension ClientRequest {
    /// A JSON body, its members sorted by name; `nil` sends none.
    public mutating func json<T: Encodable>(_ value: T?, as type: String = "application/json") throws {
        guard let value else { return }
        let node = try Self.tree(value, "body")
        bytes(Data(JSONText.bytes(of: node)), as: type)
    }

    /// A body of names and values, as browsers send forms; `nil` sends none.
    public mutating func form<T: Encodable>(
        _ value: T?, as type: String = "application/x-www-form-urlencoded", _ encodings: [BodyEncoding] = []
    ) throws {
        guard let value else { return }
        let pairs = try FormBody(encodings: encodings).pairs(try Self.tree(value, "body"))
        bytes(Data(pairs.map { "\($0.name)=\($0.value)" }.joined(separator: "&").utf8), as: type)
    }

    /// A body of parts (RFC 7578), one per member or, for arrays, per element; `nil` sends none.
    public mutating func multipart<T: Encodable>(
        _ value: T?, as type: String = "multipart/form-data", _ encodings: [BodyEncoding] = []
    ) throws {
        guard let value else { return }
        let multipart = MultipartBody(encodings: encodings)
        bytes(try multipart.body(try Self.tree(value, "body")), as: "\(type); boundary=\(multipart.boundary)")
    }

    /// A text body in UTF-8; `nil` sends none.
    public mutating func text<T: Encodable>(_ value: T?, as type: String = "text/plain; charset=utf-8") throws {
        guard let value else { return }
        bytes(Data(StyledValue.primitive(try Self.tree(value, "body")).utf8), as: type)
    }

    /// A body of bytes; `nil` sends none.
    public mutating func bytes(_ data: Data?, as type: String = "application/octet-stream") {
        bytes(data.map { HTTPBody($0) }, as: type)
    }

    /// A body that may be streamed; `nil` sends none.
    public mutating func bytes(_ body: HTTPBody?, as type: String = "application/octet-stream") {
        guard let body else { return }
        self.body = body
        headers[.contentType] = type
    }
}

/// Writes objects as forms (WHATWG URL, `application/x-www-form-urlencoded`).
nonisolated struct FormBody {
    let encodings: [BodyEncoding]

    func pairs(_ node: Node) throws -> [(name: String, value: String)] {
        guard case .object(let members) = node else { throw RequestFailure("a form needs an object") }
        return try members.flatMap { member in
            let encoding = encodings.first { $0.name == member.name } ?? BodyEncoding(member.name)
            if encoding.hasStyle || !(member.value.isObject || encoding.isJSON) {
                return try encoding.pairs(member.value)
            }
            if member.value.isNull { return [] }
            return [(PercentEncoding.encode(member.name), PercentEncoding.encode(member.value.jsonText))]
        }
    }
}

/// Writes objects as parts with a boundary that no content can know.
nonisolated struct MultipartBody {
    let encodings: [BodyEncoding]
    let boundary: String

    init(encodings: [BodyEncoding]) {
        self.encodings = encodings
        boundary = (0..<4).map { _ in String(UInt32.random(in: 0x1000_0000 ... .max), radix: 16) }.joined(
            separator: "-")
    }

    func body(_ node: Node) throws -> HTTPBody {
        guard case .object(let members) = node else { throw RequestFailure("a multipart body needs an object") }
        var bodies: [HTTPBody] = []
        for member in members {
            let encoding = encodings.first { $0.name == member.name } ?? BodyEncoding(member.name)
            if encoding.hasStyle, encoding.contentType == nil {
                for pair in try unescapedPairs(encoding, member.value) {
                    bodies += try part(pair.name, .string(pair.value), BodyEncoding(pair.name))
                }
            } else if case .array(let elements) = member.value, !encoding.isJSON {
                for element in elements { bodies += try part(member.name, element, encoding) }
            } else if !member.value.isNull {
                bodies += try part(member.name, member.value, encoding)
            }
        }
        return HTTPBody(joining: bodies + [HTTPBody("--\(boundary)--\r\n")])
    }

    private func unescapedPairs(_ encoding: BodyEncoding, _ node: Node) throws -> [(name: String, value: String)] {
        let style = encoding.style ?? .form
        let explode = encoding.explode ?? (style == .form)
        return try StyledValue(name: encoding.name, style: style, explode: explode) { $0 }.pairs(node)
    }

    private func part(_ name: String, _ node: Node, _ encoding: BodyEncoding) throws -> [HTTPBody] {
        var disposition = "form-data; name=\"\(Self.quoted(name))\""
        var headers: [(name: String, value: String)] = []
        var type = encoding.contentType
        let content: HTTPBody
        switch node {
        case .data(let data):
            disposition += "; filename=\"\(Self.quoted(name))\""
            content = HTTPBody(data)
            type = type.flatMap(Self.first) ?? "application/octet-stream"
        case .file(let file):
            disposition += "; filename=\"\(Self.quoted(file.name ?? name))\""
            content = file.body
            type = file.contentType ?? type.flatMap(Self.first) ?? "application/octet-stream"
            headers = file.headers.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
        case .object, .array:
            content = HTTPBody(node.jsonText)
            type = type ?? "application/json"
        default: content = HTTPBody(encoding.isJSON ? node.jsonText : StyledValue.primitive(node))
        }
        headers.insert(("Content-Disposition", disposition), at: 0)
        if let type { headers.insert(("Content-Type", type), at: 1) }
        return [HTTPBody(try head(headers)), content, HTTPBody("\r\n")]
    }

    private func head(_ headers: [(name: String, value: String)]) throws -> String {
        var text = "--\(boundary)\r\n"
        for header in headers {
            guard HTTPField.Name(header.name) != nil, HTTPField.isValidValue(header.value) else {
                throw RequestFailure("a part has a header that is not allowed")
            }
            text += "\(header.name): \(header.value)\r\n"
        }
        return text + "\r\n"
    }

    /// The first of several types a file may have; `nil` for a range such as `image/*`.
    private static func first(_ types: String) -> String? {
        let type = types.split(separator: ",").first.map { $0.trimmingCharacters(in: .whitespaces) }
        return type.flatMap { $0.contains("*") ? nil : $0 }
    }

    /// As browsers do (RFC 7578, section 2; WHATWG HTML, "multipart/form-data encoding algorithm").
    private static func quoted(_ text: String) -> String {
        text.replacingOccurrences(of: "\r", with: "%0D").replacingOccurrences(of: "\n", with: "%0A")
            .replacingOccurrences(of: "\"", with: "%22")
    }
}

nonisolated extension Node {
    var isObject: Bool { if case .object = self { true } else { false } }
}
