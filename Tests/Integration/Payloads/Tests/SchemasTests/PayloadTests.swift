import Foundation
import SchemasRuntime
import Testing

/// How payloads of one case are read and written.
struct Reading: Sendable {
    /// What a payload is read as, and what is written of it.
    let read: @Sendable (Data) throws -> (outline: String, written: Data)
    /// The same by Foundation's coders.
    let readByFoundation: @Sendable (Data) throws -> (outline: String, written: Data)

    init<Value: Codable & Hashable & Sendable>(_ type: Value.Type) {
        read = { data in
            let payload = try JSONValue(json: data)
            let value = try payload.decode(as: type)
            let written = try JSONValue(encoding: value)
            if written == payload {
                let again = try written.decode(as: type)
                #expect(again == value)
                #expect(again.hashValue == value.hashValue)
            }
            return (outline(value), Data(written.description.utf8))
        }
        readByFoundation = { data in
            let value = try JSONDecoder().decode(type, from: data)
            return (outline(value), try JSONEncoder().encode(value))
        }
    }
}

/// One payload of a case, as `clientsmith_tests.payloads` lists it.
struct Row: Decodable, Sendable, CustomTestStringConvertible {
    var name: String
    var module: String
    /// How the document was changed: `reversed`, `long` or not at all.
    var variant: String
    var json: String
    var reads: String
    var writes: String

    var testDescription: String { "\(name) \(variant): \(json)" }

    static let all: [Row] = {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "rows.json")
        guard let data = try? Data(contentsOf: file) else { return [] }
        return (try? JSONDecoder().decode([Row].self, from: data)) ?? []
    }()
}

@Suite struct PayloadTests {
    @Test func thereAreCases() {
        let names = Dictionary(grouping: Set(Row.all.map(\.name))) { $0.prefix { $0 != "/" } }
        #expect(names["unions"]?.count ?? 0 >= 40)
        #expect(names["allOf"]?.count ?? 0 >= 30)
        #expect(Set(Row.all.filter { $0.variant == "long" }.map(\.name)).count >= 6)
    }

    @Test(arguments: Row.all) func isReadAndWritten(_ row: Row) throws {
        let reading = try #require(readings[row.module])
        try check(row, reading.read)
        // Foundation writes numbers, letters of UUIDs and slashes its own way; what is read must not differ.
        let isExact = try JSONValue(json: Data(row.writes.utf8)) == JSONValue(json: Data(row.json.utf8))
        try check(row, reading.readByFoundation, isExact: isExact && !row.name.hasSuffix("foundation-types"))
    }

    private func check(
        _ row: Row, _ read: (Data) throws -> (outline: String, written: Data), isExact: Bool = true
    ) throws {
        let payload = Data(row.json.utf8)
        if row.reads == "refused" {
            #expect(throws: (any Error).self) { try read(payload) }
            return
        }
        let (outline, written) = try read(payload)
        #expect(outline == row.reads)
        if isExact { #expect(try JSONValue(json: written) == JSONValue(json: Data(row.writes.utf8))) }
    }
}
