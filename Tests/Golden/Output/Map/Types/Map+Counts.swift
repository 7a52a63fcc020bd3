// Written by clientsmith. Do not edit.

public import ClientRuntime

nonisolated extension Map {
    /// Numbers by name, beside their sum.
    public struct Counts: Codable, Hashable, Sendable, FieldComparable {
        public var total: Int
        /// Members that the document does not name.
        public var additionalProperties: [String: Int]

        public init(total: Int, additionalProperties: [String: Int] = [:]) {
            self.total = total
            self.additionalProperties = additionalProperties
        }

        public init(from decoder: any Decoder) throws {
            let fields = try FieldDecoder(decoder)
            self.total = fields.int("total")
            self.additionalProperties = fields.rest(except: "total")
            try fields.finish()
        }

        public func encode(to encoder: any Encoder) throws {
            let fields = FieldEncoder(encoder)
            fields.rest(self.additionalProperties)
            fields.int("total", self.total)
            try fields.finish()
        }

        public static func areEqual(_ left: Self, _ right: Self) -> Bool {
            var fields = FieldComparison()
            fields.int(left.total, right.total)
            fields.dictionary(left.additionalProperties, right.additionalProperties)
            return fields.isEqual
        }

        public func hash(into hasher: inout Hasher) {
            FieldHasher.int(self.total, into: &hasher)
            FieldHasher.dictionary(self.additionalProperties, into: &hasher)
        }
    }
}
