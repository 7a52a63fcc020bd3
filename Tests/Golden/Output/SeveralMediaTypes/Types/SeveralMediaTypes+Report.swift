// Written by clientsmith. Do not edit.

public import ClientRuntime

nonisolated extension SeveralMediaTypes {
    public struct Report: Codable, Hashable, Sendable, FieldComparable {
        public var rows: [Double]

        public init(rows: [Double]) {
            self.rows = rows
        }

        public init(from decoder: any Decoder) throws {
            let fields = try FieldDecoder(decoder)
            self.rows = fields.array("rows")
            try fields.finish()
        }

        public func encode(to encoder: any Encoder) throws {
            let fields = FieldEncoder(encoder)
            fields.array("rows", self.rows)
            try fields.finish()
        }

        public static func areEqual(_ left: Self, _ right: Self) -> Bool {
            var fields = FieldComparison()
            fields.array(left.rows, right.rows)
            return fields.isEqual
        }

        public func hash(into hasher: inout Hasher) {
            FieldHasher.array(self.rows, into: &hasher)
        }
    }
}
