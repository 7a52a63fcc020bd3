@_spi(Naming) import ClientModel
import Testing

@testable import Lowering

@Suite struct AnswerTests {
    private let pet = "content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}"
    private let problem = "content: {application/json: {schema: {$ref: '#/components/schemas/Problem'}}}"
    private let fault = "content: {application/json: {schema: {$ref: '#/components/schemas/Fault'}}}"

    @Test(
        arguments: [
            ("200 PET", "Void", "Pet"), ("200 PET, 400 PROBLEM", "Problem", "Pet"),
            ("200 PET, 400 PROBLEM, 500 PROBLEM, default PROBLEM", "Problem", "Pet"),
            ("200 PET, 400 PROBLEM, 500 FAULT", "CreateFailure(problem: Problem, fault: Fault)", "Pet"),
            ("200 PET, 201 PET", "Never", "Pet"), ("204 NONE", "Never", "Void"),
            ("200 NONE, 404 NONE", "Never", "Void"),
            ("200 PET, 204 NONE", "Never", "CreateOutput(ok: Pet, noContent: -)"),
            ("200 PET, 202 PROBLEM", "Never", "CreateOutput(ok: Pet, accepted: Problem)"),
            ("2XX PET, 4XX PROBLEM", "Problem", "Pet"), ("default PET", "Never", "Pet"),
            ("default NONE", "Never", "Void"), ("302 NONE", "Never", "Void"),
            ("302 NONE, 400 PROBLEM", "Problem", "Void"), ("302 NONE, default PROBLEM", "Problem", "Void"),
            ("400 PROBLEM, default PET", "Problem", "Pet"), ("200 PET, 304 NONE", "Never", "Pet"),
        ])
    func answers(responses: String, failure: String, output: String) throws {
        let list = responses.split(separator: ", ").map { entry in
            let parts = entry.split(separator: " ")
            let content = ["PET": pet, "PROBLEM": problem, "FAULT": fault][String(parts[1])].map { ", " + $0 } ?? ""
            return "  '\(parts[0])': {description: d\(content)}"
        }
        let (_, _, text) = try loweredOperation("operationId: create\nresponses:\n" + list.joined(separator: "\n"))
        let expected = failure == "Void" ? "Never" : failure
        #expect(text == "pets.create() throws(\(expected)) -> \(output)")
    }

    /// The cases keep their names when another status gets one of the bodies.
    @Test(
        arguments: [
            ("404 Missing, 429 Limited", "missing: MissingResponse, limited: LimitedResponse"),
            ("401 Limited, 404 Missing, 429 Limited", "limited: LimitedResponse, missing: MissingResponse"),
        ])
    func failuresOfSharedAnswersAreNamedAfterThem(responses: String, cases: String) throws {
        let list = responses.split(separator: ", ").map { entry in
            let parts = entry.split(separator: " ")
            return "  '\(parts[0])': {$ref: '#/components/responses/\(parts[1])'}"
        }
        let components = ["Missing", "Limited"].map { name in
            let schema = "{type: object, properties: {\(name.lowercased()): {type: string}}}"
            return "    \(name): {description: d, content: {application/json: {schema: \(schema)}}}"
        }
        let (_, _, text) = try loweredOperation(
            (["operationId: create", "responses:", "  '204': {description: d}"] + list).joined(separator: "\n"),
            components: (["  responses:"] + components).joined(separator: "\n"))
        #expect(text == "pets.create() throws(CreateFailure(\(cases))) -> Void")
    }

