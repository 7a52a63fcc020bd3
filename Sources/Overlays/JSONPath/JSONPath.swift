import YAML

/// A JSONPath query (RFC 9535).
///
/// For example: `$.paths.*.get.parameters[?@.in == 'query']`.
struct JSONPath: Sendable {
    /// A query, absolute (`$`) or relative to the node a filter tests (`@`).
    struct Query: Sendable {
        var isAbsolute: Bool
        var segments: [Segment]

        /// Whether it selects at most one node whatever it is applied to (section 2.3.5.1).
        var isSingular: Bool {
            segments.allSatisfy { segment in
                guard !segment.isDescendant, segment.selectors.count == 1 else { return false }
                switch segment.selectors[0] {
                case .name, .index: return true
                case .wildcard, .slice, .filter: return false
                }
            }
        }
    }

    /// Section 2.5.
    struct Segment: Sendable {
        /// Whether it is applied to a node and everything inside it (`..`).
        var isDescendant: Bool
        var selectors: [Selector]
    }

    /// Section 2.3.
    enum Selector: Sendable {
        case name(String)
        case wildcard
        case index(Int)
        case slice(start: Int?, end: Int?, step: Int)
        case filter(Condition)
    }

    /// A logical expression (section 2.3.5).
    indirect enum Condition: Sendable {
        case any([Condition])
        case all([Condition])
        case not(Condition)
        case exists(Query)
        case compare(Operand, Comparison, Operand)
        /// The functions `match` and `search`: whether a text is or holds what an I-Regexp describes.
        case matches(Operand, pattern: Operand, isWhole: Bool)
    }

    enum Comparison: Sendable {
        case equal, unequal, less, lessOrEqual, greater, greaterOrEqual
    }

    /// What can be compared: one value, or nothing.
    indirect enum Operand: Sendable {
        case literal(Node.Value)
        /// A singular query.
        case query(Query)
        /// The function `length`.
        case length(Operand)
        /// The function `count`.
        case count(Query)
        /// The function `value`.
        case value(Query)
    }

    /// Why a text is no query.
    struct SyntaxError: Error, Equatable {
        var message: String
        /// In UTF-8 bytes from the start of the text.
        var offset: Int
        var hint: String?
    }

    var query: Query

    /// Parses a query.
    init(_ text: String) throws(SyntaxError) {
        var parser = JSONPathParser(text)
        query = try parser.wholeQuery()
    }
}
