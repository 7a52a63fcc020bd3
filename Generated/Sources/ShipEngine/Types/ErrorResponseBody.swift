// Written by clientsmith. Do not edit.

public import TokenClientsRuntime

nonisolated extension ShipEngine {
    /// What every unsuccessful call is answered with.
    public struct ErrorResponseBody: Codable, Hashable, Sendable, FieldComparable {
        /// Identifies this one request. Support asks for it when a failure has to be looked into.
        public var requestID: Identifier
        /// Everything that was wrong with the request.
        ///
        /// Read-only.
        public var errors: [Error]

        public init(requestID: Identifier, errors: [Error]) {
            self.requestID = requestID
            self.errors = errors
        }

        public init(from decoder: any Decoder) throws {
            let fields = try FieldDecoder(decoder)
            self.requestID = fields.uuid("request_id")
            self.errors = fields.array("errors")
            try fields.finish()
        }

        public func encode(to encoder: any Encoder) throws {
            let fields = FieldEncoder(encoder)
            fields.uuid("request_id", self.requestID)
            fields.array("errors", self.errors)
            try fields.finish()
        }

        public static func areEqual(_ left: Self, _ right: Self) -> Bool {
            var fields = FieldComparison()
            fields.value(left.requestID, right.requestID)
            fields.array(left.errors, right.errors)
            return fields.isEqual
        }

        public func hash(into hasher: inout Hasher) {
            FieldHasher.value(self.requestID, into: &hasher)
            FieldHasher.array(self.errors, into: &hasher)
        }
    }
}
