// Written by clientsmith. Do not edit.

public import ClientRuntime

nonisolated extension ShapedUnion {
    /// A word, a list of words, or a range. An empty text clears the filter.
    @nonexhaustive
    public enum Filter: Codable, Hashable, Sendable, ExpressibleByStringLiteral, ExpressibleByArrayLiteral {
        case string(String)
        case stringArray([String])
        /// Range
        case range(Range)
        /// A value that matches none of the documented types. It is encoded unchanged.
        case unrecognized(JSONValue)

        /// The payload of `string`, or `nil` for another case.
        public var string: String? {
            if case .string(let value) = self { value } else { nil }
        }

        /// The payload of `stringArray`, or `nil` for another case.
        public var stringArray: [String]? {
            if case .stringArray(let value) = self { value } else { nil }
        }

        /// The payload of `range`, or `nil` for another case.
        public var range: Range? {
            if case .range(let value) = self { value } else { nil }
        }

        /// Creates `string` from a literal.
        public init(stringLiteral value: String) { self = .string(value) }

        /// Creates `string`.
        public init(_ value: String) { self = .string(value) }

        /// Creates `stringArray` from a literal.
        public init(arrayLiteral value: String...) { self = .stringArray(value) }

        /// Creates `stringArray`.
        public init(_ value: [String]) { self = .stringArray(value) }

        public init(from decoder: any Decoder) throws {
            func read(_ branch: Int) throws -> Self {
                switch branch {
                case 0: return .string(try String(from: decoder))
                case 1: return .stringArray(try [String](from: decoder))
                case 2: return .range(try Range(from: decoder))
                default: return .unrecognized(try JSONValue(from: decoder))
                }
            }
            self = try UnionDecoder.choose(decoder, Self.branches, read)
        }

        public func encode(to encoder: any Encoder) throws {
            switch self {
            case .string(let value): try value.encode(to: encoder)
            case .stringArray(let value): try value.encode(to: encoder)
            case .range(let value): try value.encode(to: encoder)
            case .unrecognized(let value): try value.encode(to: encoder)
            }
        }

        private static var branches: [UnionBranch] {
            [
                UnionBranch(.string),
                UnionBranch(.array),
                UnionBranch(
                    .object,
                    required: ["from"],
                    known: ["to"],
                    kinds: ["from": .integer, "to": .integer]
                ),
            ]
        }

        /// Range
        public struct Range: Codable, Hashable, Sendable, FieldComparable {
            public var from: Int
            public var to: Int?

            public init(from: Int, to: Int? = nil) {
                self.from = from
                self.to = to
            }

            public init(from decoder: any Decoder) throws {
                let fields = try FieldDecoder(decoder)
                self.from = fields.int("from")
                self.to = fields.optionalInt("to")
                try fields.finish()
            }

            public func encode(to encoder: any Encoder) throws {
                let fields = FieldEncoder(encoder)
                fields.int("from", self.from)
                fields.optionalInt("to", self.to)
                try fields.finish()
            }

            public static func areEqual(_ left: Self, _ right: Self) -> Bool {
                var fields = FieldComparison()
                fields.int(left.from, right.from)
                fields.optionalInt(left.to, right.to)
                return fields.isEqual
            }

            public func hash(into hasher: inout Hasher) {
                FieldHasher.int(self.from, into: &hasher)
                FieldHasher.optionalInt(self.to, into: &hasher)
            }
        }
    }
}
