import HTTPTypes
import ShipEngineRuntime

/// Sends over another transport and reports each exchange.
struct ReportingTransport: Transport {
    var base: any Transport = AsyncHTTPClientTransport()

    func send(_ request: HTTPRequest, body: HTTPBody?) async throws -> (HTTPResponse, HTTPBody) {
        let (response, body) = try await base.send(request, body: body)
        print("\(request.method) \(response.status.code)")
        return (response, body)
    }
}
