/// Markdown whose code spans have one backtick at each end, where their code has none (CommonMark, section 6.1). Fenced code stays as it is.
func withoutSymbolLinks(_ text: String) -> String {
    guard hasRun(of: 2, in: text.utf8) else { return text }
    var isFenced = false
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map { line -> String in
        if isFence(line.utf8) {
            isFenced.toggle()
            return String(line)
        }
        return isFenced ? String(line) : String(decoding: withSingleBackticks(Array(line.utf8)), as: UTF8.self)
    }
    return lines.joined(separator: "\n")
}

private let backtick = UInt8(ascii: "`")

private func hasRun(of length: Int, in bytes: some Sequence<UInt8>) -> Bool {
    var count = 0
    for byte in bytes {
        count = byte == backtick ? count + 1 : 0
        if count == length { return true }
    }
    return false
}

/// Whether a line begins or ends a block of code: no backtick is behind its own (CommonMark, section 4.5).
func isFence(_ line: some Collection<UInt8>) -> Bool {
    let bytes = line.drop { $0 == UInt8(ascii: " ") }
    return bytes.starts(with: "```".utf8) && !bytes.drop { $0 == backtick }.contains(backtick)
}

private func withSingleBackticks(_ line: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var index = 0
    while index < line.count {
        let run = line[index...].prefix { $0 == backtick }
        guard run.count > 1, let code = code(in: line[run.endIndex...], until: run.count) else {
            result += run.isEmpty ? line[index...].prefix(1) : run
            index += max(1, run.count)
            continue
        }
        result += [backtick] + code + [backtick]
        index = code.endIndex + run.count
    }
    return result
}

/// The code up to the next run of backticks, if that is of the wanted length.
private func code(in rest: ArraySlice<UInt8>, until length: Int) -> ArraySlice<UInt8>? {
    let code = rest.prefix { $0 != backtick }
    let closing = rest[code.endIndex...].prefix { $0 == backtick }
    return code.isEmpty || closing.count != length ? nil : code
}
