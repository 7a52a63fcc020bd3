import Foundation
import Testing
import Wire
import WireClientsRuntime

/// What is read is sent back as it came, and has the type that the document means.
@Suite struct ValueTests {
    @Test(arguments: ["reptile", "snake"]) func wrappersOfAFamilyKeepTheirValues(kind: String) async throws {
        let value = try await roundTrip(#"{"reptile":{"petType":"\#(kind)","name":"n"}}"#)
        if case .unrecognized = try #require(value.reptile) { Issue.record("\(kind) is not recognized") }
    }

    @Test(arguments: [#""A","data":"d""#, #""AAAA","data":"d""#, #""MX","data":"d","priority":1"#])
    func equalBranchesKeepTheirValues(members: String) async throws {
        let value = try await roundTrip(#"{"record":{"type":\#(members)}}"#)
        if case .unrecognized = try #require(value.record) { Issue.record("\(members) is not recognized") }
    }

    @Test func integersAndStringsInOneList() async throws {
        #expect(try await roundTrip(#"{"ports":[80,"http"]}"#).ports?.count == 2)
    }

    @Test func typesWinOverValuesOfAnotherType() async throws {
        #expect(try await roundTrip(#"{"names":["c"]}"#).names == ["c"])
    }

    @Test func typesOfSeveralSchemasAreIntersected() async throws {
        let narrow: Wire.Everything.Narrow? = try await roundTrip(#"{"narrow":{"n":1,"list":[1,2]}}"#).narrow
        let (number, list): (Int?, [Int]?) = (narrow?.n, narrow?.list)
        #expect(number == 1 && list == [1, 2])
    }

    @Test func genericsHaveTheirArguments() async throws {
        let page = try await roundTrip(#"{"page":{"items":[{"name":"a"}],"total":1}}"#).page
        let pets: [Wire.Pet]? = page?.items
        #expect(pets?.first?.name == "a")
        let tree = try await roundTrip(#"{"tree":{"data":"r","children":[{"data":"c","extra":1}]}}"#).tree
        let children: [Wire.StrictTree]? = tree?.children
        #expect(children?.first?.extra == 1)
    }

    @Test func aConfiguredTypeTakesAnyValue() async throws {
        #expect(
            try await roundTrip(#"{"page":{"items":[{"name":{"first":"a"}}]}}"#).page?.items[0].name["first"] == "a")
    }

    @Test(arguments: ["", " ", "https://example.com/a b", "no uri at all", "https://example.com/?q=%C3%A9"])
    func URLsComeBackAsTheyWere(text: String) async throws {
        #expect(try await roundTrip(#"{"link":"\#(text)"}"#).link?.text == text)
    }

    @Test(arguments: ["", "none", "7F5D8A34-2c1e-4b6f-9a0d-3e8c5b7f1d29"])
    func UUIDsComeBackAsTheyWere(text: String) async throws {
        let value = try await roundTrip(#"{"id":"\#(text)"}"#)
        #expect(value.id?.text == text)
        #expect(value.id?.uuid == UUID(uuidString: text))
    }

    @Test func theLargestInteger() async throws {
        #expect(try await roundTrip(#"{"largest":18446744073709551615}"#).largest == UInt64.max)
    }

    @Test(arguments: ["2024-10-01T12:30:00", "", "yesterday"]) func datesComeBackAsTheyWere(text: String) async throws {
        #expect(try await roundTrip(#"{"at":"\#(text)"}"#).at?.text == text)
    }

    @Test func furtherMembersAreKeptInBranches() async throws {
        let value = try await roundTrip(#"{"cat":{"state":"alive","since":"s","lives":9,"more":{"a":[1]}}}"#)
        if case .unrecognized = try #require(value.cat) { Issue.record("the branch is not recognized") }
    }
}
