// Written by clientsmith. Do not edit.

public import TokenClientsRuntime

nonisolated extension ShipEngine {
    /// Where a call failed, at the carrier, at the order source or in the ShipEngine API.
    public struct ErrorSource: OpenEnum {
        public var rawValue: String

        public init(rawValue: String) {
            self.rawValue = rawValue
        }

        public static let carrier = Self(rawValue: "carrier")
        public static let orderSource = Self(rawValue: "order_source")
        public static let shipengine = Self(rawValue: "shipengine")

        /// The values the document lists, in its order.
        public static let knownValues: [Self] = [.carrier, .orderSource, .shipengine]
    }
}
