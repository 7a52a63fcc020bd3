// Written by clientsmith. Do not edit.

public import TokenClientsRuntime

nonisolated extension ShipEngine {
    /// The kind of fault.
    public struct ErrorType: OpenEnum {
        public let rawValue: String

        public init(rawValue: String) {
            self.rawValue = rawValue
        }

        public static var accountStatus: Self { Self(rawValue: "account_status") }
        public static var businessRules: Self { Self(rawValue: "business_rules") }
        public static var validation: Self { Self(rawValue: "validation") }
        public static var security: Self { Self(rawValue: "security") }
        public static var system: Self { Self(rawValue: "system") }
        public static var integrations: Self { Self(rawValue: "integrations") }

        /// The values the document lists, in its order.
        public static var knownValues: [Self] {
            [
                .accountStatus,
                .businessRules,
                .validation,
                .security,
                .system,
                .integrations
            ]
        }
    }
}
