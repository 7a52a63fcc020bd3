import ClientRuntime
import Foundation
import HTTPTypes
import Testing

/// Counts how often something happens, from any task.
actor Counter {
    private(set) var value = 0
    func next() -> Int {
        value += 1
        return value
    }
}

@Suite struct CredentialTests {
    static let key = SecurityScheme("key", .apiKey(in: .header, name: "X-Key"), environment: "NO_SUCH_KEY")
    static let query = SecurityScheme("query", .apiKey(in: .query, name: "api_key"), environment: "NO_SUCH_QUERY")
    static let cookie = SecurityScheme("cookie", .apiKey(in: .cookie, name: "sid"), environment: "NO_SUCH_COOKIE")
    static let bearer = SecurityScheme("bearer", .http("bearer"), environment: "NO_SUCH_BEARER")
    static let basic = SecurityScheme("basic", .http("basic"), environment: "NO_SUCH_BASIC")
    static let jwt = SecurityScheme(
        "jwt", .apiKey(in: .header, name: "Authorization"), environment: "NO_SUCH_JWT", prefix: "JWT")

    /// Sends a request that asks for `security`, by a client that has `credentials`.
    func head(
        _ security: [[String]], _ credentials: [(SecurityScheme, Credential)],
        observer: (@Sendable (ClientObservation) -> Void)? = nil
    ) async throws -> HTTPRequest {
        let stub = StubTransport(.status(204))
        var client = Bare(transport: stub)
        for (scheme, credential) in credentials { client.connection.authenticate(scheme, with: credential) }
        client.connection.options.observer = observer
        var request = ClientRequest(.get, "/x")
        request.security = security
        _ = try await client.send(request)
        return try #require(stub.requests.first).head
    }

    @Test func places() async throws {
        #expect(header("X-Key", try await head([["key"]], [(Self.key, "s")])) == "s")
        #expect(try await head([["query"]], [(Self.query, "s&t")]).path == "/x?api_key=s%26t")
        #expect(try await head([["cookie"]], [(Self.cookie, "s;t")]).headerFields[.cookie] == "sid=s%3Bt")
        #expect(try await head([["bearer"]], [(Self.bearer, "s")]).headerFields[.authorization] == "Bearer s")
        #expect(try await head([["jwt"]], [(Self.jwt, "s")]).headerFields[.authorization] == "JWT s")
        let other = Credential("s", prefix: "Token")
        #expect(try await head([["jwt"]], [(Self.jwt, other)]).headerFields[.authorization] == "Token s")
        let basic = Credential.basic(username: "Aladdin", password: "open sesame")
        let sent = try await head([["basic"]], [(Self.basic, basic)]).headerFields[.authorization]
        #expect(sent == "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==")
    }

    @Test func theFirstCompleteRequirementIsUsed() async throws {
        let both = [(Self.key, Credential("k")), (Self.bearer, Credential("b"))]
        let and = try await head([["key", "bearer"]], both)
        #expect(header("X-Key", and) == "k")
        #expect(and.headerFields[.authorization] == "Bearer b")
        let second = try await head([["key", "query"], ["bearer"]], both)
        #expect(header("X-Key", second) == nil)
        #expect(second.headerFields[.authorization] == "Bearer b")
        #expect(try await head([], both).headerFields.isEmpty)
        #expect(try await head([[], ["key"]], both).headerFields.isEmpty)
        #expect(try await head([["key"]], [(Self.key, .none)]).headerFields.isEmpty)
    }

    @Test func headersCannotBeBrokenByCredentials() async throws {
        await #expect(throws: ClientError<Never>.self) { _ = try await head([["key"]], [(Self.key, "a\r\nX: y")]) }
    }

    @Test func manyRefusedCallsFetchOneToken() async throws {
        let fetches = Counter()
        let stub = StubTransport { request in
            let isFresh = request.head.headerFields[.authorization] == "Bearer token-2"
            return isFresh ? .json("{}") : .status(401)
        }
        var client = Bare(transport: stub)
        client.connection.authenticate(Self.bearer, with: .refreshing { "token-\(await fetches.next())" })
        let ready = client
        let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<100 {
                group.addTask {
                    var request = ClientRequest(.get, "/x")
                    request.security = [["bearer"]]
                    return try await ready.send(request).0.status.code
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(statuses == Array(repeating: 200, count: 100))
        // One for the token that is refused, one for all hundred calls that were refused with it.
        #expect(await fetches.value == 2)
    }

    @Test func aRefusedFreshTokenIsAnErrorNotALoop() async throws {
        let fetches = Counter()
        let stub = StubTransport(.status(401))
        var client = Bare(transport: stub)
        client.connection.authenticate(Self.bearer, with: .refreshing { "token-\(await fetches.next())" })
        var request = ClientRequest(.get, "/x")
        request.security = [["bearer"]]
        #expect(try await client.send(request).0.status.code == 401)
        #expect(stub.requests.count == 2)
        #expect(await fetches.value == 2)
    }

    @Test func nothingShowsACredential() async throws {
        let secret = "PLANTED"
        let schemes = [Self.key, Self.query, Self.cookie, Self.bearer]
        let seen = Recorder()
        _ = try await head([schemes.map(\.name)], schemes.map { ($0, Credential(secret)) }) { seen.add("\($0)") }
        #expect(seen.texts.count == 2)
        #expect(seen.texts[0].contains("REDACTED"))
        for text in seen.texts { #expect(!text.contains(secret)) }

        var client = Bare(transport: StubTransport(.status(204)))
        client.connection.authenticate(Self.key, with: Credential(secret))
        var dumped = ""
        dump(client, to: &dumped)
        #expect(!dumped.contains(secret))
        #expect(!"\(client) \(String(reflecting: client))".contains(secret))
    }
}

/// Keeps texts from any task.
final class Recorder: @unchecked Sendable {
    private let lock = NSLock()
    private var kept: [String] = []
    func add(_ text: String) { lock.withLock { kept.append(text) } }
    var texts: [String] { lock.withLock { kept } }
}
