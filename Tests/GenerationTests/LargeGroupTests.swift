import Foundation
import Testing

@testable import Generation

/// A group of operations that is too large for one file is divided by operation.
@Suite struct LargeGroupTests {
    /// Files of the group and their text, for a document with one tag and operations of the given numbers.
    private func files(_ numbers: [Int]) -> [String: String] {
        let operations = numbers.map { number in
            """
              /things/\(number)/{id}:
                get:
                  operationId: read thing \(number)
                  tags: [things]
                  parameters: [{name: id, in: path, required: true, schema: {type: string}}]
                  responses:
                    "200": {description: d, content: {application/json: {schema: {type: object, properties: {n: {type: integer}}}}}}

            """
        }
        let document = """
            openapi: 3.0.3
            info: {title: Pets, version: "1"}
            paths:
            \(operations.joined())
            """
        let swift = Sample.output(["pets.yaml": document]).files.filter {
            $0.path.hasPrefix("Sources/Pets/") && $0.path.contains("ThingsAPI")
        }
        return Dictionary(
            uniqueKeysWithValues: swift.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) })
    }

    @Test func smallGroupsAreOneFile() {
        #expect(files(Array(0..<10)).keys.sorted() == ["Sources/Pets/ThingsAPI.swift"])
    }

    @Test func largeGroupsAreDividedAndAnotherOperationChangesNoFileOfAnother() throws {
        let files = files(Array(0..<150))
        #expect(files.count == 151)
        #expect(files.values.allSatisfy { $0.utf8.count { $0 == UInt8(ascii: "\n") } <= 5_000 })
        let whole = files.values.joined()
        for number in 0..<150 { #expect(whole.contains("func read\(number)(")) }
        let grown = self.files([200] + Array(0..<150))
        #expect(grown.count == 152)
        let changed = files.filter { grown[$0.key] != $0.value }.keys.sorted()
        #expect(changed == [])
    }
}
