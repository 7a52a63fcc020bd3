// Written by clientsmith. Do not edit.

public import ClientRuntime

nonisolated extension Inheritance {
    @nonexhaustive
    public enum Animal: Codable, Hashable, Sendable {
        case animal(Animal)
        case dog(Dog)
        case cat(Cat)
        /// A value that matches none of the documented types. It is encoded unchanged.
        case unrecognized(JSONValue)

        /// The payload of `animal`, or `nil` for another case.
        public var animal: Animal? {
            if case .animal(let value) = self { value } else { nil }
        }

        /// The payload of `dog`, or `nil` for another case.
        public var dog: Dog? {
            if case .dog(let value) = self { value } else { nil }
        }

        /// The payload of `cat`, or `nil` for another case.
        public var cat: Cat? {
            if case .cat(let value) = self { value } else { nil }
        }

        public init(from decoder: any Decoder) throws {
            switch try UnionDecoder.tag("species", of: decoder) {
            case "Animal": self = .animal(try Animal(from: decoder))
            case "dog": self = .dog(try Dog(from: decoder))
            case "cat": self = .cat(try Cat(from: decoder))
            default: self = .unrecognized(try JSONValue(from: decoder))
            }
        }

        public func encode(to encoder: any Encoder) throws {
            switch self {
            case .animal(let value): try value.encode(to: encoder)
            case .dog(let value): try value.encode(to: encoder)
            case .cat(let value): try value.encode(to: encoder)
            case .unrecognized(let value): try value.encode(to: encoder)
            }
        }

        public struct Animal: Codable, Hashable, Sendable, FieldComparable {
            public var species: String
            public var name: String

            public init(species: String, name: String) {
                self.species = species
                self.name = name
            }

            public init(from decoder: any Decoder) throws {
                let fields = try FieldDecoder(decoder)
                self.species = fields.string("species")
                self.name = fields.string("name")
                try fields.finish()
            }

            public func encode(to encoder: any Encoder) throws {
                let fields = FieldEncoder(encoder)
                fields.string("species", self.species)
                fields.string("name", self.name)
                try fields.finish()
            }

            public static func areEqual(_ left: Self, _ right: Self) -> Bool {
                var fields = FieldComparison()
                fields.string(left.species, right.species)
                fields.string(left.name, right.name)
                return fields.isEqual
            }

            public func hash(into hasher: inout Hasher) {
                FieldHasher.string(self.species, into: &hasher)
                FieldHasher.string(self.name, into: &hasher)
            }
        }
    }
}
