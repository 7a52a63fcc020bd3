public import Foundation

/// A request as it came over the wire.
public struct RecordedRequest: Sendable {
    /// For example: `POST /v1/tokens/ephemeral HTTP/1.1`.
    public let requestLine: String
    /// Every header in the order it came, names and values as they were written.
    public let headers: [(name: String, value: String)]
    public let body: Data

    public var method: String { part(0) }
    /// Path and query.
    public var target: String { part(1) }
    public var text: String { String(decoding: body, as: UTF8.self) }

    /// The values of a header, whatever the case of its name.
    public func values(_ name: String) -> [String] {
        headers.filter { $0.name.lowercased() == name.lowercased() }.map(\.value)
    }

    private func part(_ index: Int) -> String {
        let parts = requestLine.split(separator: " ", omittingEmptySubsequences: false)
        return index < parts.count ? String(parts[index]) : ""
    }
}

/// What stands before a request's body.
struct RequestHead {
    let requestLine: String
    let headers: [(name: String, value: String)]

    init?(_ bytes: some Sequence<UInt8>) {
        let text = String(decoding: Array(bytes), as: UTF8.self)
        var lines = text.split(separator: "\r\n", omittingEmptySubsequences: true).map(String.init)
        guard !lines.isEmpty else { return nil }
        requestLine = lines.removeFirst()
        var headers: [(name: String, value: String)] = []
        for line in lines {
            guard let colon = line.firstIndex(of: ":") else { return nil }
            let value = line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
            headers.append((String(line[..<colon]), value))
        }
        self.headers = headers
    }

    var length: Int? { value("content-length").flatMap(Int.init) }
    var isChunked: Bool { value("transfer-encoding")?.lowercased() == "chunked" }
    var awaitsContinue: Bool { value("expect")?.lowercased() == "100-continue" }

    private func value(_ name: String) -> String? { headers.last { $0.name.lowercased() == name }?.value }
}
