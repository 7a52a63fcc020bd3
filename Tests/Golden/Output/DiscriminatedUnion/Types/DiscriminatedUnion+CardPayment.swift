// Written by clientsmith. Do not edit.

public import ClientRuntime

nonisolated extension DiscriminatedUnion {
    public struct CardPayment: Codable, Hashable, Sendable, FieldComparable, CustomReflectable {
        /// Format: `password`.
        public var number: String
        /// Always `"card"`.
        public var kind: Kind

        public init(number: String, kind: Kind = .card) {
            self.number = number
            self.kind = kind
        }

        public init(from decoder: any Decoder) throws {
            let fields = try FieldDecoder(decoder)
            self.number = fields.string("number")
            self.kind = fields.enumeration("kind")
            try fields.finish()
        }

        public func encode(to encoder: any Encoder) throws {
            let fields = FieldEncoder(encoder)
            fields.string("number", self.number)
            fields.enumeration("kind", self.kind)
            try fields.finish()
        }

        public static func areEqual(_ left: Self, _ right: Self) -> Bool {
            var fields = FieldComparison()
            fields.string(left.number, right.number)
            fields.value(left.kind, right.kind)
            return fields.isEqual
        }

        public func hash(into hasher: inout Hasher) {
            FieldHasher.string(self.number, into: &hasher)
            FieldHasher.value(self.kind, into: &hasher)
        }

        /// What descriptions and debuggers show: no secret.
        public var customMirror: Swift.Mirror {
            Swift.Mirror(
                self,
                children: [
                    "number": "REDACTED",
                    "kind": self.kind as Any,
            ], displayStyle: .struct)
        }

        /// Always `"card"`.
        public struct Kind: OpenEnum {
            public let rawValue: String

            public init(rawValue: String) {
                self.rawValue = rawValue
            }

            public static var card: Self { Self(rawValue: "card") }

            /// The values the document lists, in its order.
            public static var knownValues: [Self] {
                [.card]
            }
        }
    }
}
