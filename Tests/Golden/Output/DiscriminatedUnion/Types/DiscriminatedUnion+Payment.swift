// Written by clientsmith. Do not edit.

public import ClientRuntime

nonisolated extension DiscriminatedUnion {
    /// A way to pay.
    @nonexhaustive
    public enum Payment: Codable, Hashable, Sendable {
        case card(CardPayment)
        case cash(CashPayment)
        /// A value that matches none of the documented types. It is encoded unchanged.
        case unrecognized(JSONValue)

        /// The payload of `card`, or `nil` for another case.
        public var card: CardPayment? {
            if case .card(let value) = self { value } else { nil }
        }

        /// The payload of `cash`, or `nil` for another case.
        public var cash: CashPayment? {
            if case .cash(let value) = self { value } else { nil }
        }

        public init(from decoder: any Decoder) throws {
            switch try UnionDecoder.tag("kind", of: decoder) {
            case "card": self = .card(try CardPayment(from: decoder))
            case "cash": self = .cash(try CashPayment(from: decoder))
            default: self = .unrecognized(try JSONValue(from: decoder))
            }
        }

        public func encode(to encoder: any Encoder) throws {
            switch self {
            case .card(let value): try value.encode(to: encoder)
            case .cash(let value): try value.encode(to: encoder)
            case .unrecognized(let value): try value.encode(to: encoder)
            }
        }
    }
}
