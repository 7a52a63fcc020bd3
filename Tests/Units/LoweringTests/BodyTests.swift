import ClientModel
import Diagnostics
import Testing

@testable import Lowering

@Suite struct BodyTests {
    private func body(_ content: String) throws -> (Lowered, ClientModel.Operation) {
        let (result, operation, _) = try loweredOperation(
            "operationId: send\nrequestBody:\n  content:\n    \(content)\nresponses: {'204': {description: d}}")
        return (result, operation)
    }

    private func answer(_ content: String) throws -> (Lowered, ClientModel.Operation) {
        let (result, operation, _) = try loweredOperation(
            "operationId: get\nresponses:\n  '200':\n    description: d\n    content:\n      \(content)")
        return (result, operation)
    }

    @Test func everyMediaTypeOfARequestMayBeSent() throws {
        let pet = "{schema: {$ref: '#/components/schemas/Pet'}}"
        let (result, operation) = try body(
            "{application/json: \(pet), application/xml: \(pet), application/x-www-form-urlencoded: \(pet), "
                + "application/merge-patch+json: \(pet), text/json: \(pet)}")
        #expect(operation.body?.choice?.caseNames.map(\.text) == ["json", "xml", "form", "mergePatchJSON"])
        #expect(result.findings == ["remark same-body"])
        #expect(result.text(at: result.problems.diagnostics[0].place) == "text/json")
    }

    @Test(arguments: ["application/xml", "text/vnd.pet"])
    func structureThatIsTheCallersAlone(mediaType: String) throws {
        let (result, _) = try body("{\(mediaType): {schema: {$ref: '#/components/schemas/Pet'}}}")
        #expect(result.findings == ["degraded raw-body"])
        let (other, _) = try answer("{\(mediaType): {schema: {$ref: '#/components/schemas/Pet'}}}")
        #expect(other.findings == ["degraded raw-body"])
        let (plain, _) = try body("{\(mediaType): {schema: {type: string}}}")
        #expect(plain.findings == [])
    }

    @Test func bytesUnderTheNameOfJSON() throws {
        let (_, operation) = try answer("{application/json: {schema: {type: string, format: binary}}}")
        #expect(operation.responses[0].branches[0].content?.mediaType.kind == .binary)
        #expect(operation.responses[0].branches[0].content?.type == .scalar(.binary))
        let (_, sent) = try body("{application/json: {schema: {type: string, format: binary}}}")
        #expect(sent.body?.contents[0].mediaType.kind == .binary)
    }

    @Test(arguments: ["get", "delete"]) func bodiesThatSayNothing(method: String) throws {
        func lowered(_ schema: String) throws -> Lowered {
            try LoweringTests.lowered(
                """
                openapi: 3.0.3
                info: {title: T, version: '1'}
                paths:
                  /a:
                    \(method):
                      operationId: a
                      requestBody: {content: {application/json: {schema: \(schema)}}}
                      responses: {'204': {description: d}}
                """)
        }
        let empty = try lowered("{type: object}")
        #expect(try empty.operation("a").body == nil)
        #expect(empty.findings == ["remark empty-body"])
        #expect(try lowered("{type: object, properties: {a: {type: string}}}").operation("a").body != nil)
        #expect(try lowered("{type: array, items: {type: string}}").operation("a").body != nil)
    }

