import HTTPTypes

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A media type with its charset (RFC 9110, section 8.3).
nonisolated struct MediaType {
    /// Lower case, without parameters. For example: `application/json`.
    let essence: String
    private let parameters: [(name: String, value: String)]

    /// The type of a response; no name where it has none.
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

    /// For example: the `boundary` of a body in parts.
    func parameter(_ name: String) -> String? { parameters.first { $0.name == name }?.value }

    var charset: String? { parameter("charset")?.lowercased() }

    var isJSON: Bool {
        essence == "application/json" || essence == "text/json" || essence.hasSuffix("+json")
    }

    /// Whether this is what a document asks for by `pattern`, such as `text/*` or `application/json; version=2`.
    ///
    /// A parameter that both have must have the same value; only `charset` and `boundary` say how to read a body and not
    /// what it is. Media type names, and values of tokens, have no case.
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

    /// What `charset` means, UTF-8 where there is none; `nil` where it is not known.
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

    /// - Throws: Where the charset is not known, or has no such characters.
    func bytes(of text: String) throws -> Data {
        guard let encoding else { throw RequestFailure("the charset \(charset ?? "") is not known") }
        guard let data = encoding == .windowsCP1252 ? WindowsText.bytes(of: text) : text.data(using: encoding) else {
            throw RequestFailure("the body has characters that \(charset ?? "") has not")
        }
        return data
    }

    /// - Throws: Where the charset is not known, or the bytes are not of it.
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
    /// Without the spaces and tabs at both ends, as in headers (RFC 9110, section 5.6.3).
    var trimmed: Substring { trimmed(of: " \t") }

    /// Without any of some ASCII characters at both ends. Foundation's `trimmingCharacters(in:)` takes many times as long.
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
    /// With one ASCII text in place of another. Bytes are compared: the character `\r\n` holds a `\r`.
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
    /// The value of the only field of a name; values of several fields are joined.
    func value(of name: HTTPField.Name) -> String? {
        var value: String?
        for field in self where field.name == name {
            if value != nil { return self[name] }
            value = field.value
        }
        return value
    }
}
