// Written by clientsmith. Do not edit.

public import ClientRuntime

nonisolated extension EqualTypes {
    public struct Parcel: Codable, Hashable, Sendable, FieldComparable {
        /// Price
        public var value: Price

        public init(value: Price) {
            self.value = value
        }

        public init(from decoder: any Decoder) throws {
            let fields = try FieldDecoder(decoder)
            self.value = try fields.value("value")
            try fields.finish()
        }

        public func encode(to encoder: any Encoder) throws {
            let fields = FieldEncoder(encoder)
            fields.value("value", self.value)
            try fields.finish()
        }

        public static func areEqual(_ left: Self, _ right: Self) -> Bool {
            var fields = FieldComparison()
            fields.value(left.value, right.value)
            return fields.isEqual
        }

        public func hash(into hasher: inout Hasher) {
            FieldHasher.value(self.value, into: &hasher)
        }
    }
}
