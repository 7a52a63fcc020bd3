import CorpusRuntime
import Foundation
import HTTPTypes
import Testing

/// With `recode` as its argument, reads lines of a type's number and a sample as JSON, parted by a tab, and answers each with the
/// sample decoded as an answer's body and encoded as a request's, or with `!` and the reason why not. Else runs the tests.
@main struct Program {
    static func main() async {
        guard CommandLine.arguments.dropFirst().first == "recode" else { await Testing.__swiftPMEntryPoint() as Never }
        let readings = readings()
        while let line = readLine() {
            let parts = line.split(separator: "\t", maxSplits: 1)
            do {
                print(String(decoding: try await readings[Int(parts[0])!].recode(Data(parts[1].utf8)), as: UTF8.self))
            } catch {
                print("!" + String(describing: error).replacing("\n", with: " "))
            }
        }
    }
}

/// A type that stands for a schema.
struct Reading: Sendable {
    let recode: @Sendable (Data) async throws -> Data

    init<Value: Codable & Sendable & SendableMetatype>(_ type: Value.Type) {
        recode = { sample in
            // Whether a schema allows null is said where its type is used.
            if sample == Data("null".utf8) { return try await coded(sample, as: Value?.self) }
            return try await coded(sample, as: type)
        }
    }
}

private func coded<Value: Codable & Sendable & SendableMetatype>(_ sample: Data, as type: Value.Type) async throws
    -> Data
{
    let head = HTTPResponse(status: .ok, headerFields: [.contentType: "application/json"])
    let value: Value = try ClientResponse(head, sample).json()
    var request = ClientRequest(.post, "/")
    try request.json(value)
    return try await request.body?.collect() ?? Data()
}
