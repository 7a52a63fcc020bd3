import Foundation
import HTTPTypes

/// Takes a body in parts apart (RFC 2046, section 5.1; RFC 7578).
nonisolated enum MultipartReader {
    struct Part {
        let name: String?
        let file: FileContent

        /// The content as JSON where its type is, else as it is.
        var node: Node {
            guard let type = file.contentType, MediaType(type).isJSON, let bytes = try? file.bytes(),
                let node = try? JSONReader.read(bytes)
            else { return .file(file) }
            return node
        }
    }

    /// - Throws: ``DecodingFailure`` where the last boundary or the end of a part's headers is missing.
    static func parts(of body: Data, boundary: String) throws -> [Part] {
        let delimiter = Data("\r\n--\(boundary)".utf8)
        let data = Data("\r\n".utf8) + body
        guard var position = data.range(of: delimiter)?.upperBound else { throw failure("its boundary") }
        var parts: [Part] = []
        while !data[position...].starts(with: Data("--".utf8)) {
            guard let line = data.range(of: Data("\r\n".utf8), in: position..<data.endIndex),
                let end = data.range(of: delimiter, in: line.lowerBound..<data.endIndex)
            else { throw failure("its last boundary") }
            parts.append(try part(data[line.lowerBound..<max(line.upperBound, end.lowerBound)]))
            position = end.upperBound
        }
        return parts
    }

    private static func failure(_ what: String) -> DecodingFailure {
        DecodingFailure(path: [], reason: "expected a body in parts, found none of \(what)")
    }

    /// - Parameter text: With the line end before the first header.
    private static func part(_ text: Data) throws -> Part {
        guard let end = text.range(of: Data("\r\n\r\n".utf8)) else { throw failure("the end of a part's headers") }
        var headers: [String: String] = [:]
        let lines = String(decoding: text[..<end.lowerBound], as: UTF8.self).components(separatedBy: "\r\n")
        for line in lines {
            guard let colon = line.firstIndex(of: ":") else { continue }
            headers[String(line[..<colon])] = line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
        }
        func take(_ name: String) -> String? {
            headers.keys.first { $0.lowercased() == name }.flatMap { headers.removeValue(forKey: $0) }
        }
        let disposition = take("content-disposition") ?? ""
        var file = FileContent(
            Data(text[end.upperBound...]), name: parameter("filename", of: disposition),
            contentType: take("content-type"))
        file.headers = headers
        return Part(name: parameter("name", of: disposition), file: file)
    }

    /// A parameter of `Content-Disposition` (RFC 6266): quoted or not, its escapes undone.
    static func parameter(_ name: String, of header: String) -> String? {
        var rest = header[...]
        while let semicolon = rest.firstIndex(of: ";") {
            rest = rest[rest.index(after: semicolon)...].drop { $0 == " " || $0 == "\t" }
            guard let equals = rest.firstIndex(where: { $0 == "=" || $0 == ";" }), rest[equals] == "=" else { continue }
            let found = rest[..<equals].trimmingCharacters(in: .whitespaces).lowercased()
            let (value, end) = value(rest[rest.index(after: equals)...])
            if found == name { return value }
            rest = end
        }
        return nil
    }

    private static func value(_ text: Substring) -> (String, Substring) {
        guard text.first == "\"" else {
            let value = text.prefix { $0 != ";" }
            return (value.trimmingCharacters(in: .whitespaces), text[value.endIndex...])
        }
        var value = ""
        var index = text.index(after: text.startIndex)
        while index < text.endIndex, text[index] != "\"" {
            if text[index] == "\\", text.index(after: index) < text.endIndex { index = text.index(after: index) }
            value.append(text[index])
            index = text.index(after: index)
        }
        for (escape, plain) in [("%22", "\""), ("%0D", "\r"), ("%0A", "\n")] {
            value = value.replacingOccurrences(of: escape, with: plain)
        }
        return (value, text[index...])
    }
}
