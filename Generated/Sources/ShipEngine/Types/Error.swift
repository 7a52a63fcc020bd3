// Written by clientsmith. Do not edit.

public import TokenClientsRuntime

nonisolated extension ShipEngine {
    /// One thing that was wrong with a request.
    public struct Error: Codable, Hashable, Sendable, FieldComparable {
        public var errorSource: ErrorSource
        public var errorType: ErrorType
        public var errorCode: ErrorCode
        /// The fault in words, meant for people.
        ///
        /// At least 1 character. Read-only.
        public var message: String
        /// Which connected carrier account raised the error, when one did.
        ///
        /// Read-only.
        public var carrierID: SeID?
        /// Which shipping company raised the error, for example `fedex`, `dhl_express` or `stamps_com`.
        ///
        /// Read-only.
        public var carrierCode: CarrierCode?
        /// The path of the member of the request that is at fault.
        ///
        /// Read-only.
        public var fieldName: String?

        public init(
            errorSource: ErrorSource,
            errorType: ErrorType,
            errorCode: ErrorCode,
            message: String,
            carrierID: SeID? = nil,
            carrierCode: CarrierCode? = nil,
            fieldName: String? = nil
        ) {
            self.errorSource = errorSource
            self.errorType = errorType
            self.errorCode = errorCode
            self.message = message
            self.carrierID = carrierID
            self.carrierCode = carrierCode
            self.fieldName = fieldName
        }

        public init(from decoder: any Decoder) throws {
            let fields = try FieldDecoder(decoder)
            self.errorSource = fields.enumeration("error_source")
            self.errorType = fields.enumeration("error_type")
            self.errorCode = fields.enumeration("error_code")
            self.message = fields.string("message")
            self.carrierID = fields.optionalString("carrier_id")
            self.carrierCode = fields.optionalString("carrier_code")
            self.fieldName = fields.optionalString("field_name")
            try fields.finish()
        }

        public func encode(to encoder: any Encoder) throws {
            let fields = FieldEncoder(encoder)
            fields.enumeration("error_source", self.errorSource)
            fields.enumeration("error_type", self.errorType)
            fields.enumeration("error_code", self.errorCode)
            fields.string("message", self.message)
            fields.optionalString("carrier_id", self.carrierID)
            fields.optionalString("carrier_code", self.carrierCode)
            fields.optionalString("field_name", self.fieldName)
            try fields.finish()
        }

        public static func areEqual(_ left: Self, _ right: Self) -> Bool {
            var fields = FieldComparison()
            fields.value(left.errorSource, right.errorSource)
            fields.value(left.errorType, right.errorType)
            fields.value(left.errorCode, right.errorCode)
            fields.string(left.message, right.message)
            fields.optionalString(left.carrierID, right.carrierID)
            fields.optionalString(left.carrierCode, right.carrierCode)
            fields.optionalString(left.fieldName, right.fieldName)
            return fields.isEqual
        }

        public func hash(into hasher: inout Hasher) {
            FieldHasher.value(self.errorSource, into: &hasher)
            FieldHasher.value(self.errorType, into: &hasher)
            FieldHasher.value(self.errorCode, into: &hasher)
            FieldHasher.string(self.message, into: &hasher)
            FieldHasher.optionalString(self.carrierID, into: &hasher)
            FieldHasher.optionalString(self.carrierCode, into: &hasher)
            FieldHasher.optionalString(self.fieldName, into: &hasher)
        }
    }
}
