/// Markdown text for a documentation page, made of this tool's own words and of encoded values.
///
/// A document's descriptions are Markdown by the specification (CommonMark), so they stay Markdown; raw HTML, scripts and links to anything
/// but the web lose their power. For example: `"**POST** \(code: path)"`.
public struct Markdown: Hashable, Sendable, ExpressibleByStringInterpolation {
    /// The Markdown text, ready to be written.
    public private(set) var text: String

    /// Words of the generator. A `StaticString` cannot contain text of a document.
    public init(stringLiteral text: StaticString) {
        self.text = text.withUTF8Buffer { String(decoding: $0, as: UTF8.self) }
    }

    /// Fixed words with encoded values between them.
    public init(stringInterpolation: Interpolation) { text = stringInterpolation.text }

    init(encoded text: String) { self.text = text }

    /// Whether nothing is printed.
    public var isEmpty: Bool { text.isEmpty }

    /// Accepts values that an encoder made safe; there is no overload for strings without a label.
    public struct Interpolation: StringInterpolationProtocol {
        fileprivate var text = ""

        /// Reserves nothing: pages are short.
        public init(literalCapacity: Int, interpolationCount: Int) {}

        /// Adds words of the generator.
        public mutating func appendLiteral(_ literal: StaticString) {
            literal.withUTF8Buffer { text += String(decoding: $0, as: UTF8.self) }
        }

        /// Adds Markdown as it is.
        public mutating func appendInterpolation(_ markdown: Markdown) { text += markdown.text }
        /// Adds a decimal number.
        public mutating func appendInterpolation(_ number: Int) { text += String(number) }

        /// Code, fenced by as many backticks as it needs.
        public mutating func appendInterpolation(code: String) { text += codeSpan(code) }

        /// Swift this tool wrote.
        public mutating func appendInterpolation(code: Code) { text += codeSpan(code.text) }

        /// Text of a document with every character that means something to Markdown escaped, on one line.
        public mutating func appendInterpolation(plain: String) { text += escapedLine(plain) }

        /// Text of a document that is Markdown itself, as a block.
        public mutating func appendInterpolation(block: String) { text += safeBlock(block) }

        /// Text of a document that is Markdown itself, on one line and without ending a table's cell.
        public mutating func appendInterpolation(cell: String) { text += safeCell(cell) }
    }
}
