import ClientModel
import Testing

@testable import Emission

/// What a union can be made of without the name of its case.
@Suite struct UnionConversionTests {
    private func conversions(_ types: [(String, TypeReference)]) -> UnionConversions {
        let client = ClientScope(
            SampleAPI.api,
            in: PackageModel(
                name: SampleAPI.name("Shop"), runtimeName: SampleAPI.name("ShopRuntime"), clients: [SampleAPI.api]))
        let cases = types.map { name, type in
            Union.Case(name: SampleAPI.name(name), type: type, signature: .init(kind: .any))
        }
        return UnionConversions(Union(cases: cases, selection: .shape), in: .type(SampleAPI.animal), of: client)
    }

    private func lines(_ conversions: UnionConversions) -> [String] {
        conversions.initializers.compactMap { $0.text.split(separator: "\n").last.map(String.init) }
    }

    @Test func theOnlyBranchOfATypeTakesItsLiteral() {
        let all = conversions([
            ("text", .scalar(.string)), ("list", .nullable(.array(.named(SampleAPI.status)))),
            ("table", .dictionary(.scalar(.integer))), ("number", .scalar(.double)),
        ])
        #expect(all.literals == [.string, .array, .dictionary, .integer, .float])
        #expect(
            lines(all) == [
                "public init(stringLiteral value: String) { self = .text(value) }",
                "public init(_ value: String) { self = .text(value) }",
                "public init(arrayLiteral value: Pet.Status...) { self = .list(value) }",
                "public init(_ value: [Pet.Status]) { self = .list(value) }",
                "public init(dictionaryLiteral value: (String, Int)...) { self = .table(.init(value) { $1 }) }",
                "public init(_ value: [String: Int]) { self = .table(value) }",
                "public init(integerLiteral value: Int) { self = .number(Double(value)) }",
                "public init(floatLiteral value: Double) { self = .number(value) }",
                "public init(_ value: Double) { self = .number(value) }",
            ])
    }

    @Test func severalBranchesOfATypeTakeNone() {
        let all = conversions([
            ("text", .scalar(.string)), ("status", .named(SampleAPI.status)), ("a", .array(.json)),
            ("b", .array(.scalar(.string))), ("c", .scalar(.integer)), ("d", .scalar(.decimal)),
            ("pet", .named(SampleAPI.pet)),
        ])
        #expect(all.literals.isEmpty && all.initializers.isEmpty)
    }

    @Test func aliasesAreFollowed() {
        let all = conversions([("pets", .named(SampleAPI.pets)), ("at", .scalar(.dateTime))])
        #expect(all.literals == [.array])
        #expect(lines(all).last == "public init(_ value: DateTime) { self = .at(value) }")
    }

    /// A literal stands for any string.
    @Test func enumsOfListedValuesTakeNoLiteral() {
        let all = conversions([("status", .named(SampleAPI.status)), ("flag", .scalar(.boolean))])
        #expect(all.literals.isEmpty)
        #expect(lines(all) == ["public init(_ value: Pet.Status) { self = .status(value) }"])
        #expect(all.cleared == nil)
    }

    @Test func theEmptyStringHasAName() {
        var api = SampleAPI.api
        api.types[SampleAPI.status.index].shape = .enumeration(
            Enumeration(rawType: .string, cases: [.init(name: SampleAPI.name("empty"), value: .string(""))]))
        let client = ClientScope(
            api,
            in: PackageModel(name: SampleAPI.name("Shop"), runtimeName: SampleAPI.name("ShopRuntime"), clients: [api]))
        let cases = [
            Union.Case(name: SampleAPI.name("text"), type: .named(SampleAPI.status), signature: .init(kind: .string)),
            Union.Case(name: SampleAPI.name("pet"), type: .named(SampleAPI.pet), signature: .init(kind: .object)),
        ]
        let all = UnionConversions(Union(cases: cases, selection: .shape), in: .service, of: client)
        #expect(all.cleared?.text == ".text(.empty)")
        #expect(all.literals.isEmpty)
    }
}
