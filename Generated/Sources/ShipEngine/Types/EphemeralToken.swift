// Written by clientsmith. Do not edit.

public import TokenClientsRuntime

nonisolated extension ShipEngine {
    public struct EphemeralToken: Codable, Hashable, Sendable, FieldComparable, CustomReflectable {
        /// The token itself, which stops working after 10 seconds.
        public var token: String?
        /// Where to send the user, with the token as part of the address.
        public var redirectURL: String?

        public init(token: String? = nil, redirectURL: String? = nil) {
            self.token = token
            self.redirectURL = redirectURL
        }

        public init(from decoder: any Decoder) throws {
            let fields = try FieldDecoder(decoder)
            self.token = fields.optionalString("token")
            self.redirectURL = fields.optionalString("redirect_url")
            try fields.finish()
        }

        public func encode(to encoder: any Encoder) throws {
            let fields = FieldEncoder(encoder)
            fields.optionalString("token", self.token)
            fields.optionalString("redirect_url", self.redirectURL)
            try fields.finish()
        }

        public static func areEqual(_ left: Self, _ right: Self) -> Bool {
            var fields = FieldComparison()
            fields.optionalString(left.token, right.token)
            fields.optionalString(left.redirectURL, right.redirectURL)
            return fields.isEqual
        }

        public func hash(into hasher: inout Hasher) {
            FieldHasher.optionalString(self.token, into: &hasher)
            FieldHasher.optionalString(self.redirectURL, into: &hasher)
        }

        /// What descriptions and debuggers show: no secret.
        public var customMirror: Swift.Mirror {
            Swift.Mirror(
                self,
                children: [
                    "token": "REDACTED",
                    "redirectURL": self.redirectURL as Any,
            ], displayStyle: .struct)
        }
    }
}
