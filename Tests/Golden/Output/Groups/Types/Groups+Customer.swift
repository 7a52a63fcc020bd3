// Written by clientsmith. Do not edit.

public import ClientRuntime

nonisolated extension Groups {
    public struct Customer: Codable, Hashable, Sendable, FieldComparable, Identifiable {
        public var id: String
        public var name: String?

        public init(id: String, name: String? = nil) {
            self.id = id
            self.name = name
        }

        public init(from decoder: any Decoder) throws {
            let fields = try FieldDecoder(decoder)
            self.id = fields.string("id")
            self.name = fields.optionalString("name")
            try fields.finish()
        }

        public func encode(to encoder: any Encoder) throws {
            let fields = FieldEncoder(encoder)
            fields.string("id", self.id)
            fields.optionalString("name", self.name)
            try fields.finish()
        }

        public static func areEqual(_ left: Self, _ right: Self) -> Bool {
            var fields = FieldComparison()
            fields.string(left.id, right.id)
            fields.optionalString(left.name, right.name)
            return fields.isEqual
        }

        public func hash(into hasher: inout Hasher) {
            FieldHasher.string(self.id, into: &hasher)
            FieldHasher.optionalString(self.name, into: &hasher)
        }
    }
}
