// Written by clientsmith. Do not edit.

public import TokenClientsRuntime

nonisolated extension ShipEngine {
    /// The kind of fault.
    public struct ErrorType: OpenEnum {
        public var rawValue: String

        public init(rawValue: String) {
            self.rawValue = rawValue
        }

        public static let accountStatus = Self(rawValue: "account_status")
        public static let businessRules = Self(rawValue: "business_rules")
        public static let validation = Self(rawValue: "validation")
        public static let security = Self(rawValue: "security")
        public static let system = Self(rawValue: "system")
        public static let integrations = Self(rawValue: "integrations")

        /// The values the document lists, in its order.
        public static let knownValues: [Self] = [
            .accountStatus,
            .businessRules,
            .validation,
            .security,
            .system,
            .integrations
        ]
    }
}
