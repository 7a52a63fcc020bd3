// Written by clientsmith. Do not edit.

public import ClientRuntime

nonisolated extension DiscriminatedUnion {
    public struct CashPayment: Codable, Hashable, Sendable, FieldComparable {
        /// Always `"cash"`.
        public var kind: Kind
        public var change: Double?

        public init(kind: Kind = .cash, change: Double? = nil) {
            self.kind = kind
            self.change = change
        }

        public init(from decoder: any Decoder) throws {
            let fields = try FieldDecoder(decoder)
            self.kind = fields.enumeration("kind")
            self.change = fields.optionalDouble("change")
            try fields.finish()
        }

        public func encode(to encoder: any Encoder) throws {
            let fields = FieldEncoder(encoder)
            fields.enumeration("kind", self.kind)
            fields.optionalDouble("change", self.change)
            try fields.finish()
        }

        public static func areEqual(_ left: Self, _ right: Self) -> Bool {
            var fields = FieldComparison()
            fields.value(left.kind, right.kind)
            fields.optionalDouble(left.change, right.change)
            return fields.isEqual
        }

        public func hash(into hasher: inout Hasher) {
            FieldHasher.value(self.kind, into: &hasher)
            FieldHasher.optionalDouble(self.change, into: &hasher)
        }

        /// Always `"cash"`.
        public struct Kind: OpenEnum {
            public let rawValue: String

            public init(rawValue: String) {
                self.rawValue = rawValue
            }

            public static var cash: Self { Self(rawValue: "cash") }

            /// The values the document lists, in its order.
            public static var knownValues: [Self] {
                [.cash]
            }
        }
    }
}
