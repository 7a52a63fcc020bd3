import ClientRuntime
import Foundation
import HTTPTypes
import Testing

#if canImport(Glibc)
    import Glibc
#endif

/// A service without operations of its own, for requests made by hand.
struct Bare: ServiceClient {
    var connection: ClientConnection
    init(connection: ClientConnection) { self.connection = connection }
    init(server: ServerURL<Bare> = "https://api.test", transport: any Transport) {
        connection = ClientConnection(server: server, transport: transport)
    }

    func send(_ request: ClientRequest) async throws -> (HTTPResponse, HTTPBody) {
        try await connection.send(request)
    }
}

/// What arrives at a service when `build` describes the request.
func sent(
    _ method: ClientRequest.Method = .get, _ path: String = "/x", _ build: (inout ClientRequest) throws -> Void
) async throws -> StubTransport.Request {
    var request = ClientRequest(method, path)
    try build(&request)
    let stub = StubTransport(.status(204))
    _ = try await Bare(transport: stub).send(request)
    return try #require(stub.requests.first)
}

func header(_ name: String, _ head: HTTPRequest) -> String? {
    HTTPField.Name(name).flatMap { head.headerFields[$0] }
}

struct Color: Encodable {
    var R = 100
    var G = 200
    var B = 150
}

struct Empty: Encodable {}

/// CPU seconds of this thread: what else the machine does does not count.
///
/// The seconds and nanoseconds are read as numbers, because the compiler takes the members of `timespec` to be those of one module or another.
func threadSeconds() -> Double {
    withUnsafeTemporaryAllocation(of: Int.self, capacity: 2) { numbers in
        numbers.initialize(repeating: 0)
        if let start = UnsafeMutableRawPointer(numbers.baseAddress) {
            clock_gettime(CLOCK_THREAD_CPUTIME_ID, start.assumingMemoryBound(to: timespec.self))
        }
        return Double(numbers[0]) + Double(numbers[1]) / 1e9
    }
}
