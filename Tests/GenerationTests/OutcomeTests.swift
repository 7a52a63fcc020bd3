import Testing

@testable import Generation

/// A response with several bodies has a property for each.
@Suite struct OutcomeTests {
    @Test func bodiesAreReadByProperties() throws {
        let document = """
            openapi: 3.1.0
            info: {title: Files, version: "1"}
            paths:
              /report:
                get:
                  operationId: readReport
                  tags: [reports]
                  responses:
                    '200':
                      description: d
                      content:
                        application/json: {schema: {type: [integer, 'null']}}
                        text/csv: {schema: {type: string}}
                    '204': {description: d}
            """
        let files = Sample.disk(Sample.output(["pets.yaml": document]))
        let text = String(decoding: try #require(files["Sources/Pets/ReportsAPI.swift"]), as: UTF8.self)
        let lines = text.split(separator: "\n").map { $0.drop { $0 == " " } }
        #expect(lines.contains("public var json: Int? {"))
        #expect(lines.contains("public var csv: String? {"))
        #expect(lines.contains("if case .csv(let value) = self { value } else { nil }"))
        #expect(!lines.contains { $0.hasPrefix("public var noContent") })
    }
}
