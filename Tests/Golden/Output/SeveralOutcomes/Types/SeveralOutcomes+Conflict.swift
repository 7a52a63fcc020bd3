// Written by clientsmith. Do not edit.

public import ClientRuntime

nonisolated extension SeveralOutcomes {
    public struct Conflict: Codable, Hashable, Sendable, FieldComparable {
        public var title: String
        public var other: String?

        public init(title: String, other: String? = nil) {
            self.title = title
            self.other = other
        }

        public init(from decoder: any Decoder) throws {
            let fields = try FieldDecoder(decoder)
            self.title = fields.string("title")
            self.other = fields.optionalString("other")
            try fields.finish()
        }

        public func encode(to encoder: any Encoder) throws {
            let fields = FieldEncoder(encoder)
            fields.string("title", self.title)
            fields.optionalString("other", self.other)
            try fields.finish()
        }

        public static func areEqual(_ left: Self, _ right: Self) -> Bool {
            var fields = FieldComparison()
            fields.string(left.title, right.title)
            fields.optionalString(left.other, right.other)
            return fields.isEqual
        }

        public func hash(into hasher: inout Hasher) {
            FieldHasher.string(self.title, into: &hasher)
            FieldHasher.optionalString(self.other, into: &hasher)
        }
    }
}
