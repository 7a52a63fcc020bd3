public import YAML

extension Node {
    /// The value as JSON text with numbers as written and members in their order.
    public var json: String { rendered() }

    /// The value as JSON text, the same for all orders of members and all spellings of a number.
    public var comparable: String {
        rendered(order: { $0.sorted { $0.key < $1.key } }) { text in
            guard let value = Double(text), abs(value) < 1e15 else { return text }
            return value == value.rounded() ? String(Int(value)) : String(value)
        }
    }

    private func rendered(
        order: (([Mapping.Entry]) -> [Mapping.Entry]) = { $0 }, number: (String) -> String = { $0 }
    ) -> String {
        switch value {
        case .null: "null"
        case .boolean(let flag): flag ? "true" : "false"
        case .number(let text): number(text)
        case .string(let text): Self.quoted(text)
        case .sequence(let items):
            "[" + items.map { $0.rendered(order: order, number: number) }.joined(separator: ",") + "]"
        case .mapping(let mapping):
            "{"
                + order(mapping.entries).map {
                    Self.quoted($0.key) + ":" + $0.value.rendered(order: order, number: number)
                }.joined(separator: ",") + "}"
        }
    }

    private static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x22, 0x5C: result += "\\\(scalar)"
            case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029: result += escape(UInt16(scalar.value))
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }

    /// The escape of a code unit of UTF-16.
    private static func escape(_ unit: UInt16) -> String {
        "\\u" + String(UInt32(unit) | 0x10000, radix: 16, uppercase: true).dropFirst()
    }

    /// The value as JSON text of ASCII characters alone.
    public var asciiJSON: String {
        json.utf16.map { $0 < 0x80 ? String(Character(Unicode.Scalar(UInt8($0)))) : Self.escape($0) }.joined()
    }
}
