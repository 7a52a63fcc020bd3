import Diagnostics

/// Brings the content of a file to valid UTF-8 without a byte order mark, and reports what is not text at its place.
///
/// - Parameter text: gets the result, and where too much is wrong what precedes that.
func decode(_ bytes: [UInt8], into text: inout [UInt8], faults: inout Faults) throws(Halt) {
    switch Encoding(bytes) {
    case .utf8(let mark):
        text = mark == 0 ? bytes : Array(bytes[mark...])
        try checkUTF8(text, faults: &faults)
    case .utf16(let mark, let bigEndian):
        try decodeUTF16(bytes[mark...], bigEndian: bigEndian, into: &text, faults: &faults)
    case .utf32:
        throw faults.stop(.encoding, "the file is UTF-32", at: 0..<0, hint: "save it as UTF-8")
    }
}

/// What the first bytes of a file say about its encoding (YAML 1.2.2, section 5.2); `mark` is the length of the byte order mark.
private enum Encoding {
    case utf8(mark: Int)
    case utf16(mark: Int, bigEndian: Bool)
    case utf32

    init(_ bytes: [UInt8]) {
        func starts(_ prefix: UInt8...) -> Bool { bytes.starts(with: prefix) }
        if starts(0, 0, 0xFE, 0xFF) || starts(0xFF, 0xFE, 0, 0) {
            self = .utf32
        } else if starts(0xEF, 0xBB, 0xBF) {
            self = .utf8(mark: 3)
        } else if starts(0xFE, 0xFF) {
            self = .utf16(mark: 2, bigEndian: true)
        } else if starts(0xFF, 0xFE) {
            self = .utf16(mark: 2, bigEndian: false)
        } else if bytes.count >= 2, (bytes[0] == 0) != (bytes[1] == 0) {
            self = .utf16(mark: 0, bigEndian: bytes[0] == 0)
        } else {
            self = .utf8(mark: 0)
        }
    }
}

private func checkUTF8(_ bytes: [UInt8], faults: inout Faults) throws(Halt) {
    var position = 0
    while var bad = firstInvalid(in: bytes, from: position) {
        while let next = firstInvalid(in: bytes, from: bad.upperBound), next.lowerBound == bad.upperBound {
            bad = bad.lowerBound..<next.upperBound
        }
        try faults.add(
            .encoding, bad.count == 1 ? "this byte is not UTF-8" : "these \(bad.count) bytes are not UTF-8", at: bad,
            hint: "save the file as UTF-8")
        position = bad.upperBound
    }
}

/// The first ill-formed sequence of the bytes, as long as a decoder replaces by one replacement character.
private func firstInvalid(in bytes: [UInt8], from start: Int) -> Range<Int>? {
    bytes.withUnsafeBytes { buffer in
        var at = start
        while at < buffer.count {
            if at + 8 <= buffer.count,
                buffer.loadUnaligned(fromByteOffset: at, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
            {
                at += 8
                continue
            }
            let length = sequenceLength(buffer, at)
            if length < 0 { return at..<(at - length) }
            at += length
        }
        return nil
    }
}

/// The length of the well-formed sequence at a position, or minus the number of bytes that are not part of one.
private func sequenceLength(_ buffer: UnsafeRawBufferPointer, _ at: Int) -> Int {
    let lead = buffer[at]
    let first: ClosedRange<UInt8>
    let length: Int
    switch lead {
    case 0...0x7F: return 1
    case 0xC2...0xDF: (length, first) = (2, 0x80...0xBF)
    case 0xE0: (length, first) = (3, 0xA0...0xBF)
    case 0xED: (length, first) = (3, 0x80...0x9F)
    case 0xE1...0xEF: (length, first) = (3, 0x80...0xBF)
    case 0xF0: (length, first) = (4, 0x90...0xBF)
    case 0xF1...0xF3: (length, first) = (4, 0x80...0xBF)
    case 0xF4: (length, first) = (4, 0x80...0x8F)
    default: return -1
    }
    for offset in 1..<length {
        let allowed = offset == 1 ? first : 0x80...0xBF
        guard at + offset < buffer.count, allowed.contains(buffer[at + offset]) else { return -offset }
    }
    return length
}

private func decodeUTF16(
    _ bytes: ArraySlice<UInt8>, bigEndian: Bool, into text: inout [UInt8], faults: inout Faults
) throws(Halt) {
    text.reserveCapacity(bytes.count)
    var at = bytes.startIndex
    func unit(_ at: Int) -> UInt16 {
        let (high, low) = bigEndian ? (bytes[at], bytes[at + 1]) : (bytes[at + 1], bytes[at])
        return UInt16(high) << 8 | UInt16(low)
    }
    while at + 1 < bytes.endIndex {
        let first = unit(at)
        at += 2
        if let scalar = Unicode.Scalar(first) {
            text.append(contentsOf: Unicode.UTF8.encode(scalar) ?? Unicode.UTF8.encodedReplacementCharacter)
            continue
        }
        let second = at + 1 < bytes.endIndex ? unit(at) : 0
        let replacement = text.count..<(text.count + 3)
        if UTF16.isLeadSurrogate(first), UTF16.isTrailSurrogate(second) {
            let scalar = UTF16.decode(UTF16.EncodedScalar([first, second]))
            text.append(contentsOf: Unicode.UTF8.encode(scalar) ?? Unicode.UTF8.encodedReplacementCharacter)
            at += 2
        } else {
            text.append(contentsOf: Unicode.UTF8.encodedReplacementCharacter)
            try faults.add(.encoding, "unpaired UTF-16 surrogate", at: replacement)
        }
    }
    if at < bytes.endIndex {
        try faults.add(.encoding, "the file is UTF-16, but ends inside a character", at: text.count..<text.count)
    }
}
