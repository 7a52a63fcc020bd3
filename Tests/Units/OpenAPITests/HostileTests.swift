import Diagnostics
import OpenAPI
import Testing

/// Small documents that a careless reader would spend minutes, the stack or all memory on.
@Suite(.timeLimit(.minutes(1))) struct HostileTests {
    static let header = "{\"openapi\": \"3.1.0\", \"info\": {\"title\": \"t\", \"version\": \"1\"}, "

    private func schemas(_ list: [String]) -> String {
        Self.header + "\"components\": {\"schemas\": {" + list.joined(separator: ",\n") + "}}}"
    }

    private func reference(_ name: String) -> String { "{\"$ref\": \"#/components/schemas/\(name)\"}" }

    @Test func aLongChainOfReferences() throws {
        let count = 20_000
        let chain =
            (0..<count).map { "\"S\($0)\": \(reference("S\($0 + 1)"))" } + ["\"S\(count)\": {\"type\": \"string\"}"]
        let reading = read(schemas(chain))
        #expect(reading.diagnostics.map(\.kind) == ["limit-chain"])
        #expect(reading.diagnostics[0].place == reading.document?.schemas[count - 100].place)
        let document = try #require(reading.document)
        #expect(document.schemas.count == count + 1)
        #expect(document[document.componentSchemas[0].id].reference == document.componentSchemas[1].id)
    }

    @Test func aHundredSchemasMayBeMadeOfOneAnother() throws {
        for count in [100, 101] {
            let chain = (1..<count).map { "\"S\($0)\": {\"title\": \"t\", \"allOf\": [\(reference("S\($0 + 1)"))]}" }
            let reading = read(schemas(chain + ["\"S\(count)\": {}"]))
            #expect(reading.diagnostics.map(\.kind) == (count == 100 ? [] : ["limit-chain"]))
        }
    }

    @Test func aLongChainInAnotherFile() throws {
        let count = 20_000
        let chain = (0..<count).map { "S\($0): {$ref: \"#/S\($0 + 1)\"}\n" }.joined() + "S\(count): {type: string}\n"
        let uses = (0..<1_000).map { "\"U\($0)\": {\"$ref\": \"chain.yaml#/S\($0 * 10)\"}" }
        let document = try #require(read(schemas(uses), others: ["chain.yaml": chain]).document)
        #expect(document.schemas.map(\.pointer) == ["chain.yaml#/S\(count)"])
        #expect(Set(document.componentSchemas.map(\.id)).count == 1)
    }

    @Test func aLongChainOfParameters() throws {
        let count = 10_000
        let chain =
            (0..<count).map { "\"P\($0)\": {\"$ref\": \"#/components/parameters/P\($0 + 1)\"}" }
            + ["\"P\(count)\": {\"name\": \"p\", \"in\": \"query\", \"schema\": {}}"]
        let reading = read(Self.header + "\"components\": {\"parameters\": {\(chain.joined(separator: ","))}}}")
        #expect(reading.lines == [])
        #expect(reading.document?.components.parameters.count == count + 1)
    }

    @Test func aLongCircle() throws {
        let count = 20_000
        let circle = (0..<count).map { "\"S\($0)\": \(reference("S\(($0 + 1) % count)"))" }
        let reading = read(schemas(circle))
        #expect(reading.diagnostics.map(\.kind) == ["circular-reference"])
        #expect(reading.diagnostics[0].message.utf8.count < 1_000)
        #expect(reading.diagnostics[0].notes.count == 7)
    }

    @Test func manyCircles() throws {
        let count = 5_000
        let all = (0..<count).map { index in
            "\"S\(index)\": {\"allOf\": [\(reference("S\((index + 1) % count)")), \(reference("S0"))]}"
        }
        let reading = read(schemas(all))
        #expect((90...100).contains(reading.count(.error)))
    }

    @Test func aFanOfReferences() throws {
        let count = 2_000
        let fan = (0..<count).map { index in
            let next = reference("S\(index + 1)")
            return "\"S\(index)\": {\"properties\": {\"a\": \(next), \"b\": \(next)}, \"allOf\": [\(next), \(next)]}"
        }
        let document = try #require(read(schemas(fan + ["\"S\(count)\": {}"])).document)
        #expect(document.schemas.count == count + 1)
    }

    @Test func aFanOfCallbacks() throws {
        let count = 60
        let fan = (0..<count).map { index in
            let next = index + 1 < count ? "{\"$ref\": \"#/components/callbacks/C\(index + 1)\"}" : "{}"
            return "\"C\(index)\": {\"{$url}\": {\"post\": {\"callbacks\": {\"a\": \(next), \"b\": \(next)}}}}"
        }
        let path =
            "\"paths\": {\"/a\": {\"post\": {\"callbacks\": {\"c\": {\"$ref\": \"#/components/callbacks/C0\"}}}}}, "
        let reading = read(
            Self.header + path + "\"components\": {\"callbacks\": {\(fan.joined(separator: ","))}}}")
        #expect(reading.lines == [])
        #expect(reading.document?.paths[0].operations[0].callbacks.count == 1)
    }

    @Test func manyReferencesThatLeadNowhere() throws {
        let known = (0..<1_000).map { "\"Known\($0)\": {}" }
        let lost = (0..<2_000).map { "\"Lost\($0)\": {\"items\": \(reference("Konwn\($0)"))}" }
        let reading = read(schemas(known + lost))
        #expect(reading.count(.degraded) == 2_000)
        #expect(reading.diagnostics[0].hint == "did you mean `Known0`?")
    }

    @Test func manyUnknownKeys() throws {
        let keys = (0..<30_000).map { "\"kee\($0)\": 1" }.joined(separator: ", ")
        let reading = read(Self.header + "\"paths\": {\"/a\": {\(keys)}}}")
        #expect(reading.count(.remark) == 30_000)
    }

    @Test func manyParametersThatOverride() throws {
        let list = (0..<5_000).map { "{\"name\": \"p\($0)\", \"in\": \"query\", \"schema\": {}}" }.joined(
            separator: ",")
        let reading = read(
            Self.header + "\"paths\": {\"/a\": {\"parameters\": [\(list)], \"get\": {\"parameters\": [\(list)]}}}}")
        #expect(reading.lines == [])
        #expect(reading.document?.paths[0].operations[0].parameters.count == 5_000)
    }

    @Test func pointersThroughManyReferences() throws {
        let count = 2_000
        let chain = (0..<count).map { "\"S\($0)\": \(reference("S\($0 + 1)/properties/x"))" }
        let reading = read(schemas(chain + ["\"S\(count)\": {}"]))
        #expect(reading.document != nil)
        #expect(reading.diagnostics.contains { $0.message.contains("more than 100 references") })
    }

    @Test func manySchemasInsideALongName() throws {
        let name = String(repeating: "n", count: 400_000)
        let properties = (0..<10_000).map { "\"p\($0)\": {}" }.joined(separator: ", ")
        let other = String(repeating: "n", count: 399_999)
        let document = try #require(
            read(schemas(["\"\(name)\": {\"properties\": {\(properties)}}", "\"\(other)\": {}"])).document)
        #expect(document.schemas.count == 10_002)
        #expect(document.schemas.allSatisfy { $0.pointer.utf8.count < 200 })
        #expect(Set(document.schemas.map(\.pointer)).count == 10_002)
    }

    @Test func aPathOfManyParameters() throws {
        let path = (0..<20_000).map { "{p\($0)}" }.joined()
        let reading = read(Self.header + "\"paths\": {\"/\(path)\": {\"get\": {}, \"put\": {}}}}")
        #expect(reading.count(.repaired) == 20_000)
        #expect(reading.document?.paths[0].operations.map(\.parameters.count) == [20_000, 20_000])
    }

    @Test func namesOfAnyLength() throws {
        let name = String(repeating: "n", count: 100_000)
        let reading = read(schemas(["\"\(name)\": {\"$ref\": \"#/components/schemas/\(name)x\"}"]))
        #expect(reading.document?.componentSchemas.map(\.name) == [name])
        #expect(reading.lines.allSatisfy { $0.utf8.count < 1_000 })
    }
}
