// Written by clientsmith. Do not edit.

public import TokenClientsRuntime

nonisolated extension RunAI {
    public struct AppTokenRequest: Codable, Hashable, Sendable, FieldComparable, Identifiable, CustomReflectable {
        public var id: String
        public var name: String
        public var secret: String

        public init(id: String, name: String, secret: String) {
            self.id = id
            self.name = name
            self.secret = secret
        }

        public init(from decoder: any Decoder) throws {
            let fields = try FieldDecoder(decoder)
            self.id = fields.string("id")
            self.name = fields.string("name")
            self.secret = fields.string("secret")
            try fields.finish()
        }

        public func encode(to encoder: any Encoder) throws {
            let fields = FieldEncoder(encoder)
            fields.string("id", self.id)
            fields.string("name", self.name)
            fields.string("secret", self.secret)
            try fields.finish()
        }

        public static func areEqual(_ left: Self, _ right: Self) -> Bool {
            var fields = FieldComparison()
            fields.string(left.id, right.id)
            fields.string(left.name, right.name)
            fields.string(left.secret, right.secret)
            return fields.isEqual
        }

        public func hash(into hasher: inout Hasher) {
            FieldHasher.string(self.id, into: &hasher)
            FieldHasher.string(self.name, into: &hasher)
            FieldHasher.string(self.secret, into: &hasher)
        }

        /// What descriptions and debuggers show: no secret.
        public var customMirror: Swift.Mirror {
            Swift.Mirror(
                self,
                children: [
                    "id": self.id as Any,
                    "name": self.name as Any,
                    "secret": "REDACTED",
            ], displayStyle: .struct)
        }
    }
}
