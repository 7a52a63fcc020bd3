import ClientRuntime
import Foundation
import Testing

/// A type as it is generated.
private struct Pet: Codable, Equatable {
    var name: String
    var tags: [String]?
    var age: Int?
    var explicitNulls: ExplicitNulls<Self>

    init(name: String, tags: [String]? = nil, age: Int? = nil, explicitNulls: ExplicitNulls<Self> = []) {
        self.name = name
        self.tags = tags
        self.age = age
        self.explicitNulls = explicitNulls
    }

    init(from decoder: any Decoder) throws {
        let fields = try FieldDecoder(decoder)
        name = fields.string("name")
        tags = fields.optional("tags")
        age = fields.optionalInt("age_in_years")
        explicitNulls = fields.nulls("tags", "age_in_years")
        try fields.finish()
    }

    func encode(to encoder: any Encoder) throws {
        let fields = FieldEncoder(encoder)
        fields.string("name", name)
        fields.optional("tags", tags)
        fields.optionalInt("age_in_years", age)
        fields.nulls(explicitNulls)
        try fields.finish()
    }
}

nonisolated extension ExplicitNulls<Pet> {
    fileprivate static var tags: Self { Self(name: "tags") }
    fileprivate static var age: Self { Self(name: "age_in_years") }
}

@Suite struct ExplicitNullsTests {
    @Test(arguments: [
        (Pet(name: "a"), #"{"name":"a"}"#),
        (Pet(name: "a", explicitNulls: [.tags]), #"{"name":"a","tags":null}"#),
        (Pet(name: "a", age: 2, explicitNulls: [.age, .tags]), #"{"age_in_years":2,"name":"a","tags":null}"#),
        (Pet(name: "a", tags: [], explicitNulls: .age), #"{"age_in_years":null,"name":"a","tags":[]}"#),
    ]) fileprivate func aValueIsSentRatherThanNull(_ pet: Pet, _ text: String) async throws {
        #expect(try await written(pet) == text)
        let sorted = JSONEncoder()
        sorted.outputFormatting = .sortedKeys
        #expect(String(decoding: try sorted.encode(pet), as: UTF8.self) == text)
    }

    @Test(arguments: [
        #"{"name":"a"}"#, #"{"name":"a","tags":null}"#, #"{"age_in_years":null,"name":"a","tags":["x"]}"#,
    ]) func nullAndAbsentSurvive(_ text: String) async throws {
        #expect(try await written(decoded(text, as: Pet.self)) == text)
        #expect(try JSONDecoder().decode(Pet.self, from: Data(text.utf8)) == decoded(text))
    }

    @Test func variablesCanBeAssigned() async throws {
        let (tags, age) = (["x"], 3)
        var pet = Pet(name: "a", tags: tags, age: age)
        pet.tags = nil
        pet.explicitNulls = .tags
        #expect(try await written(pet) == #"{"age_in_years":3,"name":"a","tags":null}"#)
        pet.tags = tags
        #expect(try await written(pet) == #"{"age_in_years":3,"name":"a","tags":["x"]}"#)
    }

    @Test func behavesAsASet() {
        var nulls: ExplicitNulls<Pet> = [.tags]
        #expect(!nulls.insert(.tags).inserted)
        #expect(nulls.insert(.age).inserted)
        #expect(nulls == [.age, .tags])
        #expect(nulls.contains(.age))
        #expect("\(nulls)" == #"["age_in_years", "tags"]"#)
        #expect(nulls.update(with: .age) == .age)
        #expect(nulls.remove(.age) == .age)
        #expect(nulls.remove(.age) == nil)
        #expect(nulls.update(with: .age) == nil)
        #expect(nulls.intersection(.age) == .age)
        #expect(nulls.symmetricDifference([.age, .tags]).isEmpty)
        #expect(nulls.subtracting(.age) == .tags)
        nulls.formIntersection(.tags)
        nulls.formSymmetricDifference(.age)
        #expect(nulls == ExplicitNulls.tags.union(.age))
    }
}
