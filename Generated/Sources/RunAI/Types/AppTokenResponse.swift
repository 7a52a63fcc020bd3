// Written by clientsmith. Do not edit.

public import TokenClientsRuntime

nonisolated extension RunAI {
    public struct AppTokenResponse: Codable, Hashable, Sendable, FieldComparable, CustomReflectable {
        public var accessToken: String
        public var idToken: String

        public init(accessToken: String, idToken: String) {
            self.accessToken = accessToken
            self.idToken = idToken
        }

        public init(from decoder: any Decoder) throws {
            let fields = try FieldDecoder(decoder)
            self.accessToken = fields.string("access_token")
            self.idToken = fields.string("id_token")
            try fields.finish()
        }

        public func encode(to encoder: any Encoder) throws {
            let fields = FieldEncoder(encoder)
            fields.string("access_token", self.accessToken)
            fields.string("id_token", self.idToken)
            try fields.finish()
        }

        public static func areEqual(_ left: Self, _ right: Self) -> Bool {
            var fields = FieldComparison()
            fields.string(left.accessToken, right.accessToken)
            fields.string(left.idToken, right.idToken)
            return fields.isEqual
        }

        public func hash(into hasher: inout Hasher) {
            FieldHasher.string(self.accessToken, into: &hasher)
            FieldHasher.string(self.idToken, into: &hasher)
        }

        /// What descriptions and debuggers show: no secret.
        public var customMirror: Swift.Mirror {
            Swift.Mirror(
                self,
                children: [
                    "accessToken": "REDACTED",
                    "idToken": "REDACTED",
            ], displayStyle: .struct)
        }
    }
}
