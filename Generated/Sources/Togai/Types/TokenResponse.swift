// Written by clientsmith. Do not edit.

public import TokenClientsRuntime

nonisolated extension Togai {
    public struct TokenResponse: Codable, Hashable, Sendable, FieldComparable, CustomReflectable {
        public var token: String

        public init(token: String) {
            self.token = token
        }

        public init(from decoder: any Decoder) throws {
            let fields = try FieldDecoder(decoder)
            self.token = fields.string("token")
            try fields.finish()
        }

        public func encode(to encoder: any Encoder) throws {
            let fields = FieldEncoder(encoder)
            fields.string("token", self.token)
            try fields.finish()
        }

        public static func areEqual(_ left: Self, _ right: Self) -> Bool {
            var fields = FieldComparison()
            fields.string(left.token, right.token)
            return fields.isEqual
        }

        public func hash(into hasher: inout Hasher) {
            FieldHasher.string(self.token, into: &hasher)
        }

        /// What descriptions and debuggers show: no secret.
        public var customMirror: Swift.Mirror {
            Swift.Mirror(
                self,
                children: [
                    "token": "REDACTED",
            ], displayStyle: .struct)
        }
    }
}
