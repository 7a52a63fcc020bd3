import Changes
@_spi(Naming) import ClientModel
import Foundation
import TestSupport
import Testing
import YAML

@testable import Lowering

/// Documents whose keys and parameters have another order.
@Suite struct ReorderingTests {
    private static let name = Identifier(sanitizing: "Service")

    /// The documents of the Repository.root, and those beside it that are small.
    private static let documents: [URL] = {
        let inside = ["specs", "Tests/Integration/Corpus/Documents"].map(Repository.root.appendingPathComponent)
        let corpus = Repository.corpus
        let files = (inside + [corpus]).flatMap { folder in
            let all = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: [.fileSizeKey])
            return (all?.allObjects ?? []).compactMap { $0 as? URL }
        }
        return files.filter { file in
            let size = try? file.resourceValues(forKeys: [.fileSizeKey]).fileSize
            let isPart = ["split", "lob", "redocly-cafe-split"].contains { file.pathComponents.contains($0) }
            return ["yaml", "yml", "json"].contains(file.pathExtension) && size ?? 0 < 160_000 && !isPart
                && !file.lastPathComponent.hasPrefix("clientsmith.")
        }.sorted { $0.path < $1.path }
    }()

    /// A value whose mappings and lists of parameters are the other way round.
    private static func reversed(_ node: Node, key: String = "") -> Node {
        var node = node
        switch node.value {
        case .mapping(let mapping):
            node.value = .mapping(
                Mapping(
                    mapping.entries.reversed().map { entry in
                        var entry = entry
                        entry.value = reversed(entry.value, key: entry.key)
                        return entry
                    }))
        case .sequence(let nodes):
            let inner = nodes.map { reversed($0) }
            node.value = .sequence(key == "parameters" ? inner.reversed() : inner)
        default: break
        }
        return node
    }

    private func broken(_ file: URL, withRecord: Bool) throws -> [String] {
        let bytes = Array(try Data(contentsOf: file))
        let old = try lowered(bytes, name: file.lastPathComponent, .init(name: Self.name)).api
        let options = LoweringOptions(name: Self.name, record: withRecord ? old.record : NameRecord())
        let new = try lowered(bytes, name: file.lastPathComponent, options, edit: { Self.reversed($0) }).api
        return changes(from: old, to: new).filter { $0.verdict == .swift }.map(\.message)
    }

    @Test(arguments: documents) func theRecordKeepsCalls(file: URL) throws {
        let broken = try broken(file, withRecord: true)
        #expect(broken.isEmpty, "\(broken.joined(separator: "\n"))")
    }

    /// `diff` reports a new order of arguments that no record prevents.
    @Test func withoutTheRecordCallsBreak() throws {
        let inside = Self.documents.filter { $0.path.hasPrefix(Repository.root.path) }
        let broken = try inside.flatMap { try self.broken($0, withRecord: false) }
        #expect(broken.contains { $0.contains("takes its arguments in another order") }, "\(broken)")
        #expect(inside.count >= 6)
    }

    private func document(_ properties: String, parameters: String = "") -> String {
        """
        openapi: 3.1.0
        info: {title: T, version: '1'}
        paths: {/a: {get: {operationId: a, parameters: [\(parameters)], responses: {'204': {description: d}}}}}
        components: {schemas: {Pet: {type: object, required: [r, s], properties: {\(properties)}}}}
        """
    }

    private func labels(_ api: API) throws -> [String] {
        let type = try #require(api.types.first { $0.wireName == "Pet" })
        guard case .structure(let structure) = type.shape else { return [] }
        return structure.properties.map(\.name.text)
    }

    @Test func newMembersStayBehindWhatTheyFollow() throws {
        let old = try lowered(document("s: {}, r: {type: string}, a: {}, b: {}, c: {}, d: {}")).api
        #expect(try labels(old) == ["s", "r", "a", "b", "c", "d"])
        let options = LoweringOptions(name: Self.name, record: old.record)
        let new = try lowered(
            document("zero: {}, d: {}, two: {}, a: {}, one: {}, c: {}, r: {type: string}, s: {}"), options
        ).api
        #expect(try labels(new) == ["s", "r", "zero", "a", "c", "d", "two", "one"])
    }

    @Test func whatNeedsNoOrderIsNotRecorded() throws {
        let record = try lowered(document("s: {}, r: {}")).api.record
        #expect(record.entries.filter { $0.kind == .arguments }.map(\.name) == ["s r"])
        let single = try lowered(document("s: {}, t: {}").replacing("[r, s]", with: "[s]")).api.record
        #expect(single.entries.allSatisfy { $0.kind != .arguments })
    }

    /// What becomes required, or has a default from now on, stays where callers write it.
    @Test func ranksMoveNoRecordedArgument() throws {
        let old = try lowered(document("a: {type: string}, r: {type: string}, s: {type: string}, b: {type: string}"))
            .api
        #expect(try labels(old) == ["r", "s", "a", "b"])
        let options = LoweringOptions(name: Self.name, record: old.record)
        let text = document("a: {type: string}, r: {const: x}, s: {type: string}, b: {type: string}, c: {type: string}")
        let new = try lowered(text.replacing("[r, s]", with: "[r, b, c]"), options).api
        #expect(try labels(new) == ["r", "s", "a", "b", "c"])
    }

    @Test func parametersKeepTheirOrder() throws {
        func parameter(_ name: String, _ location: String) -> String {
            "{name: \(name), in: \(location), schema: {type: string}}"
        }
        let (a, b, c) = (parameter("a", "query"), parameter("b", "header"), parameter("c", "query"))
        func labels(_ parameters: [String], _ record: NameRecord = NameRecord()) throws -> ([String], NameRecord) {
            let options = LoweringOptions(name: Self.name, record: record)
            let api = try lowered(document("s: {}", parameters: parameters.joined(separator: ", ")), options).api
            return (api.groups[0].operations[0].parameters.map(\.name.text), api.record)
        }
        let (old, record) = try labels([a, b, c])
        #expect(old == ["a", "c", "b"])
        #expect(try labels([c, b, a]).0 == ["c", "a", "b"])
        #expect(try labels([c, b, a], record).0 == old)
        #expect(try labels([c, b, a], record).1 == record)
    }
}
