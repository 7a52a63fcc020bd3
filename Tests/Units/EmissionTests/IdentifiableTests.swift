import ClientModel
import Testing

@testable import Emission

@Suite struct IdentifiableTests {
    private func isIdentifiable(_ property: Property, nested: TypeDeclaration? = nil) -> Bool {
        var api = SampleAPI.api
        if let nested { api.types[SampleAPI.status.index] = nested }
        let client = ClientScope(
            api,
            in: PackageModel(name: SampleAPI.name("Shop"), runtimeName: SampleAPI.name("ShopRuntime"), clients: [api]))
        var imports = Imports()
        let view = client.structure(
            Structure(properties: [property]), of: api[SampleAPI.pet], imports: &imports)
        if case .flag(true) = view["isIdentifiable"] { return true }
        return false
    }

    private func property(
        _ name: String, _ type: TypeReference = .scalar(.string), _ presence: Property.Presence = .required
    ) -> Property {
        Property(name: SampleAPI.name(name), wireName: name, type: type, presence: presence)
    }

    @Test func aRequiredMemberCalledIDIdentifies() {
        #expect(isIdentifiable(property("id")))
        #expect(isIdentifiable(property("id", .scalar(.uuid))))
        #expect(!isIdentifiable(property("id", .scalar(.string), .optional)))
        #expect(!isIdentifiable(property("id", .scalar(.string), .requiredNullable)))
        #expect(!isIdentifiable(property("identifier")))
    }

    /// `Identifiable` takes a nested type `ID` for the type of `id`.
    @Test func aNestedTypeOfTheRequirementsNameMustBeItsType() {
        var nested = SampleAPI.api[SampleAPI.status]
        nested.name = SampleAPI.name("ID")
        #expect(!isIdentifiable(property("id"), nested: nested))
        #expect(isIdentifiable(property("id", .named(SampleAPI.status)), nested: nested))
    }
}
