import Foundation
import TestSupport
import Testing

@testable import Generation

/// What a document that only grows changes of the files.
@Suite struct GrowthTests {
    private static let schema = """
            Toy:
              type: object
              properties: {label: {type: string}}

        """
    private static let operation = """
          /toys:
            get:
              operationId: listToys
              tags: [TAG]
              responses:
                "200":
                  description: All toys.
                  content:
                    application/json:
                      schema: {type: array, items: {$ref: "#/components/schemas/Toy"}}

        """

    /// What is added, what changes, both in order of path; what else is in the package stays as it is.
    private static let cases: [(name: String, added: [String], changed: [String])] = [
        (
            "schema", ["Sources/Pets/Types/Toy.swift"],
            ["Documentation/Pets/README.md", "Tests/PetsTests/RoundTripTests.swift"]
        ),
        (
            "schema, operation", ["Sources/Pets/Types/Toy.swift"],
            [
                "Documentation/Pets/PetsAPI.md", "Documentation/Pets/README.md", "Sources/Pets/PetsAPI.swift",
                "Tests/PetsTests/RoundTripTests.swift",
            ]
        ),
        (
            "schema, operation, tag",
            ["Documentation/Pets/ToysAPI.md", "Sources/Pets/ToysAPI.swift", "Sources/Pets/Types/Toy.swift"],
            ["Documentation/Pets/README.md", "Sources/Pets/Pets.swift", "Tests/PetsTests/RoundTripTests.swift"]
        ),
    ]

    /// The sample with the additions in front of what it has, or behind.
    private func grown(_ name: String, inFront: Bool) -> String {
        let operation = Self.operation.replacing("TAG", with: name.hasSuffix("tag") ? "toys" : "pets")
        let paths = name.contains("operation") ? operation : ""
        let text = Sample.pets + "\n"
        if inFront {
            return text.replacing("paths:\n", with: "paths:\n" + paths)
                .replacing("  schemas:\n", with: "  schemas:\n" + Self.schema)
        }
        return text.replacing("components:\n", with: paths + "components:\n") + Self.schema
    }

    @Test(arguments: cases.indices, [true, false]) func changesOnlyWhatItMust(index: Int, inFront: Bool) throws {
        let (name, added, changed) = Self.cases[index]
        let before = Sample.disk(Sample.output())
        let output = Sample.output(["pets.yaml": grown(name, inFront: inFront)])
        #expect(Sample.text(output) == "")
        let after = Sample.disk(output)
        #expect(Set(before.keys).subtracting(after.keys) == [])
        #expect(after.keys.filter { before[$0] == nil }.sorted() == added)
        let differing = before.keys.filter { before[$0] != after[$0] }.sorted()
        #expect(differing == changed + ["clientsmith.json"])
        for path in changed {
            let new = Set(lines(after[path]))
            #expect(lines(before[path]).filter { !new.contains($0) } == [], "\(path) lost lines")
        }
    }

    private func lines(_ bytes: [UInt8]?) -> [String] {
        String(decoding: bytes ?? [], as: UTF8.self).split(separator: "\n").map(String.init)
    }
}
