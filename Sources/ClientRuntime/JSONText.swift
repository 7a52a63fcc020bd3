#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Encodes values as canonical JSON text (RFC 8259): no spaces, and members sorted by name.
nonisolated struct JSONText {
    private var bytes: [UInt8] = []
    private var failure: (any Error)?

    /// - Throws: ``RequestFailure`` if a file can't be read.
    static func bytes(of node: Node) throws -> [UInt8] {
        var text = JSONText()
        text.write(node)
        if let failure = text.failure { throw failure }
        return text.bytes
    }

    static func bytes(of value: JSONValue) -> [UInt8] {
        var text = JSONText()
        text.write(Node(value))
        return text.bytes
    }

    /// The JSON text in ASCII, with all other characters as `\u` escapes (RFC 8259, section 7).
    static func escaped(_ json: String) -> String {
        if json.utf8.allSatisfy({ $0 < 0x7F }) { return json }
        var text: [UInt8] = []
        for unit in json.utf16 {
            if unit < 0x7F {
                text.append(UInt8(unit))
            } else {
                text += "\\u".utf8
                text += [12, 8, 4, 0].map { digits[Int(unit >> $0 & 15)] }
            }
        }
        return String(decoding: text, as: UTF8.self)
    }

    private static let digits = Array("0123456789abcdef".utf8)

    private mutating func write(_ node: Node) {
        switch node {
        case .null: bytes.append(contentsOf: "null".utf8)
        case .bool(let value): bytes.append(contentsOf: (value ? "true" : "false").utf8)
        case .number(let text): bytes.append(contentsOf: text.utf8)
        case .string(let text), .text(let text): write(text)
        case .data(let data): write(data.base64EncodedString())
        case .file(let file):
            do { write(try file.base64()) } catch { failure = failure ?? error }
        case .array(let elements):
            bytes.append(UInt8(ascii: "["))
            for (index, element) in elements.enumerated() {
                if index > 0 { bytes.append(UInt8(ascii: ",")) }
                write(element)
            }
            bytes.append(UInt8(ascii: "]"))
        case .object(let members): write(members)
        }
    }

    private mutating func write(_ members: [Node.Member]) {
        // The sort is stable, so of a repeated name the last value is the last of its run.
        let isSorted = zip(members, members.dropFirst()).allSatisfy { $0.name <= $1.name }
        let sorted = isSorted ? members : members.sorted { $0.name < $1.name }
        bytes.append(UInt8(ascii: "{"))
        var isFirst = true
        for (index, member) in sorted.enumerated() {
            if index + 1 < sorted.count, sorted[index + 1].name == member.name { continue }
            if !isFirst { bytes.append(UInt8(ascii: ",")) }
            isFirst = false
            write(member.name)
            bytes.append(UInt8(ascii: ":"))
            write(member.value)
        }
        bytes.append(UInt8(ascii: "}"))
    }

    private mutating func write(_ text: String) {
        var text = text
        bytes.append(UInt8(ascii: "\""))
        text.withUTF8 { buffer in
            var start = 0
            for index in buffer.indices {
                let byte = buffer[index]
                guard byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") else { continue }
                bytes.append(contentsOf: UnsafeBufferPointer(rebasing: buffer[start..<index]))
                escape(byte)
                start = index + 1
            }
            bytes.append(contentsOf: UnsafeBufferPointer(rebasing: buffer[start...]))
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private mutating func escape(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"):
            bytes.append(UInt8(ascii: "\\"))
            bytes.append(byte)
        case 0x0A: bytes.append(contentsOf: "\\n".utf8)
        case 0x0D: bytes.append(contentsOf: "\\r".utf8)
        case 0x09: bytes.append(contentsOf: "\\t".utf8)
        default:
            bytes.append(contentsOf: "\\u00".utf8)
            bytes.append(Self.digits[Int(byte >> 4)])
            bytes.append(Self.digits[Int(byte & 15)])
        }
    }
}
