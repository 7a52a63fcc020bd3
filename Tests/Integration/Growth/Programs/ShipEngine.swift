import ShipEngine
import ShipEngineRuntime

struct Dashboard {
    let client: ShipEngine

    init(key: String) {
        client = ShipEngine(apiKey: key, server: .default)
    }

    func address() async throws -> String {
        let token = try await client.tokens.getEphemeralToken(redirect: .shipengineDashboard)
        let (again, response) = try await client.tokens.withResponse { try await $0.getEphemeralToken() }
        return token.redirectURL ?? again.token ?? "\(response)"
    }

    func outcome() async -> String {
        do {
            return try await client.tokens.getEphemeralToken().token ?? ""
        } catch .documented(let body, _) {
            return body.errors.map(describe).joined(separator: "\(body.requestID)")
        } catch .undocumented, .undecodable {
            return "answer"
        } catch {
            return "\(error)"
        }
    }

    private func describe(_ error: ShipEngine.Error) -> String {
        let reason =
            switch error.errorCode {
            case .requestBodyRequired: "no body"
            case .rateLimitExceeded: "too fast"
            default: error.errorCode.rawValue
            }
        return error.errorSource == .carrier ? "\(error.carrierCode ?? "?"): \(reason)" : reason
    }

    static func example() -> ShipEngine.Error {
        var error = ShipEngine.Error(
            errorSource: .shipengine, errorType: .validation, errorCode: .unknown, message: "m",
            carrierID: "se-1", carrierCode: nil, fieldName: "name")
        error.message += "!"
        return error
    }
}

/// A function that takes a documented error has to stay what it is.
func handle(_ error: ClientError<ShipEngine.ErrorResponseBody>) -> Int? { error.status }

let sources: [ShipEngine.ErrorSource] = ShipEngine.ErrorSource.knownValues