    @Test func meaningsOfStatuses() throws {
        let (_, operation, _) = try loweredOperation(
            """
            responses:
              '200': {description: d, \(pet)}
              '204': {description: d}
              '404': {description: d}
              '4XX': {description: d, \(problem)}
              default: {description: d, \(fault)}
            """)
        func describe(_ branches: [Response.Branch]) -> String {
            branches.map { branch in
                switch branch.meaning {
                case .output(let index): "output \(index ?? -1)"
                case .failure(let index): "failure \(index ?? -1)"
                case .unmodelled: "unmodelled"
                }
            }.joined(separator: ", ")
        }
        #expect(operation.responses.map(\.status) == [.code(200), .code(204), .code(404), .range(4), .default])
        #expect(
            operation.responses.map { describe($0.branches) } == [
                "output 0", "output 1", "unmodelled", "failure 0", "failure 1",
            ])
    }

    @Test func onlyDefaultIsASuccessWithinTheTwoHundreds() throws {
        let (_, operation, _) = try loweredOperation("responses: {default: {description: d, \(pet)}}")
        #expect(operation.responses.map(\.status) == [.range(2)])
    }

    @Test func eachMediaTypeOfASuccessHasItsMethod() throws {
        let (result, operation, text) = try loweredOperation(
            """
            operationId: export
            responses:
              '200':
                description: d
                content:
                  text/csv: {schema: {type: string}}
                  application/json: {schema: {$ref: '#/components/schemas/Pet'}}
                  text/event-stream: {schema: {$ref: '#/components/schemas/Pet'}}
              '400': {description: d, content: {application/json: {}, text/plain: {}}}
            """)
        #expect(text == "pets.export() throws(ExportFailure(json: json, text: string)) -> Pet")
        #expect(
            operation.documentation.facts == [
                "`exportCSV` returns `text/csv`.", "`exportStream` returns `text/event-stream`.",
            ])
        let operations = result.api.groups[0].operations
        #expect(operations.map(\.name.text) == ["export", "exportCSV", "exportStream"])
        #expect(operations.map(\.typeName.text) == ["Export", "ExportCSV", "ExportStream"])
        #expect(operations.map(\.variant) == [nil, "text/csv", "text/event-stream"])
        for operation in operations {
            let wanted = operation.variant ?? "application/json"
            #expect(operation.responses[0].contents.map(\.mediaType.text) == [wanted])
            #expect(operation.responses[0].branches.map(\.content?.mediaType.text) == [wanted])
            #expect(operation.responses.map(\.isNegotiated) == [true, false])
            #expect(operation.responses[1].branches.count == 2)
            guard case .several(let name, _) = operation.failure else { throw Mismatch("\(operation.failure)") }
            #expect(name.text == "ExportFailure")
        }
    }

    /// Which of them answers is not for the caller to choose.
    @Test func statusesWithOtherMediaTypesStayTogether() throws {
        let (_, _, text) = try loweredOperation(
            """
            operationId: export
            responses:
              '200': {description: d, content: {application/json: {}, text/csv: {}}}
              '202': {description: d, content: {application/json: {}}}
              '204': {description: d}
            """)
        #expect(text == "pets.export() throws(Never) -> ExportOutput(json: json, csv: string, noContent: -)")
    }

    @Test func aStatusCanLackMediaTypesOfOtherMethods() throws {
        let (result, operation, text) = try loweredOperation(
            """
            operationId: export
            responses:
              '200': {description: d, content: {application/json: {}, text/csv: {}}}
              '207': {description: d, content: {application/json: {}}}
            """)
        #expect(text == "pets.export() throws(Never) -> json")
        #expect(operation.responses.map(\.branches.count) == [1, 1])
        let csv = try #require(result.api.groups[0].operations.last)
        #expect(csv.name.text == "exportCSV")
        #expect(csv.responses.map(\.isOutput) == [true, false])
        #expect(csv.responses.map(\.isDocumentedStatus) == [false, true])
    }

    @Test func everyStatusHasTheMediaTypeOfThePlainMethod() throws {
        let (_, _, text) = try loweredOperation(
            """
            operationId: export
            responses:
              '200': {description: d, content: {application/json: {}, text/csv: {}}}
              '207': {description: d, content: {text/csv: {}}}
            """)
        #expect(text == "pets.export() throws(Never) -> ExportOutput(json: json, csv: string)")
    }

    /// An operation that returns the contents.
    private func export(_ content: String, _ record: NameRecord = NameRecord()) throws -> Lowered {
        try lowered(
            Array(
                """
                openapi: 3.1.0
                info: {title: t, version: '1'}
                paths:
                  /pets:
                    get:
                      operationId: export
                      responses: {'200': {description: d, content: {\(content)}}}
                """.utf8),
            name: "openapi.yaml", LoweringOptions(name: Identifier(sanitizing: "Service"), record: record))
    }

    /// Its first media type names it, and it asks for all of them.
    @Test func mediaTypesOfOneBodyShareAMethod() throws {
        func methods(_ types: [String], _ record: NameRecord = NameRecord()) throws -> (Lowered, [String]) {
            let result = try export(types.map { "\($0): {}" }.joined(separator: ", "), record)
            return (result, result.api.groups[0].operations.map(\.name.text))
        }
        let (result, names) = try methods(["video/mp4", "image/webp", "application/json"])
        #expect(names == ["export", "exportMP4"])
        let (plain, video) = (result.api.groups[0].operations[0], result.api.groups[0].operations[1])
        #expect(plain.outputTypes == ["application/json"])
        #expect(plain.documentation.facts == ["`exportMP4` returns `video/mp4` or `image/webp`."])
        #expect(video.outputTypes == ["video/mp4", "image/webp"])
        #expect(video.responses[0].contents.map(\.mediaType.text) == ["video/mp4", "image/webp"])
        // A media type more, before it, changes no name.
        let types = ["image/png", "image/webp", "application/json", "video/mp4"]
        let (grown, same) = try methods(types, result.api.record)
        #expect(same == names)
        #expect(grown.api.groups[0].operations[1].outputTypes == ["image/png", "image/webp", "video/mp4"])
    }

    /// A media type more never changes what a recorded method returns.
    @Test func aPlainMethodKeepsItsMediaType() throws {
        func methods(_ result: Lowered) -> [String] {
            result.api.groups[0].operations.map { operation in
                guard case .single(let content) = operation.output else { return operation.name.text }
                return "\(operation.name): \(content.mediaType.text)"
            }
        }
        let before = try export("text/csv: {}")
        #expect(methods(before) == ["export: text/csv"])
        let more = "application/pdf: {}, application/json: {}, text/csv: {}"
        #expect(
            methods(try export(more)) == [
                "export: application/json", "exportPDF: application/pdf", "exportCSV: text/csv",
            ])
        let after = try export(more, before.api.record)
        #expect(
            methods(after) == ["export: text/csv", "exportPDF: application/pdf", "exportJSON: application/json"])
        #expect(methods(try export(more, after.api.record)) == methods(after))
        let json = try export("application/json: {}")
        #expect(methods(try export(more, json.api.record)) == methods(try export(more)))
    }

    @Test func methodsForAMediaTypeStandBehindOthers() throws {
        let result = try lowered(
            """
            openapi: 3.1.0
            info: {title: t, version: '1'}
            paths:
              /a:
                get:
                  operationId: export
                  tags: [pets]
                  responses: {'200': {description: d, content: {application/json: {}, text/csv: {}}}}
              /a/b:
                get: {operationId: exportCSV, tags: [pets], responses: {}}
            """)
        #expect(result.api.groups[0].operations.map(\.name.text) == ["export", "exportCSV2", "exportCSV"])
    }

    @Test func equalsOfJSONAreNotChosenBetween() throws {
        let all = ["text/plain", "application/json", "text/json", "application/*+json", "application/xml"].map {
            "    \($0): {schema: {$ref: '#/components/schemas/Pet'}}"
        }.joined(separator: "\n")
        let (result, operation, text) = try loweredOperation(
            "operationId: save\nrequestBody:\n  content:\n\(all)\nresponses:\n  '200':\n    description: d\n    content:\n"
                + all.split(separator: "\n").map { "  " + $0 }.joined(separator: "\n"))
        #expect(text == "pets.save(_: Pet or binary?) throws(Never) -> Pet")
        #expect(operation.responses[0].contents.count == 5)
        #expect(operation.body?.contents.map(\.mediaType.text) == ["application/json", "application/xml"])
        #expect(result.findings == Array(repeating: "remark same-body", count: 7))
    }

    @Test(
        arguments: [
            ("application/json", "json"), ("application/problem+json", "json"),
            ("application/json; charset=utf-8", "json"),
            ("APPLICATION/JSON", "json"), ("*/*", "json"), ("application/*", "json"), ("text/json", "json"),
            ("application/x-www-form-urlencoded", "form"), ("multipart/form-data", "multipart"),
            ("multipart/mixed", "multipart"), ("text/plain", "text"), ("text/csv", "text"), ("text/html", "text"),
            ("application/xml", "binary"), ("text/xml", "binary"), ("application/atom+xml", "binary"),
            ("image/png", "binary"), ("application/octet-stream", "binary"), ("application/pdf", "binary"),
            ("text/event-stream", "eventStream"), ("application/x-ndjson", "jsonLines"),
            ("application/jsonl", "jsonLines"), ("application/json-seq", "jsonLines"),
        ])
    func kinds(mediaType: String, kind: String) {
        #expect(mediaKind(mediaType, hasStructure: true).rawValue == kind)
    }

    @Test func sequences() throws {
        let (_, _, text) = try loweredOperation(
            """
            operationId: watch
            responses:
              '200':
                description: d
                content:
                  text/event-stream: {schema: {$ref: '#/components/schemas/Pet'}}
            """)
        #expect(text == "pets.watch() throws(Never) -> Pet")
        let (_, lines, _) = try loweredOperation(
            """
            operationId: watch
            responses:
              '200':
                description: d
                content:
                  application/jsonl: {schema: {type: array, items: {$ref: '#/components/schemas/Pet'}}}
            """)
        guard case .single(let content) = lines.output else { throw Mismatch("\(lines.output)") }
        #expect(content.mediaType.kind == .jsonLines)
        guard case .named = content.type else { throw Mismatch("\(content.type)") }
    }
}
