import Foundation
import TestSupport
import Testing

/// `clientsmith suggest`.
@Suite struct SuggestTests {
    private let folder: Scratch

    init() throws {
        folder = try Scratch()
        try folder.write(Self.document, to: "chat.yaml")
    }

    @Test func namesOfTheDocumentAreConverted() throws {
        let run = try Tool.run("suggest", "chat.yaml", "--module", "Chat", in: folder)
        #expect(run.status == 0, "\(run.errors)")
        #expect(
            run.output == """
                # Groups and names, to be reviewed and moved to your configuration. What you remove is named by the document.
                clients:
                  - document: "chat.yaml"
                    module: Chat
                    groups:
                      chat.completions:
                        operations:
                          - "POST /chat/completions"
                      files:
                        operations:
                          - "GET /files"
                          - "DELETE /files/{id}"
                          - "GET /files/{id}"
                    names:
                      "#/paths/~1chat~1completions/post": createOne
                      "#/paths/~1files/get": list
                      "#/paths/~1files~1{id}/delete": delete
                      "#/paths/~1files~1{id}/get": retrieve
                      "#/paths/~1files~1{id}/get/parameters/0": fileID
                      "#/components/schemas/Answer": ChatAnswer
                      "#/components/schemas/Answer/properties/n": count

                """)
    }

    /// What is printed is a configuration that gives the same names.
    @Test func theOutputIsAConfiguration() throws {
        let run = try Tool.run("suggest", "chat.yaml", "--module", "Chat", "--types", in: folder)
        #expect(run.output.contains(#"{ type: "#))
        try folder.write("output: Chat\npackage: ChatClient\n" + run.output, to: "clientsmith.yaml")
        let generated = try Tool.run("generate", "--config", "clientsmith.yaml", in: folder)
        #expect(generated.status == 0, "\(generated.errors)")
        let again = try Tool.run("suggest", "--config", "clientsmith.yaml", "--types", in: folder)
        #expect(again.output == run.output)
        let files = try folder.contents(of: "Chat").values.joined()
        #expect(files.contains("func createOne("))
        #expect(files.contains("func retrieve(fileID: String)"))
        #expect(files.contains("struct ChatAnswer"))
    }

    @Test func resourcesOfStainlessComeFirst() throws {
        try folder.write(
            """
            resources:
              $shared: {models: {reply: Answer}}
              $client: {methods: {ask: post /chat/completions}}
              documents:
                models: {ghost: '#/components/schemas/Ghost'}
                methods:
                  all: {endpoint: get /files, type: http}
                  purge: delete /everything
                subresources:
                  contents: {methods: {read: 'get /files/{id}'}}
            """, to: "stainless.yml")
        let run = try Tool.run("suggest", "chat.yaml", "--module", "Chat", "--stainless", "stainless.yml", in: folder)
        #expect(run.status == 0)
        #expect(run.output.contains(##""#/paths/~1chat~1completions/post": ask"##))
        #expect(run.output.contains(##""#/components/schemas/Answer": Reply"##))
        #expect(
            run.output.contains(
                """
                      documents:
                        operations:
                          - "GET /files"
                      files:
                        operations:
                          - "DELETE /files/{id}"
                      documents.contents:
                        operations:
                          - "GET /files/{id}"

                """), "\(run.output)")
        #expect(
            run.errors.contains("stainless.yml:5:21: warning: the document has no schema '#/components/schemas/Ghost'"),
            "\(run.errors)")
        #expect(run.errors.contains("stainless.yml:8:14: warning: the document has no operation 'delete /everything'"))
    }

    /// A name that two methods can't share is left out of one of them, and said.
    @Test func namesThatCollideAreLeftOut() throws {
        let text = Self.document.replacing("x-fern-sdk-method-name: retrieve", with: "x-fern-sdk-method-name: delete")
            .replacing("x-fern-parameter-name: file_id, ", with: "")
            .replacing("deleteFile", with: "deleteFile\n      x-fern-sdk-method-name: delete")
        try folder.write(text, to: "chat.yaml")
        let run = try Tool.run("suggest", "chat.yaml", "--module", "Chat", in: folder)
        #expect(run.status == 0)
        #expect(run.errors.contains("chat.yaml:29:31: warning: 'delete' is already used"), "\(run.errors)")
        #expect(run.output.contains(##""#/paths/~1files~1{id}/get": retrieve"##))
        try folder.write("output: Chat\npackage: ChatClient\n" + run.output, to: "clientsmith.yaml")
        #expect(try Tool.run("generate", "--config", "clientsmith.yaml", in: folder).status == 0)
    }

    @Test func aMissingFileIsSaid() throws {
        let run = try Tool.run("suggest", "chat.yaml", "--module", "Chat", "--stainless", "none.yml", in: folder)
        #expect(run.status == 66)
        #expect(run.errors.contains("'none.yml' can't be read: the file does not exist"))
        #expect(try Tool.run("suggest", "chat.yaml", in: folder).status == 64)
    }

    private static let document = """
        openapi: 3.1.0
        info: {title: Chat, version: '1'}
        x-speakeasy-name-override: [{operationId: ^list.*, methodNameOverride: list}]
        paths:
          /chat/completions:
            post:
              operationId: createChatCompletion
              x-fern-sdk-group-name: [chat, completions]
              x-fern-sdk-method-name: create_one
              responses:
                '200':
                  description: An answer.
                  content: {application/json: {schema: {$ref: '#/components/schemas/Answer'}}}
          /files:
            get:
              operationId: listFiles
              x-speakeasy-group: files
              responses: {'204': {description: Nothing.}}
          /files/{id}:
            delete:
              operationId: deleteFile
              x-speakeasy-group: files
              parameters: [{name: id, in: path, required: true, schema: {type: string}}]
              responses: {'204': {description: Nothing.}}
            get:
              operationId: retrieveFile
              x-speakeasy-group: files
              x-fern-sdk-method-name: retrieve
              parameters: [{name: id, x-fern-parameter-name: file_id, in: path, required: true, schema: {type: string}}]
              responses: {'204': {description: Nothing.}}
        components:
          schemas:
            Answer:
              x-speakeasy-name-override: chat_answer
              type: object
              properties:
                n: {type: integer, x-ms-client-name: count}
                usage: {type: object, properties: {tokens: {type: integer}}}
        """
}
