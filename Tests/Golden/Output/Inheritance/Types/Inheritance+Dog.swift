// Written by clientsmith. Do not edit.

public import ClientRuntime

nonisolated extension Inheritance {
    public struct Dog: Codable, Hashable, Sendable, FieldComparable {
        public var species: String
        public var name: String
        public var breed: String

        public init(species: String, name: String, breed: String) {
            self.species = species
            self.name = name
            self.breed = breed
        }

        public init(from decoder: any Decoder) throws {
            let fields = try FieldDecoder(decoder)
            self.species = fields.string("species")
            self.name = fields.string("name")
            self.breed = fields.string("breed")
            try fields.finish()
        }

        public func encode(to encoder: any Encoder) throws {
            let fields = FieldEncoder(encoder)
            fields.string("species", self.species)
            fields.string("name", self.name)
            fields.string("breed", self.breed)
            try fields.finish()
        }

        public static func areEqual(_ left: Self, _ right: Self) -> Bool {
            var fields = FieldComparison()
            fields.string(left.species, right.species)
            fields.string(left.name, right.name)
            fields.string(left.breed, right.breed)
            return fields.isEqual
        }

        public func hash(into hasher: inout Hasher) {
            FieldHasher.string(self.species, into: &hasher)
            FieldHasher.string(self.name, into: &hasher)
            FieldHasher.string(self.breed, into: &hasher)
        }
    }
}
