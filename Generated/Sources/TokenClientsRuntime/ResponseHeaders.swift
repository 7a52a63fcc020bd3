public import HTTPTypes

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The documented response headers of a service, as typed properties.
///
/// Created from a response, for example that of ``ConnectedClient/withResponse(_:)`` or ``ClientError/documented(_:_:)``.
public nonisolated protocol DocumentedHeaders: Sendable {
    /// Creates headers from the fields of a response.
    init(fields: HeaderFields)
}

nonisolated extension DocumentedHeaders {
    /// Creates headers from a response.
    public init(_ response: HTTPResponse) { self.init(fields: HeaderFields(response)) }
    /// Creates headers from the response of an error.
    public init(_ response: FailedResponse) { self.init(response.head) }
}

/// Decodes headers of the style `simple` (OpenAPI 3.2, "Style Values"). Missing headers are `nil`.
public nonisolated struct HeaderFields: Sendable {
    private let response: HTTPResponse

    init(_ response: HTTPResponse) { self.response = response }

    private func values(_ name: String) -> [String] {
        HTTPField.Name(name).map { response.headerFields[values: $0] } ?? []
    }

    private func decode<T: Decodable>(_ name: String, _ node: Node) throws -> T {
        do { return try NodeDecoder.read(node) } catch {
            var failure = DecodingFailure(error)
            failure.path.insert(name, at: 0)
            throw failure
        }
    }

    /// Decodes a single value, such as a string, a number or a date.
    ///
    /// - Throws: ``DecodingFailure`` if the header has another type.
    @inline(never) public func value<T: Decodable>(_ name: String) throws -> T? {
        let values = values(name)
        return values.isEmpty ? nil : try decode(name, .text(values.joined(separator: ", ")))
    }

    /// Decodes a list. `Set-Cookie` has one element for each field (RFC 9110, section 5.3).
    ///
    /// - Throws: ``DecodingFailure`` if an element has another type.
    @inline(never) public func list<T: Decodable>(_ name: String) throws -> T? {
        let values = values(name)
        if values.isEmpty { return nil }
        let isWhole = name.lowercased() == "set-cookie"
        let elements = isWhole ? values : values.flatMap(Self.elements)
        return try decode(name, .array(elements.map { .text($0) }))
    }

    /// Decodes names and values: `a,1,b,2` or, exploded, `a=1,b=2`.
    ///
    /// - Throws: ``DecodingFailure`` if a value has another type.
    @inline(never) public func object<T: Decodable>(_ name: String, explode: Bool) throws -> T? {
        let values = values(name)
        if values.isEmpty { return nil }
        let elements = values.flatMap(Self.elements)
        var members: [Node.Member] = []
        if explode {
            for element in elements {
                let pair = element.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
                members.append(Node.Member(name: String(pair[0]), value: .text(pair.count > 1 ? String(pair[1]) : "")))
            }
        } else {
            for index in stride(from: 0, to: elements.count - 1, by: 2) {
                members.append(Node.Member(name: elements[index], value: .text(elements[index + 1])))
            }
        }
        return try decode(name, .object(members))
    }

    /// Decodes a header described by `content: application/json`.
    ///
    /// - Throws: ``DecodingFailure`` if the header is not valid JSON or has another type.
    @inline(never) public func json<T: Decodable>(_ name: String) throws -> T? {
        let values = values(name)
        return values.isEmpty ? nil : try ClientResponse.decode(Data(values.joined(separator: ", ").utf8)) as T
    }

    private static func elements(_ text: String) -> [String] {
        text.split(separator: ",").map { String($0.trimmed) }
    }
}
