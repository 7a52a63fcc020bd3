// Written by clientsmith. Do not edit.

public import ClientRuntime

nonisolated extension Streams {
    public struct Answer: Codable, Hashable, Sendable, FieldComparable {
        public var text: String

        public init(text: String) {
            self.text = text
        }

        public init(from decoder: any Decoder) throws {
            let fields = try FieldDecoder(decoder)
            self.text = fields.string("text")
            try fields.finish()
        }

        public func encode(to encoder: any Encoder) throws {
            let fields = FieldEncoder(encoder)
            fields.string("text", self.text)
            try fields.finish()
        }

        public static func areEqual(_ left: Self, _ right: Self) -> Bool {
            var fields = FieldComparison()
            fields.string(left.text, right.text)
            return fields.isEqual
        }

        public func hash(into hasher: inout Hasher) {
            FieldHasher.string(self.text, into: &hasher)
        }
    }
}
