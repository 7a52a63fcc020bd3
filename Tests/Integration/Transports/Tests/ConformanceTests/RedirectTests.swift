import ClientRuntime
import Conformance
import Foundation
import HTTPTypes
import Testing

/// Where a redirect leads, seen from `http://127.0.0.1:PORT`.
enum Target: String, CaseIterable, Sendable, CustomTestStringConvertible {
    case same, port, host, secure

    static func others(_ kind: TransportKind) -> [Target] {
        kind.trustsServer ? [.port, .host, .secure] : [.port, .host]
    }

    var testDescription: String { rawValue }
}

/// Bodies that can be sent with a redirect in the way.
enum Source: String, CaseIterable, Sendable, CustomTestStringConvertible {
    case none, memory, file, stream

    static let count = 200_000

    func body(in folder: URL) throws -> HTTPBody? {
        switch self {
        case .none: return nil
        case .memory: return HTTPBody(Pattern.bytes(count: Self.count))
        case .file:
            let file = folder.appendingPathComponent("pattern")
            try Pattern.bytes(count: Self.count).write(to: file)
            return HTTPBody(file: file)
        case .stream: return HTTPBody(PatternChunks(count: Self.count))
        }
    }

    var testDescription: String { rawValue }
}

extension ConformanceSuite {
    @Suite struct Redirects {
        /// A connection with an API key in the query, a bearer token and headers of its own.
        static func connection(_ kind: TransportKind, at origin: String) -> ClientConnection {
            var connection = ClientConnection.to(kind, at: origin)
            connection.options.headers[HTTPField.Name("X-Own")!] = "own-secret"
            let bearer = SecurityScheme("bearer", .http("bearer"), environment: "NONE")
            let key = SecurityScheme("key", .apiKey(in: .query, name: "api_key"), environment: "NONE")
            let header = SecurityScheme("header", .apiKey(in: .header, name: "X-Key"), environment: "NONE")
            let cookie = SecurityScheme("cookie", .apiKey(in: .cookie, name: "session"), environment: "NONE")
            for scheme in [bearer, key, header, cookie] {
                connection.authenticate(scheme, with: Credential("\(scheme.name)-secret"))
            }
            return connection
        }

        static func send(
            _ scenario: Scenario, _ method: ClientRequest.Method, _ source: Source, _ connection: ClientConnection
        ) async throws -> Settled<Int> {
            let folder = FileManager.default.temporaryDirectory.appendingPathComponent(scenario.call)
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            defer { try? FileManager.default.removeItem(at: folder) }
            var request = try scenario.request(method, body: try source.body(in: folder))
            request.security = [["bearer", "key", "header", "cookie"]]
            return await settled { [request] in
                let (head, body) = try await connection.send(request)
                _ = try await body.collect()
                return head.status.code
            }
        }

        @Test(arguments: kinds, [301, 302, 303, 307, 308])
        func redirectsOfAnOriginAreFollowed(kind: TransportKind, code: Int) async throws {
            for method in [ClientRequest.Method.get, .post, .put] {
                for source in method == .get ? [Source.none] : Source.allCases {
                    let scenario = Scenario("/redirect", ["code": code])
                    let connection = Self.connection(kind, at: Server.shared.origins.same)
                    let end = try await Self.send(scenario, method, source, connection)
                    check(scenario, code, method, source, end)
                }
            }
        }

        private func check(
            _ scenario: Scenario, _ code: Int, _ method: ClientRequest.Method, _ source: Source, _ end: Settled<Int>
        ) {
            let records = scenario.records
            let requests = records.map { "\($0.method) \($0.length)" }
            let title: Comment = "\(code) of \(method) from \(source): \(end), \(requests)"
            let becomesGet = code == 303 || code < 303 && method == .post
            let isKept = !becomesGet && source != .none
            if source == .stream, isKept {
                // The body is gone: the redirect is the response.
                #expect(end.value == code && records.count == 1, title)
                return
            }
            guard end.value == 200, records.count == 2, let last = records.last else {
                Issue.record(title)
                return
            }
            #expect(last.method == (becomesGet || method == .get ? "GET" : records[0].method), title)
            #expect(last.length == (isKept ? Source.count : 0) && last.mismatch == -1, title)
            #expect(records[0].target.contains("api_key=key-secret") && !last.target.contains("secret"), title)
            #expect(last.values("Authorization") == ["Bearer bearer-secret"], title)
            #expect(last.values("X-Own") == ["own-secret"] && last.values("X-Key") == ["header-secret"], title)
        }

        @Test(arguments: kinds, [301, 302, 303, 307, 308])
        func otherOriginsGetNoSecret(kind: TransportKind, code: Int) async throws {
            for target in Target.others(kind) {
                for method in [ClientRequest.Method.get, .post, .put] {
                    let scenario = Scenario("/redirect", ["code": code, "to": target.rawValue])
                    let connection = Self.connection(kind, at: Server.shared.origins.same)
                    let source = method == .get ? Source.none : .memory
                    let end = try await Self.send(scenario, method, source, connection)
                    let records = scenario.records
                    let title: Comment = "\(code) of \(method) to \(target): \(end), \(records.count) requests"
                    #expect(!end.isHung && end.error == nil, title)
                    guard let last = records.dropFirst().last else {
                        #expect(end.value == code, title)
                        continue
                    }
                    #expect(last.method == "GET" && last.length == 0 && !last.target.contains("secret"), title)
                    for field in last.fields where field[1].contains("secret") {
                        Issue.record("\(title): \(field)")
                    }
                }
            }
        }

        @Test(arguments: kinds) func aGetOfAnotherOriginIsFollowed(kind: TransportKind) async throws {
            for target in Target.others(kind) {
                let scenario = Scenario("/redirect", ["to": target.rawValue, "then": "/download", "bytes": 9])
                let reading = try await ClientConnection.to(kind).send(scenario).read()
                #expect(reading.isWhole(9), "\(target): \(reading)")
            }
        }

        @Test(arguments: kinds.filter(\.trustsServer)) func noRedirectLeadsFromSecureToPlain(kind: TransportKind)
            async throws
        {
            for code in [301, 302, 303, 307, 308] {
                for target in [Target.same, .port] {
                    let scenario = Scenario("/redirect", ["code": code, "to": target.rawValue])
                    let connection = Self.connection(kind, at: Server.shared.origins.secure)
                    let end = try await Self.send(scenario, .get, .none, connection)
                    #expect(end.value == code && scenario.records.count == 1, "\(code): \(end)")
                }
            }
        }

        @Test(arguments: kinds) func redirectsInACircleEndWithAnError(kind: TransportKind) async throws {
            let scenario = Scenario("/redirect", ["loop": 1])
            let end = await settled { try await ClientConnection.to(kind).send(scenario).status }
            #expect(end.error is ClientError<Never>, "\(end)")
            #expect(scenario.records.count < 30)
        }

        @Test(arguments: kinds) func aFewRedirectsInARowAreFollowed(kind: TransportKind) async throws {
            let scenario = Scenario("/redirect", ["count": 9, "then": "/download", "bytes": 9])
            let reading = try await ClientConnection.to(kind).send(scenario).read()
            #expect(reading.isWhole(9), "\(reading)")
        }

        @Test(arguments: kinds) func aRedirectIsTheResponseWhereItIsAskedFor(kind: TransportKind) async throws {
            let scenario = Scenario("/redirect", ["code": 302])
            var request = try scenario.request()
            request.followsRedirects = false
            let (head, _) = try await ClientConnection.to(kind).send(request)
            #expect(head.status == 302 && scenario.records.count == 1)
        }
    }
}
