import TestSupport
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

    /// What several bodies have is read without the name of the case, `nil` where a body lacks it or has it with another type.
    @Test func membersOfSeveralBodiesAreReadByProperties() throws {
        func body(_ members: String) -> String {
            "{description: d, content: {application/json: {schema: {type: object, properties: {\(members)}}}}}"
        }
        let document = """
            openapi: 3.1.0
            info: {title: Files, version: "1"}
            paths:
              /report:
                get:
                  operationId: readReport
                  tags: [reports]
                  responses:
                    '200': {description: d}
                    '400': \(body("message: {type: string}, code: {type: integer}, conflict: {type: string}"))
                    '403': \(body("message: {type: string}, at: {type: string, format: date-time}, code: {type: string}"))
                    '409': \(body("at: {type: string, format: date-time}, conflict: {type: string}"))
                    '500': {description: d, content: {text/plain: {schema: {type: string}}}}
            """
        let files = Sample.disk(Sample.output(["pets.yaml": document]))
        let text = String(decoding: try #require(files["Sources/Pets/ReportsAPI.swift"]), as: UTF8.self)
        let lines = text.split(separator: "\n").map { $0.drop { $0 == " " } }
        let start = try #require(lines.firstIndex(of: "/// The `message` of a response that has one."))
        #expect(
            lines[start...].prefix(16) == [
                "/// The `message` of a response that has one.", "public var message: String? {", "switch self {",
                "case .badRequest(let value): value.message", "case .forbidden(let value): value.message",
                "default: nil", "}", "}",
                "/// The `at` of a response that has one.", "public var at: DateTime? {", "switch self {",
                "case .forbidden(let value): value.at", "case .conflict(let value): value.at",
                "default: nil", "}", "}",
            ])
        // `code` has two types, and `conflict` is the case.
        #expect(!lines.contains("/// The `code` of a response that has one."))
        #expect(!lines.contains("/// The `conflict` of a response that has one."))
    }
}
