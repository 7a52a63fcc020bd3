import HTTPTypes

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

nonisolated extension ClientRequest {
    /// Sets a JSON body, with members sorted by name, unless the value is `nil`.
    public mutating func json<T: Encodable>(_ value: T?, as type: String = "application/json") throws {
        guard let value else { return }
        let text = try JSONText.bytes(of: try Self.tree(value, "body"))
        let isUTF8 = [nil, "utf-8", "utf8"].contains(MediaType(type).charset)
        bytes(isUTF8 ? Data(text) : try MediaType(type).bytes(of: String(decoding: text, as: UTF8.self)), as: type)
    }

    /// Sets a JSON body that may be `null`.
    public mutating func json<T: Encodable>(nullable value: T?, as type: String = "application/json") throws {
        try json(.some(value), as: type)
    }

    /// Sets a text body, unless the value is `nil`. The charset is that of the type, or UTF-8 if it names none.
    public mutating func text<T: Encodable>(_ value: T?, as type: String = "text/plain; charset=utf-8") throws {
        guard let value else { return }
        bytes(try MediaType(type).bytes(of: try StyledValue.primitive(try Self.tree(value, "body"))), as: type)
    }

    /// Sets a body of bytes, unless it is `nil`.
    public mutating func bytes(_ data: Data?, as type: String = "application/octet-stream") {
        bytes(data.map { HTTPBody($0) }, as: type)
    }

    /// Sets a body, which may be streamed, unless it is `nil`.
    public mutating func bytes(_ body: HTTPBody?, as type: String = "application/octet-stream") {
        guard let body else { return }
        self.body = body
        headers[.contentType] = type
    }

    /// Sets a body with a media type that the caller chooses from a range such as `image/*`, unless it is `nil`.
    ///
    /// - Throws: ``RequestFailure`` if the type is missing or not in the range.
    public mutating func bytes(_ file: FileContent?, in range: String) throws {
        guard let file else { return }
        let type = file.contentType ?? "application/octet-stream"
        guard MediaType(type).matches(range) else {
            throw RequestFailure("the body needs a content type that is one of \(range)")
        }
        for (name, value) in file.headers { try setHeader(name, value) }
        bytes(file.body, as: type)
    }
}

nonisolated extension Node {
    var isObject: Bool { if case .object = self { true } else { false } }
}
