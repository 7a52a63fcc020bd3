/// Where the nodes of events stand.
extension YAMLReader {
    /// Where the collection starts that the current event opens.
    mutating func collectionStart() -> Int {
        let range = range()
        let start = events.properties.isEmpty ? range.lowerBound : skipProperties(range).lowerBound
        end = max(end, start)
        return start
    }

    mutating func closeCollection(_ isFlow: Bool, _ bracket: UInt8, _ start: Int) {
        guard isFlow else { return }
        let close = marks.offset(events.end)
        if close > start, text[close - 1] == bracket { end = max(end, close) }
    }

    /// The bytes of the current event's anchor or tag, by the character it starts with.
    mutating func propertyRange(_ sign: UInt8) -> Range<Int> {
        let whole = range()
        var start = whole.lowerBound
        while start < whole.upperBound, text[start] != sign {
            start = max(start + 1, propertyEnd(start, limit: whole.upperBound))
        }
        return start..<propertyEnd(start, limit: text.count)
    }

    func propertyEnd(_ start: Int, limit: Int) -> Int {
        let isVerbatim = text[start...].starts(with: "!<".utf8)
        var at = start
        while at < limit, text[at] > 0x20, isVerbatim || !",[]{}".utf8.contains(text[at]) { at += 1 }
        return at
    }

    /// What is left of a node's bytes after its anchor and tag, and the blanks and comments after them.
    func skipProperties(_ whole: Range<Int>) -> Range<Int> {
        var at = whole.lowerBound
        let limit = whole.upperBound
        func skip(while condition: (UInt8) -> Bool) { while at < limit, condition(text[at]) { at += 1 } }
        while at < limit {
            switch text[at] {
            case UInt8(ascii: "&"), UInt8(ascii: "!"): at = max(at + 1, propertyEnd(at, limit: limit))
            case 0...0x20: skip { $0 <= 0x20 }
            case UInt8(ascii: "#"): skip { $0 != 0x0A }
            default: return at..<limit
            }
        }
        return limit..<limit
    }
}
