import HTTPTypes

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Parses multipart bodies (RFC 2046, section 5.1; RFC 7578).
nonisolated enum MultipartReader {
    struct Part {
        let name: String?
        let file: FileContent

        /// The content, parsed if its type is JSON.
        func node(_ limits: ReadingLimits) -> Node {
            guard let type = file.contentType, MediaType(type).isJSON, let bytes = try? file.bytes(),
                let node = try? JSONReader.read(bytes, limits)
            else { return .file(file) }
            return node
        }
    }

    /// Splits a body into its parts.
    ///
    /// - Parameter limit: The maximum size of a part in bytes.
    /// - Throws: ``DecodingFailure`` if the last boundary or the end of a part's headers is missing.
    static func parts(of body: Data, boundary: String, limit: Int = .max) throws -> [Part] {
        let line = Array("\r\n".utf8)
        let delimiter = Array("\r\n--\(boundary)".utf8)
        return try body.withUnsafeBytes { bytes in
            var parts: [Part] = []
            // The first boundary can be at the start of the body.
            var position = delimiter.count - 2
            if !bytes.starts(with: delimiter.dropFirst(2)) {
                guard let first = find(delimiter, in: bytes, from: 0) else { throw failure("boundary") }
                position = first + delimiter.count
            }
            while !bytes[position...].starts(with: "--".utf8) {
                guard let start = find(line, in: bytes, from: position),
                    let end = find(delimiter, in: bytes, from: start)
                else { throw failure("final boundary") }
                guard end - start <= limit else { throw ResponseTooLarge(limit: limit, "part") }
                parts.append(try part(Data(bytes[start..<max(start + 2, end)])))
                position = end + delimiter.count
            }
            return parts
        }
    }

    private static func find(_ pattern: [UInt8], in bytes: UnsafeRawBufferPointer, from start: Int) -> Int? {
        var index = start
        let last = bytes.count - pattern.count
        while index <= last {
            guard let next = bytes[index...last].firstIndex(of: pattern[0]) else { return nil }
            if bytes[next...].starts(with: pattern) { return next }
            index = next + 1
        }
        return nil
    }

    private static func failure(_ what: String) -> DecodingFailure {
        DecodingFailure(path: [], reason: "expected a multipart body, found no \(what)")
    }

    /// - Parameter text: The headers, with the line end before the first.
    private static func part(_ text: Data) throws -> Part {
        guard let end = text.withUnsafeBytes({ find(Array("\r\n\r\n".utf8), in: $0, from: 0) }) else {
            throw failure("end of a part's headers")
        }
        var headers: [String: String] = [:]
        let lines = String(decoding: text.prefix(end), as: UTF8.self).components(separatedBy: "\r\n")
        for line in lines {
            guard let colon = line.firstIndex(of: ":") else { continue }
            headers[String(line[..<colon])] = String(line[line.index(after: colon)...].trimmed)
        }
        func take(_ name: String) -> String? {
            headers.keys.first { $0.lowercased() == name }.flatMap { headers.removeValue(forKey: $0) }
        }
        let disposition = take("content-disposition") ?? ""
        var file = FileContent(
            Data(text.dropFirst(end + 4)), name: parameter("filename", of: disposition),
            contentType: take("content-type"))
        file.headers = headers
        return Part(name: parameter("name", of: disposition), file: file)
    }

    /// A parameter of `Content-Disposition` (RFC 6266): quoted or not, without escapes.
    static func parameter(_ name: String, of header: String) -> String? {
        var rest = header[...]
        while let semicolon = rest.firstIndex(of: ";") {
            rest = rest[rest.index(after: semicolon)...].drop { $0 == " " || $0 == "\t" }
            guard let equals = rest.firstIndex(where: { $0 == "=" || $0 == ";" }), rest[equals] == "=" else { continue }
            let found = rest[..<equals].trimmed.lowercased()
            let (value, end) = value(rest[rest.index(after: equals)...])
            if found == name { return value }
            rest = end
        }
        return nil
    }

    private static func value(_ text: Substring) -> (String, Substring) {
        guard text.first == "\"" else {
            let value = text.prefix { $0 != ";" }
            return (String(value.trimmed), text[value.endIndex...])
        }
        var value = ""
        var index = text.index(after: text.startIndex)
        while index < text.endIndex, text[index] != "\"" {
            if text[index] == "\\", text.index(after: index) < text.endIndex { index = text.index(after: index) }
            value.append(text[index])
            index = text.index(after: index)
        }
        for (escape, plain) in [("%22", "\""), ("%0D", "\r"), ("%0A", "\n")] as [(StaticString, StaticString)] {
            value = value.substituting(escape, plain)
        }
        return (value, text[index...])
    }
}

nonisolated extension ClientResponse {
    /// Decodes the parts of the body (RFC 2046, RFC 7578): as members of an object by their names, or in order if `T` is an
    /// array. Parts with a JSON type are decoded as JSON.
    public func multipart<T: Decodable>() throws -> T {
        guard let boundary = mediaType.parameter("boundary"), !boundary.isEmpty else {
            throw DecodingFailure(path: [], reason: "expected a multipart body, found no boundary")
        }
        let parts = try MultipartReader.parts(of: data, boundary: boundary, limit: limits.partSize)
        if T.self is any Listed.Type { return try Self.decode(.array(parts.map { $0.node(limits) }), limits) }
        let members = parts.compactMap { part in part.name.map { Node.Member(name: $0, value: part.node(limits)) } }
        return try Self.decode(.object(collecting: members), limits)
    }
}

/// Arrays of any element type.
private nonisolated protocol Listed {}
nonisolated extension Array: Listed {}
