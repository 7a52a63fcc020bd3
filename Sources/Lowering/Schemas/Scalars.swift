import ClientModel
import Diagnostics
import OpenAPI

let stringFormats: [String: ScalarType] = [
    "date-time": .dateTime, "date": .date, "time": .time, "duration": .duration, "uuid": .uuid, "uri": .url,
    "url": .url,
    "byte": .base64, "binary": .binary,
]

/// Formats of strings that stay strings.
let plainStringFormats: Set<String> = [
    "email", "idn-email", "hostname", "idn-hostname", "ipv4", "ipv6", "ip", "uri-reference", "iri",
    "iri-reference", "uri-template", "json-pointer", "relative-json-pointer", "regex", "password", "char", "html",
    "commonmark", "media-range", "sf-string", "sf-token", "string", "phone", "slug", "hex", "jwt", "arn", "cidr",
]

let integerFormats: [String: ScalarType] = [
    "int32": .int32, "int64": .int64, "uint64": .uint64, "int8": .integer, "int16": .integer, "uint8": .integer,
    "uint16": .integer, "uint32": .integer, "uint": .integer, "int": .integer, "long": .int64, "unix-time": .int64,
    "unixtime": .int64, "timestamp": .int64,
]

let numberFormats: [String: ScalarType] = [
    "float": .float, "double": .double, "decimal": .decimal, "decimal128": .decimal, "double-int": .int64,
    "int32": .int32, "int64": .int64, "uint64": .uint64,
]

/// The Swift types of strings and numbers.
struct ScalarTypes {
    /// Those of the configuration.
    private let formats: [String: ScalarType]

    init(_ formats: [LoweringOptions.Format]) {
        self.formats = Dictionary(formats.map { ($0.format, $0.type) }) { first, _ in first }
    }

    /// The Swift type of a string ("Data Type Format"). A format the tool has no type for stays a `String`.
    func string(_ merged: MergedSchema) -> ScalarType {
        if let format = merged.format {
            if let type = formats[format], type.isText { return type }
            if let type = stringFormats[format] { return type }
        }
        switch merged.contentEncoding {
        case "base64"?: return .base64
        case nil where isBinary(merged.contentMediaType): return .binary
        default: return .string
        }
    }

    private func isBinary(_ mediaType: String?) -> Bool {
        guard let mediaType else { return false }
        return mediaType == "application/octet-stream" || mediaType.hasPrefix("image/")
            || mediaType.hasPrefix("audio/") || mediaType.hasPrefix("video/")
    }

    /// The Swift type of a number. An integer is a `UInt64` where its bounds are those of one.
    func number(_ merged: MergedSchema, isInteger: Bool) -> ScalarType {
        if let format = merged.format {
            if let type = formats[format], type.isNumber { return type }
            if isInteger, isUnsigned(merged.bounds) { return .uint64 }
            if let type = (isInteger ? integerFormats : numberFormats)[format] { return type }
        }
        guard isInteger else { return .double }
        return isUnsigned(merged.bounds) ? .uint64 : .integer
    }

    /// Whether the greatest value is beyond an `Int64`, and none is negative.
    private func isUnsigned(_ bounds: Schema.Bounds?) -> Bool {
        guard let maximum = bounds?.maximum.flatMap({ Double($0) }), maximum >= 0x1p63 else { return false }
        if let text = bounds?.maximum, Int64(text) != nil || maximum > 0x1p64 { return false }
        return (bounds?.minimum ?? bounds?.exclusiveMinimum).flatMap { Double($0) }.map { $0 >= -1 } ?? true
    }
}

/// Reports the formats of the configuration that no schema of a fitting type has.
func reportUnused(_ formats: [LoweringOptions.Format], in document: Document, _ findings: inout Findings) {
    for format in formats where formats.first(where: { $0.format == format.format })?.type == format.type {
        let isUsed = document.schemas.contains { schema in
            guard schema.format == format.format else { return false }
            let types = (schema.types ?? [.string, .number]).filter { $0 != .null }
            return format.type.isText ? types.contains(.string) : types.contains { $0 == .integer || $0 == .number }
        }
        if isUsed { continue }
        let kind = format.type.isText ? "string" : "number"
        findings.report(
            Diagnostic(
                .leftOut, .unusedFormat,
                "unused: no \(kind) of the document has the format \(quote(format.format))",
                at: format.place))
    }
}

extension ScalarType {
    /// Whether values are strings of JSON.
    var isText: Bool {
        switch self {
        case .string, .dateTime, .instant, .date, .time, .duration, .uuid, .url, .base64, .binary: true
        case .boolean, .integer, .int32, .int64, .uint64, .double, .float, .decimal, .unixTime: false
        }
    }

    /// Whether values are numbers of JSON.
    var isNumber: Bool { !isText && self != .boolean }
}

extension SchemaType {
    /// Whether a format is of this type, or of none that is known.
    fileprivate func isKnown(_ format: String) -> Bool {
        switch self {
        case .string: stringFormats[format] != nil || plainStringFormats.contains(format)
        case .integer: integerFormats[format] != nil
        case .number: numberFormats[format] != nil
        case .null, .boolean, .array, .object: false
        }
    }

    /// Whether values of this type may have a format; one the tool does not know may be of any type.
    func canHave(_ format: String) -> Bool {
        if isKnown(format) || self == .integer && SchemaType.number.isKnown(format) { return true }
        return ![SchemaType.string, .integer, .number].contains { $0.isKnown(format) }
    }

    /// For example: `a string`.
    var phrase: String { (self == .integer || self == .array || self == .object ? "an " : "a ") + rawValue }
}
