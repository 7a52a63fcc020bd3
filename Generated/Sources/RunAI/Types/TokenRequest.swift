// Written by clientsmith. Do not edit.

public import TokenClientsRuntime

nonisolated extension RunAI {
    /// What a token is asked for with. Which members matter depends on `grantType`.
    public struct TokenRequest: Codable, Hashable, Sendable, FieldComparable, CustomReflectable {
        public var grantType: GrantType?
        public var appID: String?
        public var appSecret: String?
        public var code: String?
        public var redirectURI: String?
        public var refreshToken: String?
        public var username: String?
        public var password: String?
        public var clientID: String?

        public init(
            grantType: GrantType? = nil,
            appID: String? = nil,
            appSecret: String? = nil,
            code: String? = nil,
            redirectURI: String? = nil,
            refreshToken: String? = nil,
            username: String? = nil,
            password: String? = nil,
            clientID: String? = nil
        ) {
            self.grantType = grantType
            self.appID = appID
            self.appSecret = appSecret
            self.code = code
            self.redirectURI = redirectURI
            self.refreshToken = refreshToken
            self.username = username
            self.password = password
            self.clientID = clientID
        }

        public init(from decoder: any Decoder) throws {
            let fields = try FieldDecoder(decoder)
            self.grantType = fields.optional("grantType")
            self.appID = fields.optionalString("appID")
            self.appSecret = fields.optionalString("appSecret")
            self.code = fields.optionalString("code")
            self.redirectURI = fields.optionalString("redirectUri")
            self.refreshToken = fields.optionalString("refreshToken")
            self.username = fields.optionalString("username")
            self.password = fields.optionalString("password")
            self.clientID = fields.optionalString("clientID")
            try fields.finish()
        }

        public func encode(to encoder: any Encoder) throws {
            let fields = FieldEncoder(encoder)
            fields.optional("grantType", self.grantType)
            fields.optionalString("appID", self.appID)
            fields.optionalString("appSecret", self.appSecret)
            fields.optionalString("code", self.code)
            fields.optionalString("redirectUri", self.redirectURI)
            fields.optionalString("refreshToken", self.refreshToken)
            fields.optionalString("username", self.username)
            fields.optionalString("password", self.password)
            fields.optionalString("clientID", self.clientID)
            try fields.finish()
        }

        public static func areEqual(_ left: Self, _ right: Self) -> Bool {
            var fields = FieldComparison()
            fields.optional(left.grantType, right.grantType)
            fields.optionalString(left.appID, right.appID)
            fields.optionalString(left.appSecret, right.appSecret)
            fields.optionalString(left.code, right.code)
            fields.optionalString(left.redirectURI, right.redirectURI)
            fields.optionalString(left.refreshToken, right.refreshToken)
            fields.optionalString(left.username, right.username)
            fields.optionalString(left.password, right.password)
            fields.optionalString(left.clientID, right.clientID)
            return fields.isEqual
        }

        public func hash(into hasher: inout Hasher) {
            FieldHasher.optional(self.grantType, into: &hasher)
            FieldHasher.optionalString(self.appID, into: &hasher)
            FieldHasher.optionalString(self.appSecret, into: &hasher)
            FieldHasher.optionalString(self.code, into: &hasher)
            FieldHasher.optionalString(self.redirectURI, into: &hasher)
            FieldHasher.optionalString(self.refreshToken, into: &hasher)
            FieldHasher.optionalString(self.username, into: &hasher)
            FieldHasher.optionalString(self.password, into: &hasher)
            FieldHasher.optionalString(self.clientID, into: &hasher)
        }

        /// What descriptions and debuggers show: no secret.
        public var customMirror: Swift.Mirror {
            Swift.Mirror(
                self,
                children: [
                    "grantType": self.grantType as Any,
                    "appID": self.appID as Any,
                    "appSecret": "REDACTED",
                    "code": self.code as Any,
                    "redirectURI": self.redirectURI as Any,
                    "refreshToken": "REDACTED",
                    "username": self.username as Any,
                    "password": "REDACTED",
                    "clientID": self.clientID as Any,
            ], displayStyle: .struct)
        }

        public struct GrantType: OpenEnum {
            public let rawValue: String

            public init(rawValue: String) {
                self.rawValue = rawValue
            }

            public static var appToken: Self { Self(rawValue: "app_token") }
            public static var refreshToken: Self { Self(rawValue: "refresh_token") }
            public static var exchangeToken: Self { Self(rawValue: "exchange_token") }
            public static var password: Self { Self(rawValue: "password") }

            /// The values the document lists, in its order.
            public static var knownValues: [Self] {
                [
                    .appToken,
                    .refreshToken,
                    .exchangeToken,
                    .password
                ]
            }
        }
    }
}
