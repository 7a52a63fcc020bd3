import ClientModel
import Testing

@testable import Emission

/// How members that can be omitted, `null` or a value are declared, read and written.
@Suite struct ExplicitNullsTests {
    private let client = ClientScope(
        SampleAPI.api,
        in: PackageModel(
            name: SampleAPI.name("Shop"), runtimeName: SampleAPI.name("ShopRuntime"), clients: [SampleAPI.api]))

    private func codes(_ key: String, of view: View) -> [String] {
        if case .codes(let codes) = view[key] { codes.map(\.text) } else { [] }
    }

    private var structure: View? {
        guard case .structure(let structure) = SampleAPI.api[SampleAPI.pet].shape else { return nil }
        var imports = Imports()
        return client.structure(structure, of: SampleAPI.api[SampleAPI.pet], imports: &imports)
    }

    @Test func theMemberIsAnOptionalAndIsListedApart() throws {
        let view = try #require(structure)
        let properties = codes("properties", of: view)
        #expect(properties.contains("public var note: String?"))
        #expect(
            properties.last
                == "/// The members that are sent as `null` if they have no value: `.note`.\npublic var explicitNulls: ExplicitNulls<Self>"
        )
        let readings = codes("readings", of: view)
        #expect(readings.contains("self.note = fields.optionalString(\"a \\\"note\\\"\")"))
        #expect(readings.last == "self.explicitNulls = fields.nulls(\"a \\\"note\\\"\")")
        #expect(codes("writings", of: view).last == "fields.nulls(self.explicitNulls)")
        #expect(codes("comparisons", of: view).contains("fields.value(left.explicitNulls, right.explicitNulls)"))
    }

    @Test func eachMemberIsDeclaredForTheStructure() throws {
        let views = client.explicitNulls(
            of: [SampleAPI.status, SampleAPI.pet, SampleAPI.animal], nested: NestedTypes(SampleAPI.api))
        #expect(views.count == 1)
        let view = try #require(views.first)
        guard case .code(let type) = view["type"] else {
            Issue.record("no type")
            return
        }
        #expect(type.text == "Store.Pet")
        #expect(codes("members", of: view) == ["public static var note: Self { Self(name: \"a \\\"note\\\"\") }"])
    }
}
