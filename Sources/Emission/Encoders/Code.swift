public import ClientModel

/// Swift text made of this tool's own words and of encoded values: the only kind of value a Swift template can print.
///
/// String literals in the tool's source are taken as they stand. What comes from a document enters as an ``Identifier``, as a literal or
/// as a doc comment, each through its encoder; there is no interpolation for a plain `String`, so no text of a document
/// becomes code by accident. For example: `"\(access) var \(name): \(type)"`.
public struct Code: Hashable, Sendable, ExpressibleByStringInterpolation {
    public private(set) var text: String

    public init(stringLiteral text: StaticString) {
        self.text = text.withUTF8Buffer { String(decoding: $0, as: UTF8.self) }
    }

    public init(stringInterpolation: Interpolation) { text = stringInterpolation.text }

    /// An identifier, with backticks where it is a keyword.
    public init(_ identifier: Identifier) { text = identifier.escaped }

    public var isEmpty: Bool { text.isEmpty }

    public struct Interpolation: StringInterpolationProtocol {
        fileprivate var text: String

        public init(literalCapacity: Int, interpolationCount: Int) {
            text = ""
            text.reserveCapacity(literalCapacity + interpolationCount * 16)
        }

        public mutating func appendLiteral(_ literal: StaticString) {
            literal.withUTF8Buffer { text += String(decoding: $0, as: UTF8.self) }
        }

        public mutating func appendInterpolation(_ code: Code) { text += code.text }
        public mutating func appendInterpolation(_ identifier: Identifier) { text += identifier.escaped }
        public mutating func appendInterpolation(_ number: Int) { text += String(number) }

        /// A member name after a dot, where fewer keywords need backticks.
        public mutating func appendInterpolation(member identifier: Identifier) { text += identifier.escapedAsMember }

        /// A name as the label of an argument.
        public mutating func appendInterpolation(label identifier: Identifier) { text += identifier.escapedAsArgument }

        /// A string literal of `value`, quotes included.
        public mutating func appendInterpolation(literal value: String) { text += stringLiteral(value) }
    }

    /// Code made by an encoder of this module, which answers for what it holds.
    init(encoded text: String) { self.text = text }

    static func + (left: Code, right: Code) -> Code { Code(encoded: left.text + right.text) }
}

extension Sequence<Code> {
    /// The parts with a separator between them.
    func joined(_ separator: Code = "") -> Code {
        Code(encoded: map(\.text).joined(separator: separator.text))
    }
}
