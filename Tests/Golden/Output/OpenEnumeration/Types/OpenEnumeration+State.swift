// Written by clientsmith. Do not edit.

public import ClientRuntime

nonisolated extension OpenEnumeration {
    /// Where a parcel is.
    public struct State: OpenEnum {
        public let rawValue: String

        public init(rawValue: String) {
            self.rawValue = rawValue
        }

        /// It moves.
        public static var inTransit: Self { Self(rawValue: "in transit") }
        /// It arrived.
        public static var delivered: Self { Self(rawValue: "delivered") }
        /// It waits for a month.
        public static var value1m: Self { Self(rawValue: "1m") }
        /// Nobody knows.
        public static var empty: Self { Self(rawValue: "") }
        /// As usual.
        public static var `default`: Self { Self(rawValue: "default") }

        /// The values the document lists, in its order.
        public static var knownValues: [Self] {
            [
                .inTransit,
                .delivered,
                .value1m,
                .empty,
                .default
            ]
        }
    }
}
