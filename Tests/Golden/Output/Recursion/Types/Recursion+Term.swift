// Written by clientsmith. Do not edit.

public import ClientRuntime

nonisolated extension Recursion {
    @nonexhaustive
    public enum Term: Codable, Hashable, Sendable, ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral {
        case number(Double)
        /// Sum
        case sum(Sum)
        /// A value that matches none of the documented types. It is encoded unchanged.
        case unrecognized(JSONValue)

        /// The payload of `number`, or `nil` for another case.
        public var number: Double? {
            if case .number(let value) = self { value } else { nil }
        }

        /// The payload of `sum`, or `nil` for another case.
        public var sum: Sum? {
            if case .sum(let value) = self { value } else { nil }
        }

        /// Creates `number` from a literal.
        public init(integerLiteral value: Int) { self = .number(Double(value)) }

        /// Creates `number` from a literal.
        public init(floatLiteral value: Double) { self = .number(value) }

        /// Creates `number`.
        public init(_ value: Double) { self = .number(value) }

        public init(from decoder: any Decoder) throws {
            func read(_ branch: Int) throws -> Self {
                switch branch {
                case 0: return .number(try Double(from: decoder))
                case 1: return .sum(try Sum(from: decoder))
                default: return .unrecognized(try JSONValue(from: decoder))
                }
            }
            self = try UnionDecoder.choose(decoder, Self.branches, read)
        }

        public func encode(to encoder: any Encoder) throws {
            switch self {
            case .number(let value): try value.encode(to: encoder)
            case .sum(let value): try value.encode(to: encoder)
            case .unrecognized(let value): try value.encode(to: encoder)
            }
        }

        private static var branches: [UnionBranch] {
            [
                UnionBranch(.number),
                UnionBranch(.object, required: ["left", "right"]),
            ]
        }

        /// Sum
        public struct Sum: Codable, Hashable, Sendable, FieldComparable {
            public var left: Term {
                get { _left.wrappedValue }
                set { _left.wrappedValue = newValue }
            }
            private var _left: Indirect<Term>
            public var right: Term {
                get { _right.wrappedValue }
                set { _right.wrappedValue = newValue }
            }
            private var _right: Indirect<Term>

            public init(left: Term, right: Term) {
                self._left = Indirect(wrappedValue: left)
                self._right = Indirect(wrappedValue: right)
            }

            public init(from decoder: any Decoder) throws {
                let fields = try FieldDecoder(decoder)
                self._left = Indirect(wrappedValue: try fields.value("left"))
                self._right = Indirect(wrappedValue: try fields.value("right"))
                try fields.finish()
            }

            public func encode(to encoder: any Encoder) throws {
                let fields = FieldEncoder(encoder)
                fields.value("left", self.left)
                fields.value("right", self.right)
                try fields.finish()
            }

            public static func areEqual(_ left: Self, _ right: Self) -> Bool {
                var fields = FieldComparison()
                fields.value(left.left, right.left)
                fields.value(left.right, right.right)
                return fields.isEqual
            }

            public func hash(into hasher: inout Hasher) {
                FieldHasher.value(self.left, into: &hasher)
                FieldHasher.value(self.right, into: &hasher)
            }
        }
    }
}
