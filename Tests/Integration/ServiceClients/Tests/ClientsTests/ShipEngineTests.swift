import Foundation
import HTTPTypes
import RecordingServer
import ShipEngine
import Testing
import TokenClientsRuntime

@Suite struct ShipEngineTests {
    typealias Failure = ClientError<ShipEngine.ErrorResponseBody>

    private static let token = #"{"redirect_url":"https://ship.example/?token=abc","token":"abc"}"#
    private static let envelope = """
        {"errors":[{"carrier_code":"dhl_express","carrier_id":"se-28529731","error_code":"request_body_required",\
        "error_source":"shipengine","error_type":"validation","field_name":"shipment.ship_to.phone_number",\
        "message":"Body of request can't be null."}],"request_id":"aa3d8e8e-462b-4476-9618-72db7f7b7009"}
        """

    @Test func sendsTheKeyAndNoQueryWithoutARedirect() async throws {
        let (token, request) = try await exchange(.body(200, Self.token), judged: .getEphemeralToken) { url in
            try await ShipEngine(apiKey: "key", server: .init(url)).tokens.getEphemeralToken()
        }
        #expect(request.requestLine == "POST /v1/tokens/ephemeral HTTP/1.1")
        #expect(request.ownHeaders == ["accept": ["application/json"], "api-key": ["key"], "content-length": ["0"]])
        #expect(request.body.isEmpty)
        #expect(token == .init(token: "abc", redirectURL: "https://ship.example/?token=abc"))
    }

    @Test func sendsTheRedirectInTheQuery() async throws {
        let (_, request) = try await exchange(.body(200, Self.token), judged: .getEphemeralToken) { url in
            try await ShipEngine(apiKey: "key", server: .init(url)).tokens
                .getEphemeralToken(redirect: .shipengineDashboard)
        }
        #expect(request.requestLine == "POST /v1/tokens/ephemeral?redirect=shipengine-dashboard HTTP/1.1")
    }

    @Test func keepsAnUnknownRedirectWithinItsPlace() async throws {
        let (_, request) = try await exchange(.body(200, Self.token)) { url in
            try await ShipEngine(apiKey: "key", server: .init(url)).tokens
                .getEphemeralToken(redirect: .init(rawValue: "a&b=c d#é/?"))
        }
        #expect(request.requestLine == "POST /v1/tokens/ephemeral?redirect=a%26b%3Dc%20d%23%C3%A9%2F%3F HTTP/1.1")
    }

    @Test func readsATokenWithNeitherProperty() async throws {
        let (token, _) = try await exchange(.chunks(200, ["{", "}"]), judged: .getEphemeralToken) { url in
            try await ShipEngine(apiKey: "key", server: .init(url)).tokens.getEphemeralToken()
        }
        #expect(token.token == nil)
        #expect(token.redirectURL == nil)
    }

    @Test(arguments: [400, 500])
    func readsTheDocumentedErrors(status: Int) async throws {
        let (error, _) = try await refusal(.body(status, Self.envelope), throws: Failure.self) { url in
            _ = try await ShipEngine(apiKey: "key", server: .init(url)).tokens.getEphemeralToken()
        }
        guard case .documented(let body, let response) = error else {
            Issue.record("not documented: \(error)")
            return
        }
        #expect(response.status.code == status)
        #expect("\(body.requestID)".lowercased() == "aa3d8e8e-462b-4476-9618-72db7f7b7009")
        #expect(
            body.errors == [
                .init(
                    errorSource: .shipengine, errorType: .validation, errorCode: .requestBodyRequired,
                    message: "Body of request can't be null.", carrierID: "se-28529731", carrierCode: "dhl_express",
                    fieldName: "shipment.ship_to.phone_number")
            ])
    }

    @Test(arguments: [201, 204, 302, 401, 404, 503])
    func handsOverUndocumentedStatuses(status: Int) async throws {
        let answer: Answer = [204, 302].contains(status) ? .empty(status) : .body(status, #"{"reason":"x"}"#)
        let (error, _) = try await refusal(answer, throws: Failure.self) { url in
            _ = try await ShipEngine(apiKey: "key", server: .init(url)).tokens.getEphemeralToken()
        }
        guard case .undocumented(let response) = error else {
            Issue.record("not undocumented: \(error)")
            return
        }
        #expect(response.status.code == status)
        #expect(
            String(decoding: response.body, as: UTF8.self) == ([204, 302].contains(status) ? "" : #"{"reason":"x"}"#))
    }

    @Test(arguments: [
        (200, "<html></html>", "text/html"),
        (200, #"{"token":5}"#, "application/json"),
        (200, "[]", "application/json"),
        (200, "", "application/json"),
        (200, #"{"token":"a""#, "application/json"),
        (400, #"{"errors":[]}"#, "application/json"),
        (500, "Internal Server Error", "application/json"),
    ])
    func refusesBodiesThatAreNotAsDocumented(status: Int, body: String, type: String) async throws {
        let (error, _) = try await refusal(.body(status, body, type: type), throws: Failure.self) { url in
            _ = try await ShipEngine(apiKey: "key", server: .init(url)).tokens.getEphemeralToken()
        }
        guard case .undecodable(_, let response) = error else {
            Issue.record("not undecodable: \(error)")
            return
        }
        #expect(response.status.code == status)
        #expect(String(decoding: response.body, as: UTF8.self) == body)
    }

    @Test func keepsUnknownValuesOfEnumsAndWritesThemBack() throws {
        let text = #"{"error_code":"a_new_code","error_source":"moon","error_type":"ennui","message":"m"}"#
        let error = try JSONDecoder().decode(ShipEngine.Error.self, from: Data(text.utf8))
        #expect(error.errorCode.rawValue == "a_new_code")
        #expect(!ShipEngine.ErrorCode.knownValues.contains(error.errorCode))
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        #expect(String(decoding: try encoder.encode(error), as: UTF8.self) == text)
    }

    @Test func listsEachErrorCodeOnce() {
        let codes = ShipEngine.ErrorCode.knownValues.map(\.rawValue)
        #expect(codes.count == 50)
        #expect(Set(codes).count == 50)
        #expect(codes.first == "auto_fund_not_supported")
        #expect(codes.last == "funding_source_error")
    }
}
