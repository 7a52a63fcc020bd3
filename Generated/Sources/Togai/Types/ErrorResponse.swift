// Written by clientsmith. Do not edit.

public import TokenClientsRuntime

nonisolated extension Togai {
    public struct ErrorResponse: Codable, Hashable, Sendable, FieldComparable {
        /// error description
        ///
        /// At most 500 characters.
        public var message: String

        public init(message: String) {
            self.message = message
        }

        public init(from decoder: any Decoder) throws {
            let fields = try FieldDecoder(decoder)
            self.message = fields.string("message")
            try fields.finish()
        }

        public func encode(to encoder: any Encoder) throws {
            let fields = FieldEncoder(encoder)
            fields.string("message", self.message)
            try fields.finish()
        }

        public static func areEqual(_ left: Self, _ right: Self) -> Bool {
            var fields = FieldComparison()
            fields.string(left.message, right.message)
            return fields.isEqual
        }

        public func hash(into hasher: inout Hasher) {
            FieldHasher.string(self.message, into: &hasher)
        }
    }
}
