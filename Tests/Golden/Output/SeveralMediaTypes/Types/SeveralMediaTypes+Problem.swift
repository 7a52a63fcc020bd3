// Written by clientsmith. Do not edit.

public import ClientRuntime

nonisolated extension SeveralMediaTypes {
    public struct Problem: Codable, Hashable, Sendable, FieldComparable {
        public var title: String

        public init(title: String) {
            self.title = title
        }

        public init(from decoder: any Decoder) throws {
            let fields = try FieldDecoder(decoder)
            self.title = fields.string("title")
            try fields.finish()
        }

        public func encode(to encoder: any Encoder) throws {
            let fields = FieldEncoder(encoder)
            fields.string("title", self.title)
            try fields.finish()
        }

        public static func areEqual(_ left: Self, _ right: Self) -> Bool {
            var fields = FieldComparison()
            fields.string(left.title, right.title)
            return fields.isEqual
        }

        public func hash(into hasher: inout Hasher) {
            FieldHasher.string(self.title, into: &hasher)
        }
    }
}
