import HTTPTypes

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Encodes objects as multipart bodies with a random boundary.
nonisolated struct MultipartBody {
    let encodings: [BodyEncoding]
    let rest: BodyEncoding
    let boundary: String

    init(encodings: [BodyEncoding], rest: BodyEncoding) {
        self.encodings = encodings
        self.rest = rest
        boundary = (0..<4).map { _ in String(UInt32.random(in: 0x1000_0000 ... .max), radix: 16) }.joined(
            separator: "-")
    }

    func body(_ node: Node) throws -> HTTPBody {
        let end = [HTTPBody("--\(boundary)--\r\n")]
        switch node {
        case .object(let members): return HTTPBody(joining: try parts(members) + end)
        case .array(let elements):
            let parts = try elements.enumerated().flatMap { index, element in
                try part(nil, element, index < encodings.count ? encodings[index] : rest)
            }
            return HTTPBody(joining: parts + end)
        default: throw RequestFailure("a multipart body must be an object or an array")
        }
    }

    private func parts(_ members: [Node.Member]) throws -> [HTTPBody] {
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
        return bodies
    }

    private func unescapedPairs(_ encoding: BodyEncoding, _ node: Node) throws -> [(name: String, value: String)] {
        let style = encoding.style ?? .form
        let explode = encoding.explode ?? (style == .form)
        return try StyledValue(name: encoding.name, style: style, explode: explode) { $0 }.pairs(node)
    }

    /// - Parameter name: `nil` for a part without a name.
    private func part(_ name: String?, _ node: Node, _ encoding: BodyEncoding) throws -> [HTTPBody] {
        var file: FileContent?
        var type = encoding.contentType
        let content: HTTPBody
        switch node {
        case .data(let data): file = FileContent(data)
        case .file(let given): file = given
        default: break
        }
        if let file {
            content = file.body
            type = file.contentType ?? type.flatMap(Self.first) ?? "application/octet-stream"
        } else if node.isStructured {
            content = HTTPBody(try node.jsonText())
            type = type ?? "application/json"
        } else {
            content = HTTPBody(encoding.isJSON ? try node.jsonText() : try StyledValue.primitive(node))
        }
        var headers = file?.headers.sorted { $0.key < $1.key }.map { ($0.key, $0.value) } ?? []
        if let type { headers.insert(("Content-Type", type), at: 0) }
        if let disposition = disposition(name, file) { headers.insert(("Content-Disposition", disposition), at: 0) }
        return [HTTPBody(try head(headers)), content, HTTPBody("\r\n")]
    }

    private func disposition(_ name: String?, _ file: FileContent?) -> String? {
        guard let name else { return file?.name.map { "attachment; filename=\"\(Self.quoted($0))\"" } }
        let filename = file.map { "; filename=\"\(Self.quoted($0.name ?? name))\"" } ?? ""
        return "form-data; name=\"\(Self.quoted(name))\"\(filename)"
    }

    private func head(_ headers: [(String, String)]) throws -> String {
        var text = "--\(boundary)\r\n"
        for (name, value) in headers {
            guard HTTPField.Name(name) != nil, HTTPField.isValidValue(value) else {
                throw RequestFailure("a part has an invalid header")
            }
            text += "\(name): \(value)\r\n"
        }
        return text + "\r\n"
    }

    /// The first of the types of a file; `nil` for a range such as `image/*`.
    private static func first(_ types: String) -> String? {
        let type = types.split(separator: ",").first.map { String($0.trimmed) }
        return type.flatMap { $0.contains("*") ? nil : $0 }
    }

    /// Escapes names as browsers do (RFC 7578, section 2; WHATWG HTML, "multipart/form-data encoding algorithm").
    private static func quoted(_ text: String) -> String {
        text.substituting("\r", "%0D").substituting("\n", "%0A").substituting("\"", "%22")
    }
}

nonisolated extension ClientRequest {
    /// Sets a multipart body (RFC 2046, RFC 7578), unless the value is `nil`. Each member or array element is a part.
    ///
    /// - Parameters:
    ///   - value: The parts: an object or an array.
    ///   - type: The media type.
    ///   - encodings: The encodings of members, or of the first parts of an array.
    ///   - rest: The encoding of the other parts of an array.
    public mutating func multipart<T: Encodable>(
        _ value: T?, as type: String = "multipart/form-data", _ encodings: [BodyEncoding] = [],
        rest: BodyEncoding = BodyEncoding()
    ) throws {
        guard let value else { return }
        let multipart = MultipartBody(encodings: encodings, rest: rest)
        bytes(try multipart.body(try Self.tree(value, "body")), as: "\(type); boundary=\(multipart.boundary)")
    }
}
