import HTTPTypes

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A media type with its charset (RFC 9110, section 8.3).
nonisolated struct MediaType {
    /// The type in lowercase, without parameters. For example: `application/json`.
    let essence: String
    private let parameters: [(name: String, value: String)]

    /// The content type of a response; empty if it has none.
    init(of response: HTTPResponse) { self.init(response.headerFields.value(of: .contentType) ?? "") }

    init(_ text: String) {
        // Most types have no parameters and no capitals, and are read several times in each call.
        let isPlain = text.utf8.allSatisfy { $0 > 0x20 && $0 != UInt8(ascii: ";") && !(0x41...0x5A).contains($0) }
        if isPlain {
            essence = text
            parameters = []
            return
        }
        let parts = text.utf8.split(separator: UInt8(ascii: ";")).map { Substring($0).trimmed }
        essence = parts.first?.lowercased() ?? ""
        parameters = parts.dropFirst().compactMap { part in
            let pair = part.utf8.split(separator: UInt8(ascii: "="), maxSplits: 1).map { Substring($0) }
            guard pair.count == 2 else { return nil }
            return (pair[0].lowercased(), String(pair[1].trimmed(of: " \"")))
        }
    }

    /// The value of a parameter. For example: `boundary`.
    func parameter(_ name: String) -> String? { parameters.first { $0.name == name }?.value }

    var charset: String? { parameter("charset")?.lowercased() }

    var isJSON: Bool {
        essence == "application/json" || essence == "text/json" || essence.hasSuffix("+json")
    }

    /// Whether the type matches a media type or range such as `text/*` or `application/json; version=2`.
    ///
    /// Parameters that both have must be equal, except `charset` and `boundary`, which describe the encoding. Comparison
    /// ignores case.
    func matches(_ pattern: String) -> Bool {
        let pattern = MediaType(pattern)
        guard
            pattern.parameters.allSatisfy({ name, value in
                guard name != "charset", name != "boundary", name != "q", let own = parameter(name) else { return true }
                return own.lowercased() == value.lowercased()
            })
        else { return false }
        if pattern.essence == "*/*" || pattern.essence == essence { return true }
        if pattern.essence.hasSuffix("/*") { return essence.hasPrefix(pattern.essence.dropLast()) }
        return pattern.essence == "application/json" && isJSON
    }

    /// The encoding of `charset`, UTF-8 by default; `nil` if it is unknown.
    private var encoding: String.Encoding? {
        switch charset ?? "utf-8" {
        case "utf-8", "utf8": .utf8
        case "us-ascii", "ascii": .ascii
        case "iso-8859-1", "latin1", "iso8859-1": .isoLatin1
        case "windows-1252", "cp1252": .windowsCP1252
        case "utf-16": .utf16
        case "utf-16le": .utf16LittleEndian
        case "utf-16be": .utf16BigEndian
        default: nil
        }
    }

    /// The bytes of a text in the type's charset.
    ///
    /// - Throws: ``RequestFailure`` if the charset is unknown or can't represent the text.
    func bytes(of text: String) throws -> Data {
        guard let encoding else { throw RequestFailure("the charset \(charset ?? "") is unknown") }
        guard let data = encoding == .windowsCP1252 ? WindowsText.bytes(of: text) : text.data(using: encoding) else {
            throw RequestFailure("the body has characters that can't be encoded as \(charset ?? "")")
        }
        return data
    }

    /// The text of bytes in the type's charset.
    ///
    /// - Throws: ``DecodingFailure`` if the charset is unknown or the bytes are invalid in it.
    func text(of data: Data) throws -> String {
        guard let encoding = encoding == .ascii ? .utf8 : encoding else {
            throw DecodingFailure(path: [], reason: "unknown charset")
        }
        if encoding == .windowsCP1252 { return WindowsText.text(of: data) }
        guard let text = String(data: data, encoding: encoding) else {
            throw DecodingFailure(path: [], reason: "expected text in \(charset ?? "utf-8")")
        }
        return text
    }
}

nonisolated extension Substring {
    /// The text without leading and trailing spaces and tabs (RFC 9110, section 5.6.3).
    var trimmed: Substring { trimmed(of: " \t") }

    /// The text without some leading and trailing ASCII characters. Much faster than Foundation's `trimmingCharacters(in:)`.
    func trimmed(of characters: StaticString) -> Substring {
        func isOne(_ byte: UInt8) -> Bool {
            (0..<characters.utf8CodeUnitCount).contains { characters.utf8Start[$0] == byte }
        }
        var rest = utf8[...]
        while let first = rest.first, isOne(first) { rest.removeFirst() }
        while let last = rest.last, isOne(last) { rest.removeLast() }
        return Substring(rest)
    }
}

nonisolated extension String {
    /// Replaces one ASCII text by another. Compares bytes, because the character `\r\n` contains `\r`.
    func substituting(_ old: StaticString, _ new: StaticString) -> String {
        let old = UnsafeBufferPointer(start: old.utf8Start, count: old.utf8CodeUnitCount)
        let new = UnsafeBufferPointer(start: new.utf8Start, count: new.utf8CodeUnitCount)
        var rest = Array(utf8)[...]
        var result: [UInt8] = []
        while let first = rest.first {
            if rest.starts(with: old) {
                result += new
                rest.removeFirst(old.count)
            } else {
                result.append(first)
                rest.removeFirst()
            }
        }
        return String(decoding: result, as: UTF8.self)
    }
}

nonisolated extension HTTPFields {
    /// The value of a field; values of repeated fields are joined.
    func value(of name: HTTPField.Name) -> String? {
        var value: String?
        for field in self where field.name == name {
            if value != nil { return self[name] }
            value = field.value
        }
        return value
    }
}
