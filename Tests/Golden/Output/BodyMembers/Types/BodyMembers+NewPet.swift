// Written by clientsmith. Do not edit.

public import ClientRuntime

nonisolated extension BodyMembers {
    public struct NewPet: Codable, Hashable, Sendable, FieldComparable {
        /// What the pet is called.
        ///
        /// At most 40 characters.
        public var name: String
        public var kind: Kind
        public var born: CalendarDate?
        /// The members that are sent as `null` if they have no value: `.born`.
        public var explicitNulls: ExplicitNulls<Self>

        public init(
            name: String,
            kind: Kind,
            born: CalendarDate? = nil,
            explicitNulls: ExplicitNulls<Self> = []
        ) {
            self.name = name
            self.kind = kind
            self.born = born
            self.explicitNulls = explicitNulls
        }

        public init(from decoder: any Decoder) throws {
            let fields = try FieldDecoder(decoder)
            self.name = fields.string("name")
            self.kind = fields.enumeration("kind")
            self.born = fields.optionalDate("born")
            self.explicitNulls = fields.nulls("born")
            try fields.finish()
        }

        public func encode(to encoder: any Encoder) throws {
            let fields = FieldEncoder(encoder)
            fields.string("name", self.name)
            fields.enumeration("kind", self.kind)
            fields.optionalDate("born", self.born)
            fields.nulls(self.explicitNulls)
            try fields.finish()
        }

        public static func areEqual(_ left: Self, _ right: Self) -> Bool {
            var fields = FieldComparison()
            fields.string(left.name, right.name)
            fields.value(left.kind, right.kind)
            fields.optional(left.born, right.born)
            fields.value(left.explicitNulls, right.explicitNulls)
            return fields.isEqual
        }

        public func hash(into hasher: inout Hasher) {
            FieldHasher.string(self.name, into: &hasher)
            FieldHasher.value(self.kind, into: &hasher)
            FieldHasher.optional(self.born, into: &hasher)
            FieldHasher.value(self.explicitNulls, into: &hasher)
        }

        public struct Kind: OpenEnum {
            public let rawValue: String

            public init(rawValue: String) {
                self.rawValue = rawValue
            }

            public static var cat: Self { Self(rawValue: "cat") }
            public static var dog: Self { Self(rawValue: "dog") }

            /// The values the document lists, in its order.
            public static var knownValues: [Self] {
                [.cat, .dog]
            }
        }
    }
}

nonisolated extension ExplicitNulls<BodyMembers.NewPet> {
    public static var born: Self { Self(name: "born") }
}
