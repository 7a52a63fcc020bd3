import Foundation
import TestSupport
import Testing

@testable import Generation

/// A group of operations that is too large for one file is divided by operation.
@Suite struct LargeGroupTests {
    /// Files of the group and their text, for a document with one tag and operations of the given numbers.
    private func files(_ numbers: [Int], in folder: String = "Sources/Pets/") -> [String: String] {
        let operations = numbers.map { number in
            """
              /things/\(number)/{id}:
                get:
                  operationId: read thing \(number)
                  tags: [things]
                  parameters: [{name: id, in: path, required: true, schema: {type: string}}]
                  responses:
                    "200": {description: d, content: {application/json: {schema: {type: object, properties: {n\(number): {type: integer}}}}}}

            """
        }
        let document = """
            openapi: 3.0.3
            info: {title: Pets, version: "1"}
            paths:
            \(operations.joined())
            """
        let files = Sample.output(["pets.yaml": document]).files.filter { $0.path.hasPrefix(folder) }
        return Dictionary(
            uniqueKeysWithValues: files.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) }
        ).filter { folder.hasPrefix("Documentation") || $0.key.contains("ThingsAPI") }
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

    /// Hosts do not render large files. Every link leads to the page that has the method.
    @Test func pagesOfLargeGroupsAreDivided() {
        let folder = "Documentation/Pets/"
        let pages = files(Array(0..<250), in: folder)
        let own = ["README.md", "ThingsAPI-2.md", "ThingsAPI-3.md", "ThingsAPI.md"].map { folder + $0 }
        #expect(pages.keys.sorted() == own)
        for (path, text) in pages {
            let links = text.matches(of: /\]\(([^)#]*)#(read\d+)\)/)
            #expect(path.hasSuffix("README.md") || !links.isEmpty)
            for link in links {
                let target = link.1.isEmpty ? path : folder + link.1
                #expect(pages[target]?.contains("\n## \(link.2)\n") == true, "\(path): \(link.0)")
            }
        }
        #expect(pages[folder + "README.md"]?.contains("](ThingsAPI-3.md#read249)") == true)
    }
}
