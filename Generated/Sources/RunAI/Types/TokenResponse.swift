// Written by clientsmith. Do not edit.

public import TokenClientsRuntime

nonisolated extension RunAI {
    public struct TokenResponse: Codable, Hashable, Sendable, FieldComparable, CustomReflectable {
        public var accessToken: String?
        public var idToken: String?
        public var refreshToken: String?
        public var externalToken: String?

        public init(
            accessToken: String? = nil,
            idToken: String? = nil,
            refreshToken: String? = nil,
            externalToken: String? = nil
        ) {
            self.accessToken = accessToken
            self.idToken = idToken
            self.refreshToken = refreshToken
            self.externalToken = externalToken
        }

        public init(from decoder: any Decoder) throws {
            let fields = try FieldDecoder(decoder)
            self.accessToken = fields.optionalString("accessToken")
            self.idToken = fields.optionalString("idToken")
            self.refreshToken = fields.optionalString("refreshToken")
            self.externalToken = fields.optionalString("externalToken")
            try fields.finish()
        }

        public func encode(to encoder: any Encoder) throws {
            let fields = FieldEncoder(encoder)
            fields.optionalString("accessToken", self.accessToken)
            fields.optionalString("idToken", self.idToken)
            fields.optionalString("refreshToken", self.refreshToken)
            fields.optionalString("externalToken", self.externalToken)
            try fields.finish()
        }

        public static func areEqual(_ left: Self, _ right: Self) -> Bool {
            var fields = FieldComparison()
            fields.optionalString(left.accessToken, right.accessToken)
            fields.optionalString(left.idToken, right.idToken)
            fields.optionalString(left.refreshToken, right.refreshToken)
            fields.optionalString(left.externalToken, right.externalToken)
            return fields.isEqual
        }

        public func hash(into hasher: inout Hasher) {
            FieldHasher.optionalString(self.accessToken, into: &hasher)
            FieldHasher.optionalString(self.idToken, into: &hasher)
            FieldHasher.optionalString(self.refreshToken, into: &hasher)
            FieldHasher.optionalString(self.externalToken, into: &hasher)
        }

        /// What descriptions and debuggers show: no secret.
        public var customMirror: Swift.Mirror {
            Swift.Mirror(
                self,
                children: [
                    "accessToken": "REDACTED",
                    "idToken": "REDACTED",
                    "refreshToken": "REDACTED",
                    "externalToken": "REDACTED",
            ], displayStyle: .struct)
        }
    }
}
