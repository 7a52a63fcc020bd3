import HTTPTypes
import ShipEngine
import TokenClientsRuntime

#if OWN_TRANSPORT
    struct OwnTransport: Transport {
        func send(_ request: HTTPRequest, body: HTTPBody?) async throws -> (HTTPResponse, HTTPBody) {
            (HTTPResponse(status: .ok, headerFields: [.contentType: "application/json"]), HTTPBody(#"{"token":"t"}"#))
        }
    }

    let client = ShipEngine(apiKey: "key", transport: OwnTransport())
#else
    let client = ShipEngine(apiKey: "key")
#endif

print(try await client.tokens.getEphemeralToken())
