import ClientModel
import Diagnostics
import Testing

@testable import Lowering

/// What a document spells wrongly is skipped or repaired with a warning, never lost in silence.
@Suite struct MisspelledDocumentTests {
    private let text = """
        openapi: 3.0.3
        paths:
          /a:
            GET: {operationId: upper, responses: {'204': {description: d}}}
            post:
              operationId: ok
              responses:
                '200': {description: d, content: {application/json: {schema: {$ref: '#/definitions/Pet'}}}}
                '500': null
        components:
          schemas:
            Pet: {type: object, properties: {name: {type: string}}}
        """

    @Test func theRestIsRead() throws {
        let result = try lowered(text)
        #expect(result.api.groups.flatMap(\.operations).map(\.name.text) == ["ok"])
        #expect(try result.operation("ok").responses.map { "\($0.status)" } == ["code(200)"])
        #expect(result.typeNames == ["Pet"])
        #expect(try result.properties("Pet") == ["name: string?"])
    }

    @Test func everyLossIsAWarning() throws {
        let result = try lowered(text)
        let found = Set(result.problems.diagnostics.map { "\($0.severity.rawValue) \(result.text(at: $0.place))" })
        #expect(
            found.isSuperset(of: ["leftOut GET", "leftOut '500'", "repaired '#/definitions/Pet'"]), "\(found.sorted())")
        #expect(!result.problems.hasErrors)
    }
}
