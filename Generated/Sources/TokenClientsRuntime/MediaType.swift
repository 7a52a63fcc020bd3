import Foundation

/// A media type with its charset (RFC 9110, section 8.3).
nonisolated struct MediaType {
    /// Lower case, without parameters. For example: `application/json`.
    let essence: String
    let charset: String?

    init(_ text: String) {
        let parts = text.split(separator: ";").map { $0.trimmingCharacters(in: .whitespaces) }
        essence = parts.first?.lowercased() ?? ""
        charset =
            parts.dropFirst().lazy.compactMap { part -> String? in
                let pair = part.split(separator: "=", maxSplits: 1)
                guard pair.count == 2, pair[0].lowercased() == "charset" else { return nil }
                return pair[1].trimmingCharacters(in: CharacterSet(charactersIn: "\" ")).lowercased()
            }.first
    }

    var isJSON: Bool {
        essence == "application/json" || essence == "text/json" || essence.hasSuffix("+json")
    }

    /// Whether this is what a document asks for by `pattern`, such as `text/*` or `application/json`.
    func matches(_ pattern: String) -> Bool {
        let pattern = MediaType(pattern)
        if pattern.essence == "*/*" || pattern.essence == essence { return true }
        if pattern.essence.hasSuffix("/*") { return essence.hasPrefix(pattern.essence.dropLast()) }
        return pattern.essence == "application/json" && isJSON
    }

    /// - Throws: Where the charset is not known, or the bytes are not of it.
    func text(of data: Data) throws -> String {
        let encoding: String.Encoding =
            switch charset ?? "utf-8" {
            case "utf-8", "utf8", "us-ascii", "ascii": .utf8
            case "iso-8859-1", "latin1", "iso8859-1": .isoLatin1
            case "windows-1252", "cp1252": .windowsCP1252
            case "utf-16": .utf16
            case "utf-16le": .utf16LittleEndian
            case "utf-16be": .utf16BigEndian
            default: throw DecodingFailure(path: [], reason: "unknown charset")
            }
        guard let text = String(data: data, encoding: encoding) else {
            throw DecodingFailure(path: [], reason: "expected text in \(charset ?? "utf-8")")
        }
        return text
    }
}
