import Changes
import Diagnostics
import Foundation
import TestSupport
import Testing
import YAML

@testable import Generation

/// What is said of changes, and how.
@Suite struct ChangeReportTests {
    private func found(_ edit: (String) -> String) throws -> [Change] {
        changes(
            from: try #require(Sample.lowered(Sample.pets)), to: try #require(Sample.lowered(edit(Sample.pets))))
    }

    @Test func nothing() throws {
        #expect(try found { "# A comment.\n" + $0 }.isEmpty)
        let report = ChangeReports([ChangeReport(module: "Pets", changes: [])], in: SourceFiles())
        #expect(report.text() == "Pets: no changes\nsuggested version: none\n")
    }

    @Test func aRequiredMemberOfAnAnswerThatGoes() throws {
        let found = try found {
            $0.replacing("required: [name]", with: "required: []").replacing("name: {type: string}", with: "")
        }
        #expect(found.map(\.id) == ["property-removed Pet.name", "swift-property-removed Pet.name"])
        #expect(found.map(\.verdict) == [.wire, .swift])
        #expect(found.map(\.message) == ["`Pet.name` is gone, in answers", "`Pet.name` is gone"])
        #expect(SemanticVersion.Step(found) == .major)
    }

    @Test func anAdditionIsToldOnce() throws {
        let found = try found { $0 + "\n        nick: {type: string}" }
        #expect(found.map(\.id) == ["property-added Pet.nick"])
        #expect(found.first?.old == nil || found.first?.new?.place != nil)
        #expect(SemanticVersion.Step(found) == .minor)
    }

    /// A second array branch leaves the union without the literal and the initializer of the first.
    @Test func anInitializerOfAUnionThatGoes() throws {
        let union = """

                Input:
                  oneOf:
                    - {type: string}
                    - {type: array, items: {type: string}}
            """
        let found = changes(
            from: try #require(Sample.lowered(Sample.pets + union)),
            to: try #require(
                Sample.lowered(Sample.pets + union + "\n        - {type: array, items: {type: integer}}")))
        #expect(
            found.filter { $0.verdict == .swift }.map(\.message) == ["`Input.init(_: [String])` is gone"])
    }

    @Test func wordsAreAPatch() throws {
        let found = try found { $0.replacing("One pet.", with: "A pet.") }
        #expect(found.map(\.id) == ["documentation-changed GET /pets/{}"])
        #expect(SemanticVersion.Step(found) == .patch)
    }

    /// Operations whose paths differ in the names of parameters, and branches of one `allOf`, are those of the same names.
    @Test func aCopyIsNoChange() throws {
        let text = Sample.pets.replacing(
            "components:\n",
            with: """
                  /pets/{name}:
                    get:
                      operationId: findPet
                      description: By name.
                      parameters:
                        - {name: name, in: path, required: true, schema: {type: integer}}
                        - {name: deep, in: query, schema: {$ref: "#/components/schemas/Search"}}
                      responses: {"204": {description: None.}}
                components:

                """
        ).replacing(
            "  schemas:\n",
            with: """
                  schemas:
                    Search:
                      allOf: [{type: object, properties: {limit: {type: integer}}}]
                      oneOf:
                        - {title: ByName, type: object, required: [name], properties: {name: {type: string}}}
                        - {title: ByAge, type: object, required: [age], properties: {age: {type: integer}}}

                """)
        let old = try #require(Sample.lowered(text))
        #expect(changes(from: old, to: old).isEmpty)
        let renamed = text.replacing("/pets/{name}:", with: "/pets/{title}:").replacing(
            "name: name,", with: "name: title,")
        let found = changes(from: old, to: try #require(Sample.lowered(renamed)))
        #expect(found.filter { $0.verdict == .wire }.isEmpty)
        let removed = text.replacing("  /pets/{name}:\n    get:", with: "  /cats/{name}:\n    get:")
        let gone = changes(from: old, to: try #require(Sample.lowered(removed)))
        #expect(gone.filter { $0.verdict == .wire }.map(\.id) == ["operation-removed GET /pets/{name}"])
    }

    @Test func versions() throws {
        let version = try #require(SemanticVersion("v1.4.2"))
        #expect(
            [.major, .minor, .patch, .none].map { version.next($0).description } == [
                "2.0.0", "1.5.0", "1.4.3", "1.4.2",
            ])
        #expect(SemanticVersion("0.4.2")?.next(.major).description == "0.5.0")
        for text in ["1", "1.2", "1.2.3.4", "1.02.3", "1.2.x", "", "1.2.-3"] { #expect(SemanticVersion(text) == nil) }
    }

    /// No text of a document ends the code it stands in, or the line.
    @Test func textsOfDocumentsAreInert() throws {
        let name = "a`b<!-- ![x](https://x.example)"
        let found = try found { $0 + "\n        \"\(name)\": {type: string}" }
        let markdown = ChangeReports([ChangeReport(module: "Pets", changes: found)], in: SourceFiles()).markdown()
        #expect(markdown.contains("- `Pet.a'b<!-- ![x](https://x.example)` is new"))
        #expect(!markdown.contains("a`b"))
    }

    @Test func asJSONAndMarkdown() throws {
        let found = try found { $0.replacing("age: {type: integer, format: int32}", with: "age: {type: string}") }
        let reports = ChangeReports(
            [ChangeReport(module: "Pets", changes: found)], in: SourceFiles(), current: SemanticVersion("1.0.0"))
        let object = try #require(
            try JSONSerialization.jsonObject(with: Data(reports.json().utf8)) as? [String: Any])
        #expect(object["version"] as? String == "2.0.0")
        let modules = try #require(object["modules"] as? [[String: Any]])
        let changes = try #require(modules.first?["changes"] as? [[String: Any]])
        #expect(changes.map { $0["verdict"] as? String } == ["wire", "swift"])
        #expect(
            reports.markdown().hasPrefix(
                "## Pets\n\n1 breaks the wire, 1 breaks Swift callers.\n\n### Breaks the wire\n\n- `Pet.age` is `String`; it was `Int32`, in answers\n"
            ))
        #expect(reports.markdown().hasSuffix("\nSuggested version: **major (1.0.0 → 2.0.0)**\n"))
    }

    // MARK: What is accepted

    private func accepted(_ text: String) -> (changes: AcceptedChanges, problems: Problems) {
        var sources = SourceFiles()
        var problems = Problems()
        guard let tree = parse(Array(text.utf8), name: "accepted.yaml", into: &sources, problems: &problems) else {
            return (AcceptedChanges(), problems)
        }
        return (AcceptedChanges(tree, problems: &problems), problems)
    }

    @Test func aReviewerAccepts() throws {
        var (accepted, problems) = accepted(
            """
            accepted:
              - change: type-changed Pet.age
                reason: It was always a text.
              - change: type-changed Pet.name
                reason: Long ago.
            """)
        #expect(problems.diagnostics.isEmpty)
        let found = try found { $0.replacing("age: {type: integer, format: int32}", with: "age: {type: string}") }
        let report = accepted.report(on: found, of: "Pets")
        #expect(report.accepted.map(\.change.id) == ["type-changed Pet.age"])
        #expect(!report.has(.wire))
        #expect(report.has(.swift))
        #expect(report.step == .major)
        accepted.reportUnused(&problems)
        #expect(problems.diagnostics.map(\.message) == ["unknown change 'type-changed Pet.name'"])
    }

    @Test(arguments: [
        "accepted: x", "[]", "accepted: [x]", "accepted: [{change: a}]", "accepted: [{change: a, reason: ''}]",
    ])
    func refusesWhatGivesNoReason(text: String) { #expect(accepted(text).problems.hasErrors) }
}
