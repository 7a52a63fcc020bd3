import Foundation

/// What the server does with a request: bytes to be written as they are, and whether the connection ends there.
public struct Answer: Sendable {
    enum Ending: Sendable { case keepsOpen, closes, stalls }

    let bytes: Data
    let ending: Ending

    private init(_ text: String, _ ending: Ending) {
        bytes = Data(text.utf8)
        self.ending = ending
    }

    /// An answer with a body of JSON, or of another type.
    public static func body(
        _ status: Int, _ body: String, type: String? = "application/json", headers: [String] = []
    ) -> Self {
        Self(head(status, headers + length(body) + (type.map { ["Content-Type: \($0)"] } ?? [])) + body, .keepsOpen)
    }

    /// An answer without a body.
    public static func empty(_ status: Int, headers: [String] = []) -> Self {
        Self(head(status, headers + (status == 204 ? [] : length(""))), .keepsOpen)
    }

    /// The connection ends without one byte.
    public static let hangUp = Self("", .closes)

    /// The connection ends within the head.
    public static let cutHead = Self("HTTP/1.1 200 OK\r\nContent-Ty", .closes)

    /// The connection ends within a body whose length was announced.
    public static func cutBody(_ status: Int, _ part: String) -> Self {
        let headers = ["Content-Type: application/json", "Content-Length: \(part.utf8.count + 100)"]
        return Self(head(status, headers) + part, .closes)
    }

    /// The connection ends between the chunks of a body.
    public static func cutChunks(_ status: Int, _ part: String) -> Self {
        let headers = ["Content-Type: application/json", "Transfer-Encoding: chunked"]
        return Self(head(status, headers) + "\(String(part.utf8.count, radix: 16))\r\n\(part)\r\n", .closes)
    }

    /// A body that arrives in chunks.
    public static func chunks(_ status: Int, _ parts: [String]) -> Self {
        let headers = ["Content-Type: application/json", "Transfer-Encoding: chunked"]
        let body = parts.map { "\(String($0.utf8.count, radix: 16))\r\n\($0)\r\n" }.joined() + "0\r\n\r\n"
        return Self(head(status, headers) + body, .keepsOpen)
    }

    /// Nothing, while the connection stays open.
    public static let silence = Self("", .stalls)

    private static func head(_ status: Int, _ headers: [String]) -> String {
        (["HTTP/1.1 \(status) Status"] + headers).map { $0 + "\r\n" }.joined() + "\r\n"
    }

    private static func length(_ body: String) -> [String] { ["Content-Length: \(body.utf8.count)"] }
}
