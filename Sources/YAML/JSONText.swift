/// A value of a document as JSON text on one line; numbers as written, members in document order.
public func jsonText(_ node: Node) -> String {
    var bytes: [UInt8] = []
    write(node, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
}

/// A JSON string (RFC 8259, section 7), which is a double-quoted scalar of YAML too.
public func jsonText(_ string: String) -> String {
    var bytes: [UInt8] = []
    writeJSON(string, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
}

private func write(_ node: Node, to bytes: inout [UInt8]) {
    switch node.value {
    case .null: bytes.append(contentsOf: "null".utf8)
    case .boolean(let value): bytes.append(contentsOf: (value ? "true" : "false").utf8)
    case .number(let text): bytes.append(contentsOf: text.utf8)
    case .string(let text): writeJSON(text, to: &bytes)
    case .sequence(let nodes):
        bytes.append(UInt8(ascii: "["))
        for (index, node) in nodes.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            write(node, to: &bytes)
        }
        bytes.append(UInt8(ascii: "]"))
    case .mapping(let mapping):
        bytes.append(UInt8(ascii: "{"))
        for (index, entry) in mapping.entries.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            writeJSON(entry.key, to: &bytes)
            bytes.append(UInt8(ascii: ":"))
            write(entry.value, to: &bytes)
        }
        bytes.append(UInt8(ascii: "}"))
    }
}

private let digits = Array("0123456789abcdef".utf8)

/// Appends a JSON string.
public func writeJSON(_ string: String, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    for byte in string.utf8 {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"):
            bytes.append(UInt8(ascii: "\\"))
            bytes.append(byte)
        case 0x0A: bytes.append(contentsOf: "\\n".utf8)
        case 0x0D: bytes.append(contentsOf: "\\r".utf8)
        case 0x09: bytes.append(contentsOf: "\\t".utf8)
        case 0x00..<0x20, 0x7F:
            bytes.append(contentsOf: "\\u00".utf8)
            bytes.append(digits[Int(byte >> 4)])
            bytes.append(digits[Int(byte & 15)])
        default: bytes.append(byte)
        }
    }
    bytes.append(UInt8(ascii: "\""))
}
