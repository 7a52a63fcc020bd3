import Diagnostics
import Foundation
import TestSupport
import Testing
import YAML

@testable import Generation

/// The repository's own documents, and one with everything YAML has that JSON has not, in both forms.
@Suite struct SameOutputTests {
    private static let merging = """
        openapi: 3.1.0
        info: {title: Merging, version: !!str 1.10}
        x-base: &base {type: object, properties: &names {name: {type: string, default: no}, on: {type: string, enum: [on, off, 010, 1_000]}}}
        paths:
          /a:
            get: &get
              operationId: getA
              responses:
                200:
                  description: >-
                    Folded
                    text
                  content: {application/json: {schema: {$ref: "#/components/schemas/A"}}}
        components:
          schemas:
            A: {<<: *base, description: "Emoji \\U0001F600", minimum: 1.10}
            B:
              <<: [*base, {description: not this}]
              properties: {<<: *names, day: {type: string, default: 2024-10-01}, number: {type: number, maximum: 18446744073709551615}}
        """

    static let documents = ["forsta", "runai", "shipengine", "togai", "merging"]

    @Test(arguments: documents) func ofYAMLAndJSON(_ name: String) throws {
        let file = Repository.root.appending(path: "specs/\(name).yaml")
        let yaml = name == "merging" ? Self.merging : try String(contentsOf: file, encoding: .utf8)
        var sources = SourceFiles()
        var problems = Problems()
        let tree = try #require(parse(Array(yaml.utf8), name: name, into: &sources, problems: &problems))
        let json = tree.asciiJSON
        #expect(json.hasPrefix("{\"openapi\":") || json.hasPrefix("{\"swagger\":"))
        let first = Sample.output(["pets.yaml": yaml])
        let second = Sample.output(["pets.yaml": json])
        #expect(!first.files.isEmpty)
        #expect(first.files.map(\.path) == second.files.map(\.path))
        for (one, other) in zip(first.files, second.files) { #expect(one.bytes == other.bytes, "\(one.path)") }
        #expect(first.manifest == second.manifest)
    }
}
