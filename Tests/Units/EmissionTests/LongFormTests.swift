import ClientModel
import Testing

@testable import Emission

/// Lists that would take the compiler memory quadratic in their length are spelled in other forms.
@Suite struct LongFormTests {
    private let client = ClientScope(
        SampleAPI.api,
        in: PackageModel(
            name: SampleAPI.name("Shop"), runtimeName: SampleAPI.name("ShopRuntime"), clients: [SampleAPI.api]))

    private func union(of count: Int, _ selection: Union.Selection) -> View {
        let cases = (0..<count).map { index in
            Union.Case(
                name: SampleAPI.name("b\(index)"), type: .named(SampleAPI.pet), signature: .init(kind: .object))
        }
        var imports = Imports()
        return client.union(
            Union(cases: cases, selection: selection), of: SampleAPI.api[SampleAPI.animal], imports: &imports)
    }

    private func lines(_ key: String, of view: View) -> [String] {
        switch view[key] {
        case .codes(let codes): codes.map(\.text)
        case .code(let code): [code.text]
        default: []
        }
    }

    /// Two values for the first case, one for each other.
    private func mapping(_ count: Int) -> Union.Selection {
        .discriminator(
            property: "kind",
            mapping: (0..<count).map { .init(value: "v\($0)", case: $0) } + [.init(value: "w", case: 0)])
    }

    @Test func payloadsAreReadByTheNameOfTheCase() {
        let payloads = lines("payloads", of: union(of: 2, mapping(2)))
        #expect(payloads.count == 2)
        #expect(
            payloads[1] == """
                /// The payload of `b1`, or `nil` for another case.
                public var b1: Pet? {
                if case .b1(let value) = self { value } else { nil }
                }
                """)
    }

    @Test func shortDiscriminatedUnionsSwitchOverValues() {
        let view = union(of: 50, mapping(50))
        let readings = lines("readings", of: view)
        #expect(readings.first == "switch try UnionDecoder.tag(\"kind\", of: decoder) {")
        #expect(readings[1] == "case \"v0\", \"w\": self = .b0(try Pet(from: decoder))")
        #expect(lines("branches", of: view).isEmpty)
    }

    @Test func longDiscriminatedUnionsSwitchOverPositionsOfTheSameValues() {
        let view = union(of: 51, mapping(51))
        let readings = lines("readings", of: view)
        #expect(
            readings.first
                == "switch try UnionDecoder.position(of: UnionDecoder.tag(\"kind\", of: decoder), in: Self.branches) {")
        #expect(readings[1] == "case 0, 1: self = .b0(try Pet(from: decoder))")
        #expect(readings[2] == "case 2: self = .b1(try Pet(from: decoder))")
        #expect(readings.count == 51 + 3)
        #expect(lines("branchType", of: view) == ["String"])
        #expect(lines("branches", of: view) == ["[", "\"v0\",", "\"w\","] + (1..<51).map { "\"v\($0)\"," } + ["]"])
    }

    @Test func longUnionsAreEncodedWithADefault() {
        let value = "(let value)"
        #expect(
            lines("writings", of: union(of: 50, .shape)).last
                == "case .unrecognized\(value): try value.encode(to: encoder)")
        #expect(
            lines("writings", of: union(of: 51, .shape)).last
                == "default: if case .unrecognized\(value) = self { try value.encode(to: encoder) }")
    }

    @Test func longUnionsByShapeAppendTheirBranches() {
        let short = lines("branches", of: union(of: 50, .shape))
        #expect(short.first == "[")
        #expect(short.count == 52)
        let view = union(of: 51, .shape)
        let long = lines("branches", of: view)
        #expect(long.first == "var branches: [UnionBranch] = []")
        #expect(long.count { $0 == "branches.append(UnionBranch(.object))" } == 51)
        #expect(long.last == "return branches")
        #expect(lines("branchType", of: view) == ["UnionBranch"])
    }

    @Test(arguments: [100, 101]) func longEnumerationsNameTheTypeOfTheirMembers(_ count: Int) {
        let cases = (0..<count).map {
            Enumeration.Case(name: SampleAPI.name("v\($0)"), value: .string("v\($0)"))
        }
        var imports = Imports()
        let view = client.enumeration(Enumeration(rawType: .string, cases: cases), imports: &imports)
        let known = lines("knownValues", of: view).joined()
        let prefix = count > 100 ? "Self." : "."
        let expected = (0..<count).map { "\(prefix)v\($0)" }
        #expect(known.split { $0 == "," || $0.isWhitespace }.map { String($0) } == expected)
    }
}
