#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Parses server-sent events (WHATWG HTML, "Interpreting an event stream").
nonisolated struct EventParser {
    private var lines: LineSplitter
    private let limit: Int
    private var isFirstLine = true
    private var id: String?
    private var retry: Int?
    private var type: String?
    /// The data lines, each followed by a line feed; `nil` before the first.
    private var data: [UInt8]?

    init(_ limits: ReadingLimits) {
        limit = limits.eventSize
        lines = LineSplitter(limit: min(limits.lineSize, limits.eventSize))
    }

    mutating func append(_ chunk: Data) { lines.append(chunk) }

    /// - Throws: ``ResponseTooLarge``.
    mutating func next() throws -> ServerSentEvent? {
        while var line = try lines.next() {
            if isFirstLine, line.starts(with: [0xEF, 0xBB, 0xBF]) { line = line.dropFirst(3) }
            isFirstLine = false
            if !line.isEmpty {
                read(line)
                guard data?.count ?? 0 <= limit else { throw ResponseTooLarge(limit: limit, "event") }
                continue
            }
            defer { (type, data) = (nil, nil) }
            guard let data else { continue }
            return ServerSentEvent(
                id: id, event: type, data: String(decoding: data.dropLast(), as: UTF8.self), retry: retry)
        }
        return nil
    }

    private mutating func read(_ line: ArraySlice<UInt8>) {
        let colon = line.firstIndex(of: UInt8(ascii: ":")) ?? line.endIndex
        var value = line[colon...].dropFirst()
        if value.first == 0x20 { value = value.dropFirst() }
        let name = line[..<colon]
        if name.elementsEqual("data".utf8) {
            data = data ?? []
            data?.append(contentsOf: value)
            data?.append(0x0A)
        } else if name.elementsEqual("event".utf8) {
            type = value.isEmpty ? nil : String(decoding: value, as: UTF8.self)
        } else if name.elementsEqual("id".utf8) {
            if !value.contains(0) { id = String(decoding: value, as: UTF8.self) }
        } else if name.elementsEqual("retry".utf8), value.allSatisfy({ (0x30...0x39).contains($0) }) {
            retry = Int(String(decoding: value, as: UTF8.self)) ?? retry
        }
    }
}
