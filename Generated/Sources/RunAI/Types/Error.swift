// Written by clientsmith. Do not edit.

public import TokenClientsRuntime

nonisolated extension RunAI {
    public struct Error: Codable, Hashable, Sendable, FieldComparable {
        /// From 100 to 599.
        public var code: Int
        public var message: String
        public var details: String?

        public init(code: Int, message: String, details: String? = nil) {
            self.code = code
            self.message = message
            self.details = details
        }

        public init(from decoder: any Decoder) throws {
            let fields = try FieldDecoder(decoder)
            self.code = fields.int("code")
            self.message = fields.string("message")
            self.details = fields.optionalString("details")
            try fields.finish()
        }

        public func encode(to encoder: any Encoder) throws {
            let fields = FieldEncoder(encoder)
            fields.int("code", self.code)
            fields.string("message", self.message)
            fields.optionalString("details", self.details)
            try fields.finish()
        }

        public static func areEqual(_ left: Self, _ right: Self) -> Bool {
            var fields = FieldComparison()
            fields.int(left.code, right.code)
            fields.string(left.message, right.message)
            fields.optionalString(left.details, right.details)
            return fields.isEqual
        }

        public func hash(into hasher: inout Hasher) {
            FieldHasher.int(self.code, into: &hasher)
            FieldHasher.string(self.message, into: &hasher)
            FieldHasher.optionalString(self.details, into: &hasher)
        }
    }
}
