// Written by clientsmith. Do not edit.

public import ClientRuntime

nonisolated extension Deprecated {
    public struct Old: Codable, Hashable, Sendable, FieldComparable {
        /// Use `name` instead.
        ///
        /// Deprecated.
        public var title: String?
        /// At most 10 characters. Default: `"none"`.
        public var name: String?

        public init(title: String? = nil, name: String? = nil) {
            self.title = title
            self.name = name
        }

        public init(from decoder: any Decoder) throws {
            let fields = try FieldDecoder(decoder)
            self.title = fields.optionalString("title")
            self.name = fields.optionalString("name")
            try fields.finish()
        }

        public func encode(to encoder: any Encoder) throws {
            let fields = FieldEncoder(encoder)
            fields.optionalString("title", self.title)
            fields.optionalString("name", self.name)
            try fields.finish()
        }

        public static func areEqual(_ left: Self, _ right: Self) -> Bool {
            var fields = FieldComparison()
            fields.optionalString(left.title, right.title)
            fields.optionalString(left.name, right.name)
            return fields.isEqual
        }

        public func hash(into hasher: inout Hasher) {
            FieldHasher.optionalString(self.title, into: &hasher)
            FieldHasher.optionalString(self.name, into: &hasher)
        }
    }
}
