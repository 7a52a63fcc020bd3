#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// A JSON number of any size and precision, with its original spelling.
///
/// Numbers are compared by value: `1`, `1.0` and `10e-1` are equal.
public nonisolated struct JSONNumber: Hashable, Sendable {
    /// The number's spelling (RFC 8259, section 6). For example: `18446744073709551615`, `0.10`, `1e400`.
    public let text: String

    /// Creates a number from its spelling. Returns `nil` if `text` is not a valid JSON number (RFC 8259, section 6).
    public init?(_ text: String) {
        guard Self.isNumber(text.utf8) else { return nil }
        self.text = text
    }

    /// Creates a number from an integer.
    public init(_ value: some BinaryInteger) { text = String(value) }

    /// Creates a number from a decimal. "Not a number" becomes 0.
    public init(_ value: Decimal) { text = value.isNaN ? "0" : value.description }

    /// Creates a number from a double. Returns `nil` if the value is infinite or "not a number".
    public init?(_ value: Double) {
        guard value.isFinite else { return nil }
        text = Self.text(of: value)
    }

    init(unchecked text: String) { self.text = text }

    /// The value as an integer, or `nil` if it has a fraction or is out of range.
    public func integer<T: FixedWidthInteger>(as type: T.Type = T.self) -> T? {
        if let value = T(text) { return value }
        let parts = canonical
        guard parts.exponent >= 0, parts.exponent < 20 else { return nil }
        return T((parts.isNegative ? "-" : "") + parts.digits + String(repeating: "0", count: parts.exponent))
    }

    /// The value as an `Int`, or `nil` if it has a fraction or is out of range.
    public var int: Int? { integer() }

    /// Whether the value has no fraction. `1.0` and `1e400` are integers.
    public var isInteger: Bool { canonical.exponent >= 0 }

    /// The nearest double, or infinity if the number is out of range.
    public var double: Double { Double(text) ?? (text.hasPrefix("-") ? -.infinity : .infinity) }

    /// The exact value, or `nil` if it needs more than 38 digits or an exponent beyond 127.
    public var decimal: Decimal? {
        guard let value = Decimal(string: text, locale: nil), !value.isNaN,
            JSONNumber(value).canonical == canonical
        else { return nil }
        return value
    }

    /// Whether the values are equal.
    public static func == (left: Self, right: Self) -> Bool {
        left.text == right.text || left.canonical == right.canonical
    }

    /// Hashes the value.
    public func hash(into hasher: inout Hasher) { hasher.combine(canonical) }

    private struct Canonical: Hashable {
        var isNegative: Bool
        /// The digits without leading or trailing zeros; `0` for zero.
        var digits: String
        var exponent: Int
    }

    private var canonical: Canonical {
        var digits: [UInt8] = []
        var exponent = 0
        var isFraction = false
        for (index, byte) in text.utf8.enumerated() {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                if isFraction { exponent -= 1 }
                if byte != UInt8(ascii: "0") || !digits.isEmpty { digits.append(byte) }
                continue
            case UInt8(ascii: "."):
                isFraction = true
                continue
            case UInt8(ascii: "e"), UInt8(ascii: "E"):
                exponent = exponent.addingReportingOverflow(Self.exponent(text.utf8.dropFirst(index + 1))).partialValue
            default: continue
            }
            break
        }
        while digits.last == UInt8(ascii: "0") {
            digits.removeLast()
            exponent += 1
        }
        if digits.isEmpty { return Canonical(isNegative: false, digits: "0", exponent: 0) }
        let isNegative = text.utf8.first == UInt8(ascii: "-")
        return Canonical(isNegative: isNegative, digits: String(decoding: digits, as: UTF8.self), exponent: exponent)
    }

    private static func exponent(_ text: Substring.UTF8View) -> Int {
        let isNegative = text.first == UInt8(ascii: "-")
        let magnitude = text.drop { $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-") }
        let limit = 1_000_000_000
        let value = magnitude.reduce(0) { min(limit, $0 * 10 + Int($1) - 0x30) }
        return isNegative ? -value : value
    }

    /// The shortest text that parses as `value`, without the `.0` of whole numbers in Swift.
    static func text(of value: some BinaryFloatingPoint & CustomStringConvertible) -> String {
        let text = value.description
        return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }

    private static func isNumber(_ text: String.UTF8View) -> Bool {
        var rest = text[...]
        func digits() -> Int {
            let count = rest.prefix { (0x30...0x39).contains($0) }.count
            rest = rest.dropFirst(count)
            return count
        }
        if rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
        let startsWithZero = rest.first == UInt8(ascii: "0")
        let whole = digits()
        guard whole == 1 || (whole > 1 && !startsWithZero) else { return false }
        if rest.first == UInt8(ascii: ".") {
            rest = rest.dropFirst()
            guard digits() > 0 else { return false }
        }
        if let mark = rest.first, mark == UInt8(ascii: "e") || mark == UInt8(ascii: "E") {
            rest = rest.dropFirst()
            if let sign = rest.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") { rest = rest.dropFirst() }
            guard digits() > 0 else { return false }
        }
        return rest.isEmpty
    }
}

nonisolated extension JSONNumber: CustomStringConvertible, ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral {
    /// Creates a number from an integer literal.
    public init(integerLiteral value: Int) { self.init(value) }
    /// Creates a number from a floating-point literal.
    public init(floatLiteral value: Double) { self.init(unchecked: Self.text(of: value)) }
    /// The number's spelling.
    public var description: String { text }
}

nonisolated extension JSONNumber: Codable {
    /// Decodes a number. Other decoders than the runtime's do not preserve the spelling.
    public init(from decoder: any Decoder) throws {
        if let decoder = decoder as? NodeDecoder {
            self = try decoder.number()
            return
        }
        let container = try decoder.singleValueContainer()
        if let value = try? container.decode(Int64.self) {
            self.init(value)
        } else if let value = try? container.decode(UInt64.self) {
            self.init(value)
        } else if let value = try? container.decode(Decimal.self), !value.isNaN {
            self.init(value)
        } else {
            let value = try container.decode(Double.self)
            self.init(unchecked: Self.text(of: value))
        }
    }

    /// Encodes the number. Other encoders than the runtime's do not preserve the spelling.
    public func encode(to encoder: any Encoder) throws {
        if let encoder = encoder as? NodeEncoder { return encoder.node = .number(text) }
        var container = encoder.singleValueContainer()
        if let value: Int64 = integer() {
            try container.encode(value)
        } else if let value: UInt64 = integer() {
            try container.encode(value)
        } else if let decimal {
            try container.encode(decimal)
        } else {
            try container.encode(double)
        }
    }
}
