// Written by clientsmith. Do not edit.

public import ClientRuntime

nonisolated extension EqualTypes {
    /// Price
    public struct Price: Codable, Hashable, Sendable, FieldComparable {
        public var amount: Double?

        public init(amount: Double? = nil) {
            self.amount = amount
        }

        public init(from decoder: any Decoder) throws {
            let fields = try FieldDecoder(decoder)
            self.amount = fields.optionalDouble("amount")
            try fields.finish()
        }

        public func encode(to encoder: any Encoder) throws {
            let fields = FieldEncoder(encoder)
            fields.optionalDouble("amount", self.amount)
            try fields.finish()
        }

        public static func areEqual(_ left: Self, _ right: Self) -> Bool {
            var fields = FieldComparison()
            fields.optionalDouble(left.amount, right.amount)
            return fields.isEqual
        }

        public func hash(into hasher: inout Hasher) {
            FieldHasher.optionalDouble(self.amount, into: &hasher)
        }
    }
}
