import Diagnostics
import YAML

extension SchemaReader {
    /// Refuses values of a schema for numbers that some languages and versions of YAML read as numbers and others as text.
    ///
    /// OpenAPI takes YAML by JSON's rules (OpenAPI 3.1, 4.3), by which they are text; nobody who wrote `0x1F` for an integer meant that.
    mutating func checkSpellingsOfNumbers() {
        guard let types = schema.types, types.contains(where: \.isNumeric),
            types.allSatisfy({ $0.isNumeric || $0 == .null })
        else { return }
        for node in (schema.enumeration ?? []) + [schema.constant, schema.defaultValue].compactMap(\.self) {
            guard case .string(let text) = node.value, let spelling = OtherNumberSpelling(text) else { continue }
            let type = types.contains(.integer) ? "an integer" : "a number"
            let instead = spelling.decimal.map { "write \(code($0)), or" } ?? "write it in decimal, or"
            reader.report(
                .error, .badValue, "\(quote(text)) is not a valid JSON number, and `type` requires \(type)",
                at: node.place, hint: "\(instead) make `type` a `string`")
        }
    }
}

extension SchemaType {
    fileprivate var isNumeric: Bool { self == .integer || self == .number }
}

/// A number as YAML 1.1, YAML 1.2's core schema or a language spells it, and JSON does not.
///
/// For example: `0x1F`, `0o10`, `010`, `1_000`, `12:30:45`, `.inf`.
private struct OtherNumberSpelling {
    /// The number in decimal, where all readers agree on it.
    var decimal: String?

    init?(_ text: String) {
        let sign = text.utf8.first == UInt8(ascii: "-") ? "-" : ""
        let body = text.lowercased().drop { "+-".contains($0) }
        if [".inf", "inf", "infinity", ".nan", "nan"].contains(String(body)) { return }
        guard let first = body.utf8.first, Self.isDigit(first) else { return nil }
        for (prefix, radix) in [("0x", 16), ("0o", 8), ("0b", 2)] where body.hasPrefix(prefix) {
            guard let value = UInt64(body.dropFirst(2), radix: radix) else { return nil }
            decimal = sign + String(value)
            return
        }
        if body.utf8.contains(UInt8(ascii: "_")) {
            let digits = body.filter { $0 != "_" }
            guard NumberText.isNumber(digits) else { return nil }
            decimal = sign + digits
            return
        }
        if body.utf8.contains(UInt8(ascii: ":")) {
            guard body.split(separator: ":", omittingEmptySubsequences: false).allSatisfy(Self.areDigits) else {
                return nil
            }
            return
        }
        guard first == UInt8(ascii: "0"), Self.areDigits(body), Self.readsOtherwiseAsOctal(body) else { return nil }
    }

    /// `07` and `08` have one reading, `010` has two.
    private static func readsOtherwiseAsOctal(_ digits: Substring) -> Bool {
        let octal = UInt64(digits, radix: 8)
        return octal != nil && octal != UInt64(digits)
    }

    private static func areDigits(_ text: Substring) -> Bool { !text.isEmpty && text.utf8.allSatisfy(isDigit) }

    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
}
