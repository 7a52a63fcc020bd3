@_spi(Naming) import ClientModel
import Diagnostics
import Testing
import YAML

@testable import Generation

/// The file of recorded names, written and read again.
@Suite struct RecordFileTests {
    @Test(arguments: ["true", "false", "null", "pet", "default", "y", "_1"])
    func readsEveryNameItWrites(name: String) throws {
        let entries = [NameRecord.Entry(.values, key: "#/components/schemas/State/enum/\"\(name)\": #", name: name)]
        let record = RecordFile(["Pets": NameRecord(spellings: [.values: .snakeCase], entries: entries)])
        var (sources, problems) = (SourceFiles(), Problems())
        let name = RecordFile.fileName
        let root = try #require(parse(record.render(), name: name, into: &sources, problems: &problems))
        #expect(RecordFile(root, problems: &problems) == record)
        #expect(!problems.hasErrors)
    }
}
