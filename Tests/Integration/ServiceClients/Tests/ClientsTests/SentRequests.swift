import Foundation
import RecordingServer
import Synchronization

/// An operation, by its document and its id there.
struct Operation: Sendable {
    let document: String
    let id: String

    static let getEphemeralToken = Operation(document: "shipengine", id: "tokens_get_ephemeral_token")
    static let createToken = Operation(document: "forsta", id: "ephemeral-token_create")
    static let deleteToken = Operation(document: "forsta", id: "ephemeral-token_delete")
    static let appToken = Operation(document: "runai", id: "app_token")
    static let exchangeCode = Operation(document: "runai", id: "exchange_code_for_token")
    static let grantToken = Operation(document: "runai", id: "grant_token")
    static let refreshToken = Operation(document: "runai", id: "refresh_token")
    static let authenticate = Operation(document: "togai", id: "authenticate")
}

/// What was really sent, for an independent validator: one file of JSON lines per document in the folder that the
/// environment variable `SENT_REQUESTS` names. Without it nothing is kept.
enum SentRequests {
    private struct Line: Encodable {
        let operation: String
        let method: String
        let url: String
        let headers: [[String]]
        let body_base64: String
    }

    private static let writing = Mutex(())

    static func keep(_ request: RecordedRequest, _ operation: Operation) throws {
        guard let folder = ProcessInfo.processInfo.environment["SENT_REQUESTS"] else { return }
        let line = Line(
            operation: operation.id, method: request.method, url: request.target,
            headers: request.headers.map { [$0.name, $0.value] }, body_base64: request.body.base64EncodedString())
        let file = URL(fileURLWithPath: folder).appendingPathComponent("\(operation.document).jsonl")
        try writing.withLock { _ in
            if !FileManager.default.fileExists(atPath: file.path) { try Data().write(to: file) }
            let handle = try FileHandle(forWritingTo: file)
            defer { try? handle.close() }
            try handle.seekToEnd()
            try handle.write(contentsOf: JSONEncoder().encode(line) + Data("\n".utf8))
        }
    }
}
