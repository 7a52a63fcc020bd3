import Foundation
import HTTPTypes
import RecordingServer
import RunAI
import Testing
import TokenClientsRuntime

@Suite struct RunAITests {
    typealias Failure = ClientError<RunAI.Error>

    static let tokens = #"{"accessToken":"a","externalToken":"x","idToken":"i","refreshToken":"r"}"#
    static let answer = RunAI.TokenResponse(accessToken: "a", idToken: "i", refreshToken: "r", externalToken: "x")

    @Test func grantsATokenForAnApplication() async throws {
        let (answer, request) = try await exchange(.body(200, Self.tokens), judged: .grantToken) { url in
            try await RunAI(bearerAuth: "key", server: .init(url)).tokens
                .grant(.init(grantType: .appToken, appID: "id", appSecret: "s3cret"), userAgent: "cli/1")
        }
        #expect(request.requestLine == "POST /api/v1/token HTTP/1.1")
        #expect(request.text == #"{"appID":"id","appSecret":"s3cret","grantType":"app_token"}"#)
        #expect(
            request.ownHeaders == [
                "accept": ["application/json"], "authorization": ["Bearer key"],
                "content-length": ["59"], "content-type": ["application/json"],
            ])
        #expect(request.values("User-Agent") == ["cli/1"])
        #expect(answer == Self.answer)
    }

    @Test func writesEveryMemberUnderItsOwnName() async throws {
        let body = RunAI.TokenRequest(
            grantType: .exchangeToken, appID: "1", appSecret: "2", code: "3", redirectURI: "4", refreshToken: "5",
            username: "6", password: "7", clientID: "8")
        let (_, request) = try await exchange(.body(200, Self.tokens), judged: .grantToken) { url in
            try await RunAI(bearerAuth: "key", server: .init(url)).tokens.grant(body)
        }
        #expect(
            request.text == """
                {"appID":"1","appSecret":"2","clientID":"8","code":"3","grantType":"exchange_token","password":"7",\
                "redirectUri":"4","refreshToken":"5","username":"6"}
                """)
    }

    @Test func leavesTheUserAgentToTheTransport() async throws {
        let stub = StubTransport(.json(Self.tokens))
        _ = try await RunAI(bearerAuth: "key", transport: stub).tokens.grant(.init(grantType: .password))
        #expect(try stub.request.header("User-Agent") == nil)

        let (_, request) = try await exchange(.body(200, Self.tokens), judged: .grantToken) { url in
            try await RunAI(bearerAuth: "key", server: .init(url)).tokens.grant(.init(grantType: .password))
        }
        #expect(request.values("User-Agent").count <= 1)
        #expect(!request.values("User-Agent").contains(""))
    }

    @Test func sendsNoBodyWhereNoneIsGiven() async throws {
        let (_, request) = try await exchange(.body(200, Self.tokens), judged: .grantToken) { url in
            try await RunAI(bearerAuth: "key", server: .init(url)).tokens.grant()
        }
        #expect(request.body.isEmpty)
        #expect(request.values("Content-Type") == [])
        #expect(request.values("Content-Length") == ["0"])
    }

    @Test func sendsAGrantTypeTheDocumentDoesNotKnow() async throws {
        let (_, request) = try await exchange(.body(200, "{}")) { url in
            try await RunAI(bearerAuth: "key", server: .init(url)).tokens
                .grant(.init(grantType: .init(rawValue: "client_credentials")))
        }
        #expect(request.text == #"{"grantType":"client_credentials"}"#)
    }

    @Test func writesTextOfAnyKindIntoTheBody() async throws {
        let (_, request) = try await exchange(.body(200, "{}"), judged: .grantToken) { url in
            try await RunAI(bearerAuth: "key", server: .init(url)).tokens
                .grant(.init(username: "Zoë \u{1F600}", password: "\"\\\u{1}\n/"))
        }
        #expect(request.text == #"{"password":"\"\\\u0001\n/","username":"Zoë 😀"}"#)
    }

    @Test func refusesAUserAgentThatWouldBreakOutOfItsHeader() async throws {
        for value in ["cli\r\nX-Evil: 1", "cli\nX-Evil: 1", "cli\r", "a\u{0}b"] {
            let (error, requests) = try await refusal(.body(200, "{}"), throws: Failure.self) { url in
                _ = try await RunAI(bearerAuth: "key", server: .init(url)).tokens.grant(userAgent: value)
            }
            guard case .unencodable = error else {
                Issue.record("not unencodable: \(error)")
                continue
            }
            #expect(requests == 0)
            #expect(!texts(of: error).contains("Evil"))
        }
    }

    @Test(arguments: [400, 500, 503])
    func readsTheDocumentedErrors(status: Int) async throws {
        let body = #"{"code":\#(status),"details":"d","message":"Please try again in few minutes."}"#
        let (error, _) = try await refusal(.body(status, body), throws: Failure.self) { url in
            _ = try await RunAI(bearerAuth: "key", server: .init(url)).tokens.grant()
        }
        guard case .documented(let failure, let response) = error else {
            Issue.record("not documented: \(error)")
            return
        }
        #expect(failure == .init(code: status, message: "Please try again in few minutes.", details: "d"))
        #expect(response.status.code == status)
    }

    @Test(arguments: [201, 401, 403, 404, 502])
    func handsOverUndocumentedStatuses(status: Int) async throws {
        let (error, _) = try await refusal(.body(status, "{}"), throws: Failure.self) { url in
            _ = try await RunAI(bearerAuth: "key", server: .init(url)).tokens.grant()
        }
        guard case .undocumented(let response) = error else {
            Issue.record("not undocumented: \(error)")
            return
        }
        #expect(response.status.code == status)
        #expect(response.body == Data("{}".utf8))
    }

    @Test(arguments: [(200, #"{"accessToken":{}}"#), (400, #"{"code":"400","message":"m"}"#), (503, #"{"code":503}"#)])
    func refusesBodiesThatAreNotAsDocumented(status: Int, body: String) async throws {
        let (error, _) = try await refusal(.body(status, body), throws: Failure.self) { url in
            _ = try await RunAI(bearerAuth: "key", server: .init(url)).tokens.grant()
        }
        guard case .undecodable(_, let response) = error else {
            Issue.record("not undecodable: \(error)")
            return
        }
        #expect(response.status.code == status)
        #expect(response.body == Data(body.utf8))
    }
}
