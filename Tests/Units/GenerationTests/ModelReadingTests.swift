import Changes
@_spi(Naming) import ClientModel
import Diagnostics
import Foundation
import OpenAPI
import TestSupport
import Testing
import YAML

@testable import Generation

/// A folder on disk as `lower` reads it.
private struct FolderFiles: InputFiles {
    var folder: URL

    func document(_ path: String) throws(LoadError) -> InputFile { try file(path, besides: path) }

    func file(_ path: String, besides document: String) throws(LoadError) -> InputFile {
        guard let data = try? Data(contentsOf: folder.appendingPathComponent(path)) else { throw .missing }
        return InputFile(name: path, path: path, bytes: Array(data))
    }
}

/// One document of each folder of the corpus, below 500 KB.
private let documents: [String] = {
    let paths = FileManager.default.enumerator(atPath: Repository.corpus.path)?.compactMap { $0 as? String } ?? []
    var folders: Set<String> = []
    return paths.sorted().filter { path in
        guard ["yaml", "yml", "json"].contains((path as NSString).pathExtension), !path.hasPrefix("lob/"),
            let data = try? Data(contentsOf: Repository.corpus.appending(path: path)), data.count < 500_000,
            data.range(of: Data("paths".utf8)) != nil
        else { return false }
        return folders.insert((path as NSString).deletingLastPathComponent).inserted
    }
}()

private func model(_ text: String) -> (api: API?, problems: Problems) {
    var sources = SourceFiles()
    var problems = Problems()
    let tree = parse(Array(text.utf8), name: "model.json", into: &sources, problems: &problems)
    return (tree.flatMap { API(model: $0, problems: &problems) }, problems)
}

@Suite struct ModelReadingTests {
    static func api(_ url: URL, record: NameRecord = NameRecord()) throws -> API {
        var sources = SourceFiles()
        var problems = Problems()
        var client = Configuration.Client(
            document: Located(url.lastPathComponent), module: Located(try #require(Identifier("Client"))))
        client.record = record
        let files = FolderFiles(folder: url.deletingLastPathComponent())
        return try #require(lower(client, from: files, sources: &sources, problems: &problems)).api
    }

    @Test(arguments: ["shipengine", "forsta", "runai", "togai"])
    func readsWhatIsWritten(service: String) throws {
        try check(Repository.root.appending(path: "specs/\(service).yaml"))
    }

    @Test func readsUnionsAndOutcomes() throws {
        try check(Repository.root.appending(path: "Tests/Integration/DiffVerdicts/base.yaml"))
    }

    @Test(.enabled(if: !documents.isEmpty, "there is no corpus beside the repository"), arguments: documents)
    func readsWhatTheCorpusGives(path: String) throws { try check(Repository.corpus.appending(path: path)) }

    @Test(.enabled(if: !documents.isEmpty, "there is no corpus beside the repository"), arguments: documents)
    func aSecondRunKeepsTheNamesOfTheFirst(path: String) throws {
        let original = try Self.api(Repository.corpus.appending(path: path))
        let again = try Self.api(Repository.corpus.appending(path: path), record: original.record)
        #expect(try modelJSON(again) == modelJSON(original))
        #expect(again.record == original.record)
    }

    /// A schema that several branches were merged into has the bounds of each.
    @Test func readsBoundsOfOneKeyword() throws {
        var original = try #require(Sample.lowered(Sample.pets))
        original.types[0].documentation.bounds = [Bound(.minimum, "0"), Bound(.minimum, "1")]
        let read = model(try modelJSON(original))
        #expect(read.problems.diagnostics.map(\.message) == [])
        #expect(read.api?.types[0].documentation.bounds == original.types[0].documentation.bounds)
    }

    /// All that is written is read, and all that is compared is written.
    private func check(_ url: URL) throws {
        let original = try Self.api(url)
        let text = try modelJSON(original)
        let read = model(text)
        let again = try #require(read.api, "\(read.problems.diagnostics)")
        #expect(try modelJSON(again) == text)
        let found = changes(from: original, to: again)
        #expect(found.isEmpty, "\(found.prefix(3).map(\.id))")
    }

    @Test(arguments: [
        ("{\"model\": 1}", "expected the format 2"), ("{\"model\": 2}", "`name` is missing"),
        ("{}", "`model` is missing"), ("{\"model\": 2, \"name\": \"A\"}", "`info` is missing"),
        ("{\"model\": 2, \"name\": \"A\", \"info\": 1}", "expected an object, not a number"),
        (
            "{\"model\": 2, \"name\": \"A\", \"info\": {\"title\": \"\", \"version\": \"\"}, \"servers\": {}}",
            "expected a list, not a mapping"
        ),
        ("[]", "expected an object, not a list"),
        ("{\"model\": \"1\"}", "expected an integer"),
    ])
    func refusesWhatIsNone(text: String, reason: String) {
        let read = model(text)
        #expect(read.api == nil)
        #expect(
            read.problems.diagnostics.map(\.message) == ["not a client model that this version can read: \(reason)"])
    }

    @Test(arguments: [
        ("\"named\": 0", "\"named\": 7", "unknown type 7"),
        ("\"id\": 0", "\"id\": 1", "the type 0 is at the wrong index"),
        ("\"name\": \"Pet\"", "\"name\": \"a b\"", "`name` has an invalid value"),
        ("\"presence\": \"required\"", "\"presence\": \"now\"", "`presence` has an invalid value"),
        ("\"scope\": \"service\"", "\"scope\": {\"type\": 0}", "the type 0 is at the wrong index"),
    ])
    func refusesWhatDoesNotFit(original: String, edited: String, reason: String) throws {
        let output = Sample.lowered(Sample.pets)
        let text = try modelJSON(try #require(output))
        #expect(text.contains(original), "\(text)")
        let read = model(text.replacing(original, with: edited))
        #expect(read.api == nil)
        #expect(
            read.problems.diagnostics.map(\.message) == ["not a client model that this version can read: \(reason)"])
    }
}

extension Sample {
    /// The client model of a document in memory.
    static func lowered(_ text: String) -> API? {
        var sources = SourceFiles()
        var problems = Problems()
        guard let module = Identifier("Pets") else { return nil }
        let client = Configuration.Client(document: Located("pets.yaml"), module: Located(module))
        return lower(
            client, from: MemoryFiles(texts: ["pets.yaml": text]), sources: &sources, problems: &problems)?.api
    }
}
