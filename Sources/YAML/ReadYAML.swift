import Diagnostics

/// Reads valid UTF-8 as YAML. What YAML 1.2 and libyaml, which reads 1.1, see differently is kept from libyaml or refused.
func readYAML(_ text: UnsafeBufferPointer<UInt8>, limits: Limits, faults: inout Faults) -> Node? {
    let screening = Screening(text)
    do throws(Halt) {
        try refuseUnreadable(screening, faults: &faults)
        if screening.specials.isEmpty {
            return readEvents(text, of: text, screening, mask: nil, limits: limits, faults: &faults)
        }
        guard let (masked, mask) = screening.masked() else {
            throw faults.stop(
                .controlCharacter,
                "the document has a control character here and uses every character from U+E000 to U+EFFF",
                at: screening.specials[0].bytes)
        }
        return masked.withUnsafeBufferPointer { masked in
            readEvents(masked, of: text, screening, mask: mask, limits: limits, faults: &faults)
        }
    } catch {
        return nil
    }
}

private func readEvents(
    _ input: UnsafeBufferPointer<UInt8>, of text: UnsafeBufferPointer<UInt8>, _ screening: Screening, mask: Mask?,
    limits: Limits, faults: inout Faults
) -> Node? {
    guard let events = Events(input) else {
        _ = faults.stop(.memory, "not enough memory to read the file", at: 0..<0)
        return nil
    }
    var reader = YAMLReader(
        events: events, text: text, screening: screening, mask: mask, limits: limits, faults: faults)
    let root = reader.read()
    faults = reader.faults
    return root
}

/// Refuses what would make every later message misleading.
private func refuseUnreadable(_ screening: Screening, faults: inout Faults) throws(Halt) {
    if let first = screening.loneReturns.first {
        let others = screening.loneReturns.count - 1
        throw faults.stop(
            .carriageReturn,
            "carriage return without a line feed"
                + (others > 0 ? ", and at \(others) more locations" : ""),
            at: first..<(first + 1), hint: "end every line with LF or CRLF")
    }
    if screening.tagDirectives.count > Limits.tagDirectives {
        let start = screening.tagDirectives[Limits.tagDirectives]
        throw faults.stop(
            .limitDirectives, "there are more than \(Limits.tagDirectives) %TAG directives", at: start..<(start + 4))
    }
}