    @Test func textsThatAreReadByTheirContentType() throws {
        let (result, _) = try answer(
            "{'*/*': {}, application/json: {schema: {type: string}}, text/plain: {schema: {type: string}}, 'image/*': {}}"
        )
        #expect(
            result.api.groups[0].operations.map(\.outputTypes) == [
                ["text/plain", "application/json"], ["image/*", "*/*"],
            ])
    }

    @Test func textBesideJSONOfNoSchema() throws {
        let (_, operation) = try answer("{application/json: {}, text/plain: {}}")
        guard case .single(let content) = operation.output else { throw Mismatch("\(operation.output)") }
        #expect(content.mediaType.kind == .json)
    }

    @Test func partsOfAnAnswer() throws {
        let (result, operation) = try answer(
            "{multipart/form-data: {schema: {type: object, properties: {photo: {type: string, format: binary}, n: {type: integer}}}}}"
        )
        guard case .single(let content) = operation.output else { throw Mismatch("\(operation.output)") }
        #expect(content.mediaType.kind == .multipart)
        #expect(try result.properties("PetsAPI.GetMultipartResponse") == ["photo: binary?", "n: integer?"])
        #expect(result.findings == [])
        let (other, mixed) = try answer("{multipart/mixed: {}}")
        guard case .single(let parts) = mixed.output else { throw Mismatch("\(mixed.output)") }
        #expect(other.api.describe(parts.type) == "[binary]")
    }

    @Test func partsWhoseHeadersNobodyCanGive() throws {
        let (result, operation) = try body(
            """
            multipart/form-data:
                  schema:
                    type: object
                    properties:
                      photo: {type: string, format: binary}
                      photos: {type: array, items: {type: string, format: binary}}
                      note: {type: string}
                  encoding:
                    photo: {contentType: 'image/png, image/jpeg', headers: {X-A: {schema: {type: string}}}}
                    photos: {headers: {X-B: {schema: {type: string}}}}
                    note: {headers: {X-C: {schema: {type: string}}, Content-Type: {schema: {type: string}}}}
            """)
        #expect(result.findings == ["leftOut part-header"])
        #expect(
            operation.body?.contents[0].encodings.map(\.contentType) == ["image/png, image/jpeg", nil, nil])
    }

    @Test func eventsAsAWholeOrTheirDataAlone() throws {
        let event = "{type: object, properties: {data: {type: string}, event: {const: a}}}"
        let (_, whole) = try answer("{text/event-stream: {itemSchema: \(event)}}")
        #expect(whole.responses[0].contents[0].isWholeEvent)
        let (_, union) = try answer("{text/event-stream: {itemSchema: {oneOf: [\(event), \(event)]}}}")
        #expect(union.responses[0].contents[0].isWholeEvent)
        let (_, data) = try answer("{text/event-stream: {itemSchema: {$ref: '#/components/schemas/Pet'}}}")
        #expect(!data.responses[0].contents[0].isWholeEvent)
        let (_, old) = try answer("{text/event-stream: {schema: \(event)}}")
        #expect(!old.responses[0].contents[0].isWholeEvent)
    }

    @Test func onlyARedirectIsWhatIsReturned() throws {
        let (_, operation, _) = try loweredOperation(
            "responses: {'302': {description: d, headers: {Location: {schema: {type: string, format: uri}}}}}")
        #expect(operation.returnsRedirect)
        let (_, other, _) = try loweredOperation("responses: {'200': {description: d}, '302': {description: d}}")
        #expect(!other.returnsRedirect)
    }

    @Test func parametersOfOtherMediaTypes() throws {
        let (result, operation, _) = try loweredOperation(
            """
            parameters:
              - {name: j, in: query, content: {application/json: {schema: {type: object}}}}
              - {name: t, in: query, content: {text/plain: {schema: {type: integer}}}}
              - {name: x, in: query, content: {application/xml: {schema: {$ref: '#/components/schemas/Pet'}}}}
              - {name: f, in: query, content: {application/x-www-form-urlencoded: {schema: {type: object}, encoding: {a: {explode: false}}}}}
            responses: {'204': {description: d}}
            """)
        let kinds = operation.parameters.map { parameter -> String in
            if case .content(let mediaType) = parameter.encoding { mediaType.kind.rawValue } else { "style" }
        }
        #expect(kinds == ["json", "text", "text", "form"])
        #expect(operation.parameters.map { result.api.describe($0.type) }[1...2] == ["integer", "string"])
        #expect(operation.parameters[3].members.map(\.wireName) == ["a"])
        #expect(result.findings == ["degraded raw-parameter"])
    }

    @Test func objectsThatAreNoArchives() throws {
        let result = try lowered(
            """
            swagger: '2.0'
            info: {title: Test, version: '1'}
            paths:
              /a:
                get:
                  operationId: a
                  produces: [application/x-tar]
                  responses:
                    '200': {description: d, schema: {type: string, format: binary}}
                    '404': {description: d, schema: {$ref: '#/definitions/Fault'}}
            definitions: {Fault: {type: object, properties: {a: {type: string}}}}
            """)
        let responses = try result.operation("a").responses
        #expect(responses.map { $0.contents.map(\.mediaType.kind) } == [[.binary], [.json]])
        #expect(result.findings == ["repaired structured-bytes"])
    }
}
