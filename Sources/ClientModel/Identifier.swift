/// A Swift identifier: ASCII letters, digits and `_`, not starting with a digit, never empty.
///
/// It may be a keyword; what prints it decides about backticks. For example: `redirectURL`, `default`.
///
/// Only modules that import `ClientModel` with `@_spi(Naming)` can make one from text: those that decide names and those
/// that read them from a configuration or a model. The module that prints names can't.
public struct Identifier: Hashable, Sendable, CustomStringConvertible, Comparable {
    /// The identifier without backticks, also if Swift requires them.
    public let text: String

    /// Returns `nil` where `text` is no identifier.
    @_spi(Naming) public init?(_ text: String) {
        func isLetter(_ byte: UInt8) -> Bool {
            (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == 0x5F
        }
        guard let first = text.utf8.first, isLetter(first),
            text.utf8.allSatisfy({ isLetter($0) || (0x30...0x39).contains($0) }), text != "_"
        else { return nil }
        self.text = text
    }

    /// The text with `_` for every byte that has no place in an identifier, and before a leading digit.
    @_spi(Naming) public init(sanitizing text: String) {
        var bytes = text.utf8.map { byte in
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: byte
            default: UInt8(ascii: "_")
            }
        }
        if bytes.first.map({ $0 <= 0x39 }) ?? true { bytes.insert(UInt8(ascii: "_"), at: 0) }
        if bytes == [0x5F] { bytes.append(0x5F) }
        self.text = String(decoding: bytes, as: UTF8.self)
    }

    /// The case of a union that keeps a value none of its branches fits.
    public static let unrecognized = Identifier(sanitizing: "unrecognized")
    /// The member of a structure that keeps what its properties do not name.
    public static let additionalProperties = Identifier(sanitizing: "additionalProperties")
    /// The property that identifies a value.
    public static let id = Identifier(sanitizing: "id")
    /// The associated type of `Identifiable`.
    public static let identifierType = Identifier(sanitizing: "ID")
    /// The property that lists the members that are sent as `null`.
    public static let explicitNulls = Identifier(sanitizing: "explicitNulls")

    /// The argument that holds a method's optional parameters, and what it is called where a required argument is called the same.
    public static let parameters = Identifier(sanitizing: "parameters")
    /// The argument and property that holds the optional parameters of a method with many.
    public static let optionalParameters = Identifier(sanitizing: "optionalParameters")

    /// The same as ``text``.
    public var description: String { text }
    /// Orders by Unicode scalars, so that the order does not depend on the language of the system.
    public static func < (left: Self, right: Self) -> Bool { left.text < right.text }
}
