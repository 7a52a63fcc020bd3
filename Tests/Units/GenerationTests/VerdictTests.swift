import Changes
@_spi(Naming) import ClientModel
import TestSupport
import Testing

@testable import Generation

/// What single changes of a document are said to do.
@Suite struct VerdictTests {
    /// An edit of the document, and what is told of it in order.
    struct Case: CustomTestStringConvertible {
        var testDescription: String
        var edits: [(String, String)]
        var told: [String]

        init(_ name: String, _ edits: [(String, String)], _ told: [String]) {
            testDescription = name
            self.edits = edits
            self.told = told
        }
    }

    static let document = """
        openapi: 3.1.0
        info: {title: T, version: '1'}
        servers: [{url: https://a.example}, {url: https://b.example}]
        tags: [{name: pets, description: Pets.}]
        security: [oauth: [read]]
        paths:
          /invites:
            post:
              operationId: sendInvite
              tags: [pets]
              requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Invite'}}}}
              responses:
                '200': {description: d, content: {application/json: {schema: {$ref: '#/components/schemas/Answer'}}}}
          /forms:
            post:
              operationId: sendForm
              tags: [pets]
              requestBody:
                content:
                  multipart/form-data:
                    schema: {type: object, properties: {name: {type: string}, data: {type: object}}}
                    encoding: {name: {contentType: text/plain}}
              responses: {'204': {description: d}}
        components:
          securitySchemes:
            oauth: {type: oauth2, flows: {clientCredentials: {tokenUrl: https://a.example, scopes: {read: r, write: w}}}}
          schemas:
            Invite: {type: object, properties: {role: {$ref: '#/components/schemas/Role'}, nick: {$ref: '#/components/schemas/Nick'}}}
            Nick: {type: string}
            Role: {type: object, properties: {hoist: {type: boolean}, id: {type: string}}}
            Rank: {type: object, properties: {id: {type: string}}}
            Pet: {type: object, properties: {status: {type: string, enum: [a, b]}}}
            Answer: {type: object, properties: {extra: {type: object}, size: {type: integer, format: int32}, shape: {$ref: '#/components/schemas/Shape'}}}
            Shape:
              oneOf: [{$ref: '#/components/schemas/Circle'}, {$ref: '#/components/schemas/Square'}]
              discriminator: {propertyName: kind, mapping: {circle: '#/components/schemas/Circle', square: '#/components/schemas/Square'}}
            Circle: {type: object, required: [kind], properties: {kind: {type: string}}}
            Square: {type: object, required: [kind], properties: {kind: {type: string}, side: {type: number}}}
        """

    static let cases = [
        Case(
            "the default encoding of a member",
            [("encoding: {name: ", "encoding: {data: {contentType: application/json}, name: ")],
            []),
        Case(
            "a new member with its own encoding",
            [
                ("properties: {name: {type: string}, ", "properties: {more: {type: string}, name: {type: string}, "),
                ("encoding: {name: ", "encoding: {more: {contentType: text/csv}, name: "),
            ],
            ["safe: `FormsAPI.SendMultipartBody.more` is new"]),
        Case(
            "another encoding of a member", [("contentType: text/plain", "contentType: text/csv")],
            [
                "wire: the member `name` of the body of `POST /forms` is written as `text/csv`; it was `text/plain`, in requests"
            ]),
        Case(
            "a reference to another schema",
            [("role: {$ref: '#/components/schemas/Role'}", "role: {$ref: '#/components/schemas/Rank'}")],
            ["wire: `Invite.role.hoist` is gone, in requests", "swift: `Invite.role` is `Rank?`; it was `Role?`"]),
        Case(
            "an object of a response that is described",
            [("extra: {type: object}", "extra: {type: object, properties: {a: {type: string}}}")],
            [
                "swift: `Answer.extra` is `Answer.Extra?`; it was `[String: JSONValue]?`",
                "safe: `Answer.extra` is `Answer.Extra`; it was `[String: JSONValue]`", "safe: `Answer.Extra` is new",
            ]),
        Case(
            "the integers of a response that are listed",
            [("size: {type: integer, format: int32}", "size: {type: integer, format: int32, enum: [1, 2]}")],
            [
                "swift: `Answer.size` is `Answer.Size?`; it was `Int32?`",
                "safe: `Answer.size` is `Answer.Size`; it was `Int32`", "safe: `Answer.Size` is new",
            ]),
        Case(
            "another type behind one name", [("Nick: {type: string}", "Nick: {type: integer}")],
            [
                "wire: `Invite.nick` is `Int`; it was `String`, in requests",
                "swift: `Invite.nick` is `Int?`; it was `String?`",
                "swift: `Nick` is an alias of `Int`; it was an alias of `String`",
            ]),
        Case(
            "one more scope", [("oauth: [read]", "oauth: [read, write]")],
            ["POST /invites", "POST /forms"].map { "wire: `\($0)` needs the scope `write`" }),
        Case(
            "another tag of a branch", [("square: '#/comp", "box: '#/comp")],
            [
                "wire: the tag `square` of `Shape` is `box` now, in answers",
                "swift: `Shape.square` is called `Shape.box` now",
            ]),
        Case(
            "a second tag of a branch", [("Square'}}", "Square', box: '#/components/schemas/Square'}}")],
            ["safe: the tag `box` of `Shape`, for its branch `square`, is new"]),
        Case(
            "a schema named like a nested enumeration",
            [("    Pet:", "    Pet.Status: {type: string, enum: [a, b]}\n    Pet:")],
            ["safe: `PetStatus` is new"]),
        Case(
            "another first server",
            [
                (
                    "[{url: https://a.example}, {url: https://b.example}]",
                    "[{url: https://b.example}, {url: https://a.example}]"
                )
            ],
            [
                "swift: calls of a client without a server, and their credentials, go to `https://b.example`; "
                    + "they went to `https://a.example`", "swift: the server `bExample` is gone",
                "safe: the server `aExample` is new",
            ]),
        Case(
            "another operationId that is not a name", [("sendInvite", "send_invite")],
            ["safe: the documentation of `POST /invites` has changed"]),
        Case(
            "an example that only tests show", [("Nick: {type: string}", "Nick: {type: string, example: Bo}")],
            ["safe: the values of the generated tests have changed"]),
        Case(
            "the words of a credential", [("{type: oauth2,", "{type: oauth2, description: Ask us.,")],
            ["safe: the documentation of `credential oauth` has changed"]),
        Case("the words of a scope, which nothing shows", [("read: r,", "read: Reads.,")], []),
    ]

