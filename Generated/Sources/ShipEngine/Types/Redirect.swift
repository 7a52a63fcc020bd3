// Written by clientsmith. Do not edit.

public import TokenClientsRuntime

nonisolated extension ShipEngine {
    /// The application that a redirect URL can be made for.
    public struct Redirect: OpenEnum {
        public let rawValue: String

        public init(rawValue: String) {
            self.rawValue = rawValue
        }

        public static var shipengineDashboard: Self { Self(rawValue: "shipengine-dashboard") }

        /// The values the document lists, in its order.
        public static var knownValues: [Self] {
            [.shipengineDashboard]
        }
    }
}
