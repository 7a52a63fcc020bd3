import Conformance
import Foundation

/// `traffic COMMAND TRANSPORT [NUMBER]`: what takes too long for a test, and what needs a process of its own.
let commands: [String: (TransportKind, Int?) async throws -> Bool] = [
    "mixed": { try await MixedTraffic.run($0, minutes: $1 ?? 30) },
    "cancel": { await EarlyCancellations.run($0, $1 ?? 3_000) },
    "crowd": { kind, count in
        let crowd = try await Crowd.run(count ?? 1_000, kind)
        report("\(kind): \(crowd)")
        return crowd.failed + crowd.hung == 0
    },
    "download": { try await Memory.download($0, mebibytes: $1 ?? 1_024) },
    "upload": { try await Memory.upload($0, mebibytes: $1 ?? 1_024) },
    "slow": { try await Memory.slow($0, mebibytes: $1 ?? 256) },
]

let arguments = CommandLine.arguments.dropFirst()
guard let command = commands[arguments.first ?? ""],
    let kind = TransportKind(rawValue: arguments.dropFirst().first ?? "")
else {
    let kinds = TransportKind.allCases.map(\.rawValue).joined(separator: "|")
    print("usage: traffic \(commands.keys.sorted().joined(separator: "|")) \(kinds) [NUMBER]")
    exit(64)
}
let isGood = try await command(kind, arguments.dropFirst(2).first.flatMap { Int($0) })
exit(isGood ? 0 : 1)
