import ClientRuntime
import Conformance
import Foundation
import HTTPTypes
import Testing

extension ConformanceSuite {
    @Suite struct Heads {
        @Test(arguments: kinds, ["100", "103", "100,103", "103,103,102"])
        func interimResponsesAreNotTheResponse(kind: TransportKind, codes: String) async throws {
            let end = await settled {
                let received = try await ClientConnection.to(kind).send(Scenario("/interim", ["codes": codes]))
                let reading = try await received.read()
                return "\(received.status): \(reading)"
            }
            #expect(end.value == "200: 100 bytes, all right", "\(end)")
        }

        @Test(arguments: kinds) func cookiesStayApart(kind: TransportKind) async throws {
            let received = try await ClientConnection.to(kind).send(Scenario("/cookies"))
            let expected = ["a=1; Expires=Wed, 21 Oct 2026 07:28:00 GMT; Path=/", "b=2; HttpOnly"]
            #expect(received.head.headerFields[values: .setCookie].sorted() == expected)
        }

        @Test(arguments: kinds) func trailersDoNotHurt(kind: TransportKind) async throws {
            // FoundationNetworking ends the process.
            await withKnownIssue(isIntermittent: true) {
                await #expect(processExitsWith: .success) { [kind] in
                    let connection = ClientConnection.to(kind)
                    for _ in 0..<3 {
                        let reading = try await connection.send(Scenario("/trailers")).read()
                        try #require(reading.isWhole(100), "\(reading)")
                    }
                }
            } when: {
                kind == .urlSession
            }
        }

        @Test(arguments: kinds) func threeMegabytesOfFieldsArriveOrAreRefused(kind: TransportKind) async throws {
            let end = await settled(within: .seconds(20)) {
                try await ClientConnection.to(kind).send(Scenario("/fields", ["bytes": 3_000_000])).status
            }
            #expect(end.value == 200 || end.error is ClientError<Never>, "\(end)")
        }

        @Test(arguments: kinds) func aHeadWithoutEndIsRefused(kind: TransportKind) async throws {
            let connection = ClientConnection.to(kind) { $0.timeout = .seconds(5) }
            let end = await settled(within: .seconds(20)) {
                try await connection.send(Scenario("/fields", ["endless": 1])).status
            }
            #expect(end.error is ClientError<Never>, "\(end)")
        }
    }
}
