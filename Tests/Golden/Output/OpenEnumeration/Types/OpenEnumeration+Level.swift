// Written by clientsmith. Do not edit.

public import ClientRuntime

nonisolated extension OpenEnumeration {
    public struct Level: OpenEnum {
        public let rawValue: Int64

        public init(rawValue: Int64) {
            self.rawValue = rawValue
        }

        public static var value1: Self { Self(rawValue: 1) }
        public static var value2: Self { Self(rawValue: 2) }
        public static var minus1: Self { Self(rawValue: -1) }

        /// The values the document lists, in its order.
        public static var knownValues: [Self] {
            [.value1, .value2, .minus1]
        }
    }
}
