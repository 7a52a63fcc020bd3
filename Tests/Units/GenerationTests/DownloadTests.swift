import Foundation
import TestSupport
import Testing

@testable import Generation

/// Bytes that an operation returns are streamed; bytes of an error are in memory.
@Suite struct DownloadTests {
    private func source(_ responses: String) throws -> String {
        let document = """
            openapi: 3.1.0
            info: {title: Files, version: "1"}
            paths:
              /file:
                get: {operationId: getFile, tags: [files], responses: {\(responses)}}
            """
        let files = Sample.disk(Sample.output(["pets.yaml": document]))
        return String(decoding: try #require(files["Sources/Pets/FilesAPI.swift"]), as: UTF8.self)
    }

    private let json = "application/json: {schema: {type: integer}}"

    @Test(arguments: [
        "application/pdf: {schema: {type: string, format: binary}}", "application/octet-stream: {}", "'image/*': {}",
        "image/png: {}, application/zip: {}", "application/xml: {}",
    ])
    func bytesAreABodyWhateverTheirType(content: String) throws {
        let text = try source("'200': {description: d, content: {\(content)}}")
        #expect(text.contains("func get() async throws(ClientError<Never>) -> HTTPBody {"))
        #expect(text.contains("request.streams = [\"*/*\"]\n"))
        #expect(text.contains("return .output(response.body)"))
        #expect(!text.contains("import Foundation"))
        #expect(!text.contains("request.collected"))
    }

    @Test func besideJSONBytesHaveAMethodOfTheirOwn() throws {
        let text = try source(
            "'200': {description: d, content: {image/png: {}, \(json)}}, '400': {description: d, content: {\(json)}}")
        #expect(text.contains("func get() async throws(ClientError<Int>) -> Int {"))
        #expect(text.contains("func getPNG() async throws(ClientError<Int>) -> HTTPBody {"))
        #expect(text.contains("request.accept = \"application/json\"\n"))
        #expect(text.contains("request.accept = \"image/png, application/json;q=0.5\"\n"))
    }

    @Test func besideJSONOnlyTheDocumentedTypesAreStreamed() throws {
        let text = try source("'200': {description: d, content: {image/png: {}, \(json)}}, '204': {description: d}")
        #expect(text.contains("request.streams = [\"image/png\"]\n"))
        #expect(!text.contains("request.collected"))
        #expect(text.contains("case png(HTTPBody)"))
    }

    @Test func rangesLeaveJSONToBeReadAsAWhole() throws {
        let text = try source("'200': {description: d, content: {'*/*': {}, \(json)}}, '204': {description: d}")
        #expect(text.contains("request.streams = [\"*/*\"]\n"))
        #expect(text.contains("request.collected = [\"application/json\"]\n"))
    }

    @Test func errorsAreData() throws {
        let text = try source(
            "'200': {description: d, content: {\(json)}}, '400': {description: d, content: {image/png: {}}}")
        #expect(text.contains("async throws(ClientError<Data>) -> Int"))
        #expect(text.contains("return .failure(response.bytes())"))
        #expect(text.contains("import Foundation"))
        #expect(!text.contains("request.streams"))
    }
}
