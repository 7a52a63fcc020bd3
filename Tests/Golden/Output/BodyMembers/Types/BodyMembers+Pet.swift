// Written by clientsmith. Do not edit.

public import ClientRuntime

nonisolated extension BodyMembers {
    public struct Pet: Codable, Hashable, Sendable, FieldComparable, Identifiable {
        public var id: UUIDText
        public var name: String

        public init(id: UUIDText, name: String) {
            self.id = id
            self.name = name
        }

        public init(from decoder: any Decoder) throws {
            let fields = try FieldDecoder(decoder)
            self.id = fields.uuid("id")
            self.name = fields.string("name")
            try fields.finish()
        }

        public func encode(to encoder: any Encoder) throws {
            let fields = FieldEncoder(encoder)
            fields.uuid("id", self.id)
            fields.string("name", self.name)
            try fields.finish()
        }

        public static func areEqual(_ left: Self, _ right: Self) -> Bool {
            var fields = FieldComparison()
            fields.value(left.id, right.id)
            fields.string(left.name, right.name)
            return fields.isEqual
        }

        public func hash(into hasher: inout Hasher) {
            FieldHasher.value(self.id, into: &hasher)
            FieldHasher.string(self.name, into: &hasher)
        }
    }
}