    @Test(arguments: cases) func tells(_ test: Case) throws {
        let edited = test.edits.reduce(Self.document) { $0.replacing($1.0, with: $1.1) }
        try #require(edited != Self.document)
        let old = try #require(Sample.lowered(Self.document))
        let found = changes(from: old, to: try #require(Sample.lowered(edited)))
        #expect(found.map { "\($0.verdict.rawValue): \($0.message)" } == test.told)
    }

    /// `@nonexhaustive` has no effect inside a module.
    @Test(arguments: [false, true]) func branchesBreakCallersInTheirOwnModule(isOneModule: Bool) throws {
        let edited = Self.document
            .replacing("Square'}]", with: "Square'}, {$ref: '#/components/schemas/Star'}]")
            .replacing("mapping: {", with: "mapping: {star: '#/components/schemas/Star', ")
            .replacing(
                "    Circle:",
                with: "    Star: {type: object, required: [kind], properties: {kind: {type: string}}}\n    Circle:")
        let old = try #require(Sample.lowered(Self.document))
        let found = changes(from: old, to: try #require(Sample.lowered(edited)), isOneModule: isOneModule)
        let breaking = isOneModule ? ["`Shape.star` is new; a `switch` over all cases no longer compiles"] : []
        #expect(found.filter { $0.verdict == .swift }.map(\.message) == breaking)
        #expect(found.contains { $0.message == "the branch `star` of `Shape` is new" })
    }

    /// Methods of one name are distinguished by their requests, also where these differ in the names of parameters alone.
    @Test func aCopyOfOverloadedMethodsIsNoChange() throws {
        func path(_ name: String) -> String {
            """
              /accounts/{id}/attachments/{\(name)}:
                parameters:
                  - {name: id, in: path, required: true, schema: {type: string}}
                  - {name: \(name), in: path, required: true, schema: {type: string}}
                get: {operationId: getAttachmentBy-\(name), responses: {'204': {description: d}}}

            """
        }
        let text = "openapi: 3.1.0\ninfo: {title: T, version: '1'}\npaths:\n" + path("number") + path("fileName")
        let api = try #require(Sample.lowered(text))
        #expect(api.groups.flatMap(\.operations).map(\.name.text) == ["get", "get"])
        #expect(changes(from: api, to: api).isEmpty)
    }

    /// To accept one change accepts nothing else.
    @Test func changesAreKnownByTheirPlace() throws {
        let edited = Self.document.replacing(
            "role: {$ref: '#/components/schemas/Role'}", with: "role: {$ref: '#/components/schemas/Rank'}")
        let moved = Self.document.replacing(
            "[{url: https://a.example}, ", with: "[{url: https://c.example}, {url: https://a.example}, ")
        let old = try #require(Sample.lowered(Self.document))
        #expect(
            changes(from: old, to: try #require(Sample.lowered(edited))).first?.id
                == "property-removed Invite.role.hoist")
        #expect(
            changes(from: old, to: try #require(Sample.lowered(moved))).first?.id
                == "server-default-changed server default https://c.example")
    }
}
