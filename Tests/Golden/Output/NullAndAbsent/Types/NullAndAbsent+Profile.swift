// Written by clientsmith. Do not edit.

public import ClientRuntime

nonisolated extension NullAndAbsent {
    public struct Profile: Codable, Hashable, Sendable, FieldComparable, CustomReflectable {
        public var email: String?
        /// Read-only.
        public var id: UUIDText?
        public var name: String?
        /// Null removes it.
        public var nickname: String?
        /// Write-only.
        public var password: String?
        /// The members that are sent as `null` if they have no value: `.nickname`.
        public var explicitNulls: ExplicitNulls<Self>

        public init(
            email: String?,
            id: UUIDText? = nil,
            name: String? = nil,
            nickname: String? = nil,
            password: String? = nil,
            explicitNulls: ExplicitNulls<Self> = []
        ) {
            self.email = email
            self.id = id
            self.name = name
            self.nickname = nickname
            self.password = password
            self.explicitNulls = explicitNulls
        }

        public init(from decoder: any Decoder) throws {
            let fields = try FieldDecoder(decoder)
            self.email = fields.nullable("email")
            self.id = fields.optionalUUID("id")
            self.name = fields.optionalString("name")
            self.nickname = fields.optionalString("nickname")
            self.password = fields.optionalString("password")
            self.explicitNulls = fields.nulls("nickname")
            try fields.finish()
        }

        public func encode(to encoder: any Encoder) throws {
            let fields = FieldEncoder(encoder)
            fields.nullable("email", self.email)
            fields.optionalUUID("id", self.id)
            fields.optionalString("name", self.name)
            fields.optionalString("nickname", self.nickname)
            fields.optionalString("password", self.password)
            fields.nulls(self.explicitNulls)
            try fields.finish()
        }

        public static func areEqual(_ left: Self, _ right: Self) -> Bool {
            var fields = FieldComparison()
            fields.optionalString(left.email, right.email)
            fields.optional(left.id, right.id)
            fields.optionalString(left.name, right.name)
            fields.optionalString(left.nickname, right.nickname)
            fields.optionalString(left.password, right.password)
            fields.value(left.explicitNulls, right.explicitNulls)
            return fields.isEqual
        }

        public func hash(into hasher: inout Hasher) {
            FieldHasher.optionalString(self.email, into: &hasher)
            FieldHasher.optional(self.id, into: &hasher)
            FieldHasher.optionalString(self.name, into: &hasher)
            FieldHasher.optionalString(self.nickname, into: &hasher)
            FieldHasher.optionalString(self.password, into: &hasher)
            FieldHasher.value(self.explicitNulls, into: &hasher)
        }

        /// What descriptions and debuggers show: no secret.
        public var customMirror: Swift.Mirror {
            Swift.Mirror(
                self,
                children: [
                    "email": self.email as Any,
                    "id": self.id as Any,
                    "name": self.name as Any,
                    "nickname": self.nickname as Any,
                    "password": "REDACTED",
                    "explicitNulls": self.explicitNulls as Any,
            ], displayStyle: .struct)
        }
    }
}

nonisolated extension ExplicitNulls<NullAndAbsent.Profile> {
    public static var nickname: Self { Self(name: "nickname") }
}
