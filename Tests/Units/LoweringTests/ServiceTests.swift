@_spi(Naming) import ClientModel
import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Lowering

/// The four services the tool ships with, each in the shape its users are promised.
@Suite struct ServiceTests {
    private func spec(_ file: String, _ name: String, pins: [LoweringOptions.Pin] = []) throws -> Lowered {
        let url = Repository.root.appendingPathComponent("specs/\(file).yaml")
        let options = LoweringOptions(name: Identifier(sanitizing: name), pins: pins)
        return try lowered(Array(Data(contentsOf: url)), name: "\(file).yaml", options)
    }

    private func operations(_ api: API) -> [String] {
        api.groups.flatMap { group in group.operations.map { api.describe($0, in: group) } }
    }

    @Test func shipEngine() throws {
        let response = "#/components/schemas/tokens_get_ephemeral_token_response_body.yaml"
        let result = try spec(
            "shipengine", "ShipEngine",
            pins: [
                .init(pointer: response, name: "EphemeralToken"),
                .init(pointer: "#/components/schemas/uuid", name: "Identifier"),
            ])
        #expect(
            operations(result.api) == [
                "tokens.getEphemeralToken(redirect: Redirect?) throws(ErrorResponseBody) -> EphemeralToken"
            ])
        #expect(try result.properties("EphemeralToken") == ["token: string?", "redirectURL: string?"])
        #expect(try result.properties("ErrorResponseBody") == ["requestID: Identifier", "errors: [Error]"])
        #expect(
            try result.properties("Error") == [
                "errorSource: ErrorSource", "errorType: ErrorType", "errorCode: ErrorCode", "message: string",
                "carrierID: SeID?", "carrierCode: CarrierCode?", "fieldName: string?",
            ])
        #expect(result.api.describe(try result.type("Identifier").shape) == "= uuid")
        #expect(result.api.describe(try result.type("SeID").shape) == "= string")
        #expect(try result.type("SeID").documentation.facts == ["1 to 25 characters.", "Matches `^se(-[a-z0-9]+)+$`."])
        let codes = try result.enumeration("ErrorCode").cases
        #expect(codes.count == 50)
        #expect(codes[42].value == .string("no_rates_returned"))
        #expect(codes[46].value == .string("funding_source_registration_in_progress"))
        #expect(result.findings == ["repaired repeated-value"])
        #expect(result.text(at: result.problems.diagnostics.first?.place) == "no_rates_returned")
        #expect(result.api.securitySchemes.map(\.name.text) == ["apiKey"])
        #expect(result.api.securitySchemes.map(\.environmentVariable) == ["SHIP_ENGINE_API_KEY"])
        #expect(
            try result.operation("tokens_get_ephemeral_token").security.map { $0.schemes.map(\.wireName) } == [
                ["api_key"]
            ])
    }

    @Test func forsta() throws {
        let result = try spec("forsta", "Forsta")
        #expect(
            operations(result.api) == [
                "ephemeralToken.create() throws(Never) -> EphemeralTokenPostResponse",
                "ephemeralToken.delete() throws(Never) -> Void",
            ])
        #expect(result.api.securitySchemes.map(\.name.text) == ["jsonWebToken"])
        #expect(result.api.servers.map(\.url) == ["https://atlas.forsta.io/v1"])
        #expect(result.findings == ["remark plain-authorization"])
    }

    @Test func runAI() throws {
        let result = try spec("runai", "RunAI")
        #expect(
            operations(result.api) == [
                "tokens.appToken(_: AppTokenRequest?) throws(Error) -> AppTokenResponse",
                "tokens.exchangeCode(redirectURI: string, code: string) throws(Error) -> TokenResponse",
                "tokens.grant(_: TokenRequest?, userAgent: string?) throws(Error) -> TokenResponse",
                "tokens.refresh(refreshToken: string) throws(Error) -> TokenResponse",
            ])
        #expect(
            try result.properties("TokenRequest") == [
                "grantType: TokenRequest.GrantType?", "appID: string?", "appSecret: string?", "code: string?",
                "redirectURI: string?", "refreshToken: string?", "username: string?", "password: string?",
                "clientID: string?",
            ])
        #expect(try result.properties("Error") == ["code: integer", "message: string", "details: string?"])
        #expect(try result.structure("Error").properties[0].documentation.facts == ["From 100 to 599."])
        #expect(
            try result.enumeration("TokenRequest.GrantType").cases.map(\.name.text) == [
                "appToken", "refreshToken", "exchangeToken", "password",
            ])
        let deprecated = result.api.groups[0].operations.filter(\.documentation.isDeprecated).map(\.name.text)
        #expect(deprecated == ["appToken", "exchangeCode", "refresh"])
        #expect(result.api.securitySchemes.map(\.environmentVariable) == ["RUN_AI_BEARER_AUTH"])
    }

    @Test func togai() throws {
        let result = try spec("togai", "Togai")
        #expect(
            operations(result.api) == ["authentication.authenticate() throws(ErrorResponse) -> TokenResponse"])
        #expect(result.api.servers.map(\.name.text) == ["apiEndpoint", "sandboxAPIEndpoint"])
        #expect(result.api.servers.map(\.url) == ["https://api.togai.com", "https://sandbox-api.togai.com"])
        let statuses = try result.operation("authenticate").responses.map(\.status)
        #expect(statuses == [.code(200), .code(401), .code(403), .code(404), .code(429), .default])
        #expect(result.api.securitySchemes.map(\.name.text) == ["bearerAuth", "apiKeyAuth"])
        #expect(try result.operation("authenticate").security.map { $0.schemes.map(\.wireName) } == [["bearerAuth"]])
    }
}
