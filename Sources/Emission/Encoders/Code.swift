public import ClientModel

/// Swift text made of this tool's own words and of encoded values: the only kind of value a Swift template can print.
///
/// String literals in the tool's source are taken as they stand. What comes from a document enters as an ``Identifier``, which this
/// module can't make, as a literal or as a comment; there is no interpolation for a plain `String` and no initializer that
/// takes one, so no text of a document becomes code by accident. For example: `"\(access) var \(name): \(type)"`.
public struct Code: Hashable, Sendable, ExpressibleByStringInterpolation {
    /// The Swift text, ready to be written.
    public private(set) var text: String

    /// Words of the generator. A `StaticString` cannot contain text of a document.
    public init(stringLiteral text: StaticString) {
        self.text = text.withUTF8Buffer { String(decoding: $0, as: UTF8.self) }
    }

    /// Fixed words with encoded values between them.
    public init(stringInterpolation: Interpolation) { text = stringInterpolation.text }

    /// An identifier, with backticks where it is a keyword.
    public init(_ identifier: Identifier) { text = identifier.escaped }

    /// Whether nothing is printed.
    public var isEmpty: Bool { text.isEmpty }

    /// Accepts values that an encoder made safe; there is no overload for strings.
    public struct Interpolation: StringInterpolationProtocol {
        fileprivate var text: String

        /// Reserves memory for the literals and 16 bytes for each value.
        public init(literalCapacity: Int, interpolationCount: Int) {
            text = ""
            text.reserveCapacity(literalCapacity + interpolationCount * 16)
        }

        /// Adds words of the generator.
        public mutating func appendLiteral(_ literal: StaticString) {
            literal.withUTF8Buffer { text += String(decoding: $0, as: UTF8.self) }
        }

        /// Adds code as it is.
        public mutating func appendInterpolation(_ code: Code) { text += code.text }
        /// Adds a name, with backticks if Swift needs them.
        public mutating func appendInterpolation(_ identifier: Identifier) { text += identifier.escaped }
        /// Adds a decimal literal.
        public mutating func appendInterpolation(_ number: Int) { text += String(number) }
        /// Adds a decimal literal.
        public mutating func appendInterpolation(_ number: Int64) { text += String(number) }
        /// Adds a decimal literal.
        public mutating func appendInterpolation(_ number: UInt64) { text += String(number) }
        /// Adds a literal that reads back to the same value.
        public mutating func appendInterpolation(_ number: Double) { text += "\(number)" }

        /// A member name after a dot, where fewer keywords need backticks.
        public mutating func appendInterpolation(member identifier: Identifier) { text += identifier.escapedAsMember }

        /// A name as the label of an argument.
        public mutating func appendInterpolation(label identifier: Identifier) { text += identifier.escapedAsArgument }

        /// A name as a parameter that is its label as well.
        public mutating func appendInterpolation(parameter identifier: Identifier) { text += identifier.escapedAsLabel }

        /// A string literal of `value`, quotes included.
        public mutating func appendInterpolation(literal value: String) { text += stringLiteral(value) }
    }

    private init(written text: String) { self.text = text }

    static func + (left: Code, right: Code) -> Code { Code(written: left.text + right.text) }
}

extension Sequence<Code> {
    /// The parts with a separator between them.
    func joined(_ separator: Code = "") -> Code {
        reduce(into: Parts(separator: separator)) { $0.add($1) }.code
    }
}

/// Code that is put together part by part.
private struct Parts {
    let separator: Code
    private(set) var code: Code = ""
    private var isFirst = true

    init(separator: Code) { self.separator = separator }

    mutating func add(_ part: Code) {
        if !isFirst { code.append(separator) }
        code.append(part)
        isFirst = false
    }
}

extension Code {
    fileprivate mutating func append(_ other: Code) { text += other.text }

    /// A `///` comment of lines, none of which can end it.
    struct Comment {
        private var bytes: [UInt8] = []

        var isEmpty: Bool { bytes.isEmpty }
        fileprivate var text: String { String(decoding: bytes, as: UTF8.self) }

        /// Adds a line, with a space for each byte that would end it.
        mutating func add(_ line: some Collection<UInt8>) {
            if !bytes.isEmpty { bytes.append(UInt8(ascii: "\n")) }
            bytes.append(contentsOf: line.isEmpty ? "///".utf8 : "/// ".utf8)
            let start = bytes.count
            bytes.append(contentsOf: line)
            for index in start..<bytes.count where bytes[index] == 0x0A || bytes[index] == 0x0D { bytes[index] = 0x20 }
        }
    }

    init(_ comment: Comment) { text = comment.text }
}

// MARK: Words of the model that the runtime spells alike

extension Code {
    init(_ style: Parameter.Style) { text = style.rawValue }
    init(_ location: ParameterLocation) { text = location.rawValue }
    init(_ kind: Union.Signature.Kind) { text = kind.rawValue }
}

/// Puts arguments on one line where they fit, and one on each line otherwise.
///
/// - Parameter taken: The bytes that stand on the line beside them.
func argumentList(_ arguments: [Code], taken: Int) -> Code { "(\(listed(arguments, taken: taken)))" }

/// The inside of an argument list.
///
/// - Parameter lead: What stands before the first argument, if there is one.
func listed(_ arguments: [Code], taken: Int, lead: Code = "") -> Code {
    if arguments.isEmpty { return "" }
    let oneLine = arguments.joined(", ")
    if taken + oneLine.text.utf8.count <= 108 { return "\(lead)\(oneLine)" }
    return "\n\(lead)\(arguments.joined(",\n"))\n"
}
