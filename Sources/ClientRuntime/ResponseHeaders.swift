public import HTTPTypes

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The headers one API description documents for its answers, as typed properties.
///
/// Made from the head of an answer, as ``ConnectedClient/withResponse(_:)`` and ``ClientError/documented(_:_:)`` give it.
public nonisolated protocol DocumentedHeaders: Sendable {
    init(fields: HeaderFields)
}

nonisolated extension DocumentedHeaders {
    public init(_ response: HTTPResponse) { self.init(fields: HeaderFields(response)) }
}

/// Reads headers in the style `simple` (OpenAPI 3.2, "Style Values"). What is not there is `nil`.
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

    /// A text, a number, a date and the like.
    ///
    /// - Throws: ``DecodingFailure`` where the header is something else.
    @inline(never) public func value<T: Decodable>(_ name: String) throws -> T? {
        let values = values(name)
        return values.isEmpty ? nil : try decode(name, .text(values.joined(separator: ", ")))
    }

    /// A list. `Set-Cookie` has one element for each time it stands there (RFC 9110, section 5.3).
    ///
    /// - Throws: ``DecodingFailure`` where an element is something else.
    @inline(never) public func list<T: Decodable>(_ name: String) throws -> T? {
        let values = values(name)
        if values.isEmpty { return nil }
        let isWhole = name.lowercased() == "set-cookie"
        let elements = isWhole ? values : values.flatMap(Self.elements)
        return try decode(name, .array(elements.map { .text($0) }))
    }

    /// Names and values: `a,1,b,2` or, exploded, `a=1,b=2`.
    ///
    /// - Throws: ``DecodingFailure`` where a value is something else.
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

    /// A header described by `content: application/json`.
    ///
    /// - Throws: ``DecodingFailure`` where it is no JSON, or something else.
    @inline(never) public func json<T: Decodable>(_ name: String) throws -> T? {
        let values = values(name)
        return values.isEmpty ? nil : try ClientResponse.decode(Data(values.joined(separator: ", ").utf8)) as T
    }

    private static func elements(_ text: String) -> [String] {
        text.split(separator: ",").map { String($0.trimmed) }
    }
}
