// Decoding and encoding by generated types and the runtime, against the same types with synthesized conformances and Foundation's coders, in
// turn on the same bytes. coding.py makes both modules and builds this.
import Foundation
import Synthesized
import Written

@testable import WrittenRuntime

struct Payload {
    var name: String
    var bytes: Data
    var rounds: Int
}

func account(_ index: Int) -> String {
    """
    {"id":"acc_\(index)","display_name":"Account number \(index)","item_count":\(index),"is_active":\(index % 2 == 0),\
    "ratio":\(Double(index) + 0.25),"created_at":"2024-10-01T12:30:45Z","tags":["a","b \(index)"],"status":"open",\
    "note":"one line of text with \\"quotes\\" and é","owner":"someone"}
    """
}

func tree(_ depth: Int) -> String {
    depth == 0 ? "{\"name\":\"leaf\"}" : "{\"name\":\"d\(depth)\",\"children\":[\(tree(depth - 1)),{\"name\":\"x\"}]}"
}

func pet(_ index: Int) -> String {
    switch index % 3 {
    case 0: "{\"kind\":\"cat\",\"lives\":\(index % 9),\"name\":\"Tom\"}"
    case 1: "{\"kind\":\"dog\",\"tricks\":[\"sit\",\"roll\"],\"name\":\"Rex\"}"
    default: "{\"kind\":\"fish\",\"depth\":\(Double(index) + 0.5)}"
    }
}

func list(_ name: String, _ items: [String]) -> Data { Data("{\"\(name)\":[\(items.joined(separator: ","))]}".utf8) }

/// CPU seconds of the thread: what else the machine does does not count.
func seconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

func compare<A: Codable, B: Codable>(_ payload: Payload, _ written: A.Type, _ synthesized: B.Type) throws {
    let decoder = JSONDecoder()
    let encoder = JSONEncoder()
    let own = try NodeDecoder(JSONReader.read(payload.bytes)).decode(A.self)
    let other = try decoder.decode(B.self, from: payload.bytes)
    let steps: [() throws -> Void] = [
        { _ = try NodeDecoder(JSONReader.read(payload.bytes)).decode(A.self) },
        { _ = try decoder.decode(B.self, from: payload.bytes) },
        { _ = Data(JSONText.bytes(of: try NodeEncoder.tree(of: own))) },
        { _ = try encoder.encode(other) },
        { _ = try decoder.decode(A.self, from: payload.bytes) },
        { _ = try JSONReader.read(payload.bytes) },
    ]
    var best = [Double](repeating: .infinity, count: steps.count)
    for _ in 0..<7 {
        for (index, step) in steps.enumerated() {
            let start = seconds()
            for _ in 0..<payload.rounds { try step() }
            best[index] = min(best[index], (seconds() - start) / Double(payload.rounds))
        }
    }
    let micro = best.map { String(format: "%.1f", $0 * 1e6) }
    print(
        "| \(payload.name) | \(payload.bytes.count) | \(micro[0]) | \(micro[1]) | \(String(format: "%.2f", best[0] / best[1])) |"
            + " \(micro[2]) | \(micro[3]) | \(String(format: "%.2f", best[2] / best[3])) | \(micro[4]) | \(micro[5]) |")
}

print("Microseconds of CPU, least of seven rounds.\n")
print(
    "| payload | bytes | decode, runtime | decode, JSONDecoder | ratio | encode, runtime | encode, JSONEncoder | ratio"
        + " | generated type by JSONDecoder | reading the bytes alone |")
print("|" + String(repeating: " --- |", count: 10))
try compare(
    Payload(name: "small", bytes: Data(account(1).utf8), rounds: 400), Written.Account.self, Synthesized.Account.self)
try compare(
    Payload(name: "large", bytes: list("data", (0..<4000).map(account)), rounds: 1), Written.AccountList.self,
    Synthesized.AccountList.self)
try compare(
    Payload(name: "deep", bytes: Data(tree(100).utf8), rounds: 20), Written.Tree.self, Synthesized.Tree.self)
try compare(
    Payload(name: "unions", bytes: list("pets", (0..<3000).map(pet)), rounds: 2), Written.PetList.self,
    Synthesized.PetList.self)
