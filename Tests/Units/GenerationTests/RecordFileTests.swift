@_spi(Naming) import ClientModel
import Diagnostics
import Testing
import YAML

@testable import Generation

/// The file of recorded names, written and read again.
@Suite struct RecordFileTests {
    @Test(arguments: ["true", "false", "null", "pet", "default", "y", "_1"])
    func readsEveryNameItWrites(name: String) throws {
        let entries = [
            NameRecord.Entry(.values, key: "#/components/schemas/State/enum/\"\(name)\": #", name: name),
            NameRecord.Entry(.arguments, key: "#/components/schemas/State", name: "\(name) other"),
        ]
        let record = RecordFile(["Pets": NameRecord(spellings: [.values: .snakeCase], entries: entries)])
        var (sources, problems) = (SourceFiles(), Problems())
        let name = RecordFile.fileName
        let root = try #require(parse(record.render(), name: name, into: &sources, problems: &problems))
        #expect(RecordFile(root, problems: &problems) == record)
        #expect(!problems.hasErrors)
    }

    @Test(arguments: ["a b-c", "a, b", "[a, b]", "1"])
    func labelsMustBeIdentifiers(labels: String) throws {
        var (sources, problems) = (SourceFiles(), Problems())
        let text = "Pets:\n  arguments:\n    \"#/a\": \(labels)\n"
        let root = try #require(parse(Array(text.utf8), name: "r.yaml", into: &sources, problems: &problems))
        #expect(RecordFile(root, problems: &problems) == nil)
        #expect(problems.diagnostics.map(\.message) == ["a list of labels, separated by spaces, is expected here"])
    }

    @Test func summariesCountNamesAndOrders() {
        let name = NameRecord.Entry(.values, key: "a", name: "b")
        let orders = ["c", "d"].map { NameRecord.Entry(.arguments, key: $0, name: "a b") }
        let record = RecordFile(["Pets": NameRecord(entries: [name] + orders)])
        #expect(record.additions(to: RecordFile()).summary == "1 name and 2 argument orders")
        #expect(record.additions(to: RecordFile(["Pets": NameRecord(entries: orders)])).summary == "1 name")
        #expect(record.additions(to: record).isEmpty)
    }
}
