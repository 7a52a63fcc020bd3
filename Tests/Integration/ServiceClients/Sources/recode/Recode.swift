import Foundation
import HTTPTypes
import TokenClientsRuntime

/// `recode MODULE runtime|foundation < samples.jsonl`: decodes each sample with the type that stands for its schema and
/// encodes it again, as the runtime reads an answer and writes a request's body, or with Foundation's coders.
///
/// A line keeps all it had; what was `value` becomes `original`.
@main struct Recode {
    static func main() async throws {
        let arguments = CommandLine.arguments
        guard arguments.count == 3, let types = types[arguments[1]], ["runtime", "foundation"].contains(arguments[2])
        else {
            throw Fault("usage: recode \(types.keys.sorted().joined(separator: "|")) runtime|foundation")
        }
        var unmet = Set(types.keys)
        while let text = readLine() {
            var line = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any] ?? [:]
            guard let pointer = line["pointer"] as? String, let type = types[pointer], let value = line["value"] else {
                throw Fault("no type is known for \(line["pointer"] ?? "a line without pointer")")
            }
            unmet.remove(pointer)
            let sample = try JSONSerialization.data(withJSONObject: value, options: .fragmentsAllowed)
            let coded =
                arguments[2] == "runtime" ? try await viaRuntime(sample, type) : try viaFoundation(sample, type)
            line["original"] = value
            line["value"] = try JSONSerialization.jsonObject(with: coded, options: .fragmentsAllowed)
            let output = try JSONSerialization.data(withJSONObject: line, options: .sortedKeys)
            print(String(decoding: output, as: UTF8.self))
        }
        guard unmet.isEmpty else { throw Fault("no samples of \(unmet.sorted().joined(separator: ", "))") }
    }

    private static func viaFoundation<T: Codable>(_ sample: Data, _ type: T.Type) throws -> Data {
        try JSONEncoder().encode(JSONDecoder().decode(type, from: sample))
    }

    private static func viaRuntime<T: Codable>(_ sample: Data, _ type: T.Type) async throws -> Data {
        let head = HTTPResponse(status: .ok, headerFields: [.contentType: "application/json"])
        let value: T = try ClientResponse(head, sample).json()
        var request = ClientRequest(.post, "/")
        try request.json(value)
        guard let body = request.body else { throw Fault("\(type) was encoded to nothing") }
        return try await body.collect()
    }
}

struct Fault: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }
}
