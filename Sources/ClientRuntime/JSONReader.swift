#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Parses JSON text (RFC 8259) into a tree that preserves the spelling of numbers.
///
/// Errors have the byte offset at which parsing stopped, but never the text at that offset.
nonisolated struct JSONReader: ~Copyable {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var position = 0
    private var depth = 0
    private var steps = 0
    private let stack = StackUse()
    private let limits: ReadingLimits

    private init(_ bytes: UnsafeBufferPointer<UInt8>, _ limits: ReadingLimits) {
        self.bytes = bytes
        self.limits = limits
    }

    /// - Throws: ``DecodingFailure``, ``CallTimeout`` or `CancellationError`.
    static func read(_ data: Data, _ limits: ReadingLimits = ReadingLimits()) throws -> Node {
        try data.withUnsafeBytes { raw in
            try raw.withMemoryRebound(to: UInt8.self) { bytes in
                var reader = JSONReader(bytes, limits)
                if bytes.count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF { reader.position = 3 }
                let node = try reader.value()
                reader.skipSpace()
                guard reader.position == bytes.count else { throw reader.failure("nothing after the value") }
                return node
            }
        }
    }

    private func failure(_ expected: String) -> DecodingFailure {
        let found = position < bytes.count ? "" : ", the text ends"
        return DecodingFailure(path: [], reason: "not JSON: expected \(expected) at byte \(position)\(found)")
    }

    private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

    private mutating func skipSpace() {
        while position < bytes.count {
            switch bytes[position] {
            case 0x20, 0x0A, 0x0D, 0x09: position += 1
            default: return
            }
        }
    }

    private mutating func value() throws -> Node {
        skipSpace()
        steps &+= 1
        if steps & 1_023 == 0 { try checkTime() }
        switch next {
        case UInt8(ascii: "{"): return try object()
        case UInt8(ascii: "["): return try array()
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        case UInt8(ascii: "-"): return try number()
        case .some(0x30...0x39): return try number()
        default: throw failure("a value")
        }
    }

    private mutating func word(_ word: StaticString, _ node: Node) throws -> Node {
        let count = word.utf8CodeUnitCount
        guard bytes.count - position >= count,
            (0..<count).allSatisfy({ bytes[position + $0] == word.utf8Start[$0] })
        else { throw failure("a value") }
        position += count
        return node
    }

    private mutating func enter() throws {
        depth += 1
        position += 1
        guard depth <= limits.depth, !stack.isExhausted else { throw failure("at most \(limits.depth) levels") }
        skipSpace()
    }

    private func checkTime() throws {
        if Task.isCancelled { throw CancellationError() }
        if let deadline = limits.deadline, deadline.hasPassed { throw deadline.error }
    }

    /// Consumes a comma and returns `true`, or `end` and returns `false`.
    private mutating func hasMore(until end: UInt8, _ expected: String) throws -> Bool {
        skipSpace()
        guard let byte = next, byte == end || byte == UInt8(ascii: ",") else { throw failure(expected) }
        position += 1
        if byte == end { depth -= 1 }
        return byte != end
    }

    private mutating func array() throws -> Node {
        try enter()
        var elements: [Node] = []
        if next == UInt8(ascii: "]") {
            position += 1
            depth -= 1
            return .array(elements)
        }
        repeat { elements.append(try value()) } while try hasMore(until: UInt8(ascii: "]"), "',' or ']'")
        return .array(elements)
    }

    private mutating func object() throws -> Node {
        try enter()
        var members: [Node.Member] = []
        if next == UInt8(ascii: "}") {
            position += 1
            depth -= 1
            return .object(members)
        }
        repeat {
            skipSpace()
            guard next == UInt8(ascii: "\"") else { throw failure("a member's name") }
            let name = try string()
            skipSpace()
            guard next == UInt8(ascii: ":") else { throw failure("':'") }
            position += 1
            members.append(Node.Member(name: name, value: try value()))
        } while try hasMore(until: UInt8(ascii: "}"), "',' or '}'")
        return .object(members)
    }

    private mutating func digits() throws {
        let start = position
        while let byte = next, (0x30...0x39).contains(byte) { position += 1 }
        if position == start { throw failure("a digit") }
    }

    private mutating func number() throws -> Node {
        let start = position
        if next == UInt8(ascii: "-") { position += 1 }
        if next == UInt8(ascii: "0") { position += 1 } else { try digits() }
        if next == UInt8(ascii: ".") {
            position += 1
            try digits()
        }
        if next == UInt8(ascii: "e") || next == UInt8(ascii: "E") {
            position += 1
            if next == UInt8(ascii: "+") || next == UInt8(ascii: "-") { position += 1 }
            try digits()
        }
        return .number(String(decoding: bytes[start..<position], as: UTF8.self))
    }

    private mutating func string() throws -> String {
        position += 1
        let start = position
        var seen: UInt8 = 0
        while position < bytes.count {
            let byte = bytes[position]
            switch byte {
            case UInt8(ascii: "\""):
                let text = try text(of: bytes[start..<position], isASCII: seen < 0x80)
                position += 1
                return text
            case UInt8(ascii: "\\"): return try escapedString(from: start)
            case 0..<0x20: throw failure("no control character")
            default:
                seen |= byte
                position += 1
            }
        }
        throw failure("'\"'")
    }

    /// Invalid UTF-8 is an error; `String(decoding:as:)` would repair it.
    private func text(of bytes: some Collection<UInt8>, isASCII: Bool = false) throws -> String {
        let text = String(decoding: bytes, as: UTF8.self)
        guard isASCII || text.utf8.elementsEqual(bytes) else { throw failure("UTF-8 text") }
        return text
    }

    private mutating func escapedString(from start: Int) throws -> String {
        var content = Array(bytes[start..<position])
        while let byte = next {
            position += 1
            switch byte {
            case UInt8(ascii: "\""): return try text(of: content)
            case UInt8(ascii: "\\"): try escape(into: &content)
            case 0..<0x20: throw failure("no control character")
            default: content.append(byte)
            }
        }
        throw failure("'\"'")
    }

    private mutating func escape(into content: inout [UInt8]) throws {
        guard let byte = next else { throw failure("an escape") }
        position += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): content.append(byte)
        case UInt8(ascii: "b"): content.append(0x08)
        case UInt8(ascii: "f"): content.append(0x0C)
        case UInt8(ascii: "n"): content.append(0x0A)
        case UInt8(ascii: "r"): content.append(0x0D)
        case UInt8(ascii: "t"): content.append(0x09)
        case UInt8(ascii: "u"):
            guard let scalar = try escapedScalar() else { throw failure("a pair of surrogates") }
            content.append(contentsOf: String(Character(scalar)).utf8)
        default: throw failure("an escape")
        }
    }

    private mutating func escapedScalar() throws -> Unicode.Scalar? {
        let lead = try hexadecimal()
        guard UTF16.isLeadSurrogate(lead) else { return Unicode.Scalar(lead) }
        guard bytes.count - position >= 2, bytes[position] == UInt8(ascii: "\\"),
            bytes[position + 1] == UInt8(ascii: "u")
        else { return nil }
        position += 2
        let trail = try hexadecimal()
        guard UTF16.isTrailSurrogate(trail) else { return nil }
        return Unicode.Scalar(0x10000 + (UInt32(lead & 0x3FF) << 10) + UInt32(trail & 0x3FF))
    }

    private mutating func hexadecimal() throws -> UInt16 {
        var value: UInt16 = 0
        for _ in 0..<4 {
            switch next {
            case .some(let byte) where (0x30...0x39).contains(byte): value = value << 4 | UInt16(byte - 0x30)
            case .some(let byte) where (0x41...0x46).contains(byte & 0xDF):
                value = value << 4 | UInt16((byte & 0xDF) - 0x37)
            default: throw failure("four hexadecimal digits")
            }
            position += 1
        }
        return value
    }
}
