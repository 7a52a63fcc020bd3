// Written by clientsmith. Do not edit.

public import ClientRuntime

nonisolated extension Inheritance {
    public struct Cat: Codable, Hashable, Sendable, FieldComparable {
        public var species: String
        public var name: String
        /// From 1 to 9.
        public var lives: Int?

        public init(species: String, name: String, lives: Int? = nil) {
            self.species = species
            self.name = name
            self.lives = lives
        }

        public init(from decoder: any Decoder) throws {
            let fields = try FieldDecoder(decoder)
            self.species = fields.string("species")
            self.name = fields.string("name")
            self.lives = fields.optionalInt("lives")
            try fields.finish()
        }

        public func encode(to encoder: any Encoder) throws {
            let fields = FieldEncoder(encoder)
            fields.string("species", self.species)
            fields.string("name", self.name)
            fields.optionalInt("lives", self.lives)
            try fields.finish()
        }

        public static func areEqual(_ left: Self, _ right: Self) -> Bool {
            var fields = FieldComparison()
            fields.string(left.species, right.species)
            fields.string(left.name, right.name)
            fields.optionalInt(left.lives, right.lives)
            return fields.isEqual
        }

        public func hash(into hasher: inout Hasher) {
            FieldHasher.string(self.species, into: &hasher)
            FieldHasher.string(self.name, into: &hasher)
            FieldHasher.optionalInt(self.lives, into: &hasher)
        }
    }
}
