// Written by clientsmith. Do not edit.

public import TokenClientsRuntime

nonisolated extension ShipEngine {
    /// Where a call failed, at the carrier, at the order source or in the ShipEngine API.
    public struct ErrorSource: OpenEnum {
        public let rawValue: String

        public init(rawValue: String) {
            self.rawValue = rawValue
        }

        public static var carrier: Self { Self(rawValue: "carrier") }
        public static var orderSource: Self { Self(rawValue: "order_source") }
        public static var shipengine: Self { Self(rawValue: "shipengine") }

        /// The values the document lists, in its order.
        public static var knownValues: [Self] {
            [.carrier, .orderSource, .shipengine]
        }
    }
}
