import CLibYAML
import Diagnostics

extension YAMLReader {
    mutating func scalar(_ tag: Tag?) throws(Halt) -> Node {
        let bytes = events.scalarText
        let style = events.scalarStyle
        var range = range()
        if !events.properties.isEmpty {
            let rest = skipProperties(range)
            if !rest.isEmpty { range = rest }
        }
        end = max(end, range.upperBound)
        cost.bulk += bytes.count >> 8
        let isPlain = style == YAML_PLAIN_SCALAR_STYLE
        let value: Node.Value
        if !hidden.isEmpty, let text = try unmask(bytes, range, style) {
            value = .string(text)
        } else if let tag {
            value = try tag.scalar(bytes, isPlain: isPlain, at: range, faults: &faults)
        } else if isPlain {
            value = resolve(bytes)
        } else {
            value = .string(interner.text(bytes))
        }
        return Node(value, at: faults.place(range))
    }

    private func mayHold(_ special: Screening.Special, in style: yaml_scalar_style_t) -> Bool {
        let isQuoted = style == YAML_SINGLE_QUOTED_SCALAR_STYLE || style == YAML_DOUBLE_QUOTED_SCALAR_STYLE
        return special.kind == .surrogatePair || isQuoted && special.isQuotable
    }

    /// The text of a scalar with what was masked from libyaml, or `nil` if nothing was. Characters it may not hold are reported.
    private mutating func unmask(
        _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ style: yaml_scalar_style_t
    ) throws(Halt) -> String? {
        try reportUnquoted(before: range.lowerBound)
        let inside = hidden.take(before: range.upperBound)
        for special in inside where !mayHold(special, in: style) { try faults.add(special) }
        if inside.isEmpty { return nil }
        return hidden.unmask(
            bytes, inside, inDoubleQuotes: style == YAML_DOUBLE_QUOTED_SCALAR_STYLE, source: text)
    }

    mutating func resolve(_ bytes: UnsafeBufferPointer<UInt8>) -> Node.Value {
        guard let first = bytes.first else { return .null }
        switch first {
        case UInt8(ascii: "-"), 0x30...0x39:
            return isJSONNumber(bytes) ? .number(interner.text(bytes)) : .string(interner.text(bytes))
        case UInt8(ascii: "t") where bytes.elementsEqual("true".utf8): return .boolean(true)
        case UInt8(ascii: "f") where bytes.elementsEqual("false".utf8): return .boolean(false)
        case UInt8(ascii: "n") where bytes.elementsEqual("null".utf8): return .null
        default: return .string(interner.text(bytes))
        }
    }
}
