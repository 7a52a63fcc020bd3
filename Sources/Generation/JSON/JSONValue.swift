import YAML

/// A JSON value with its members in order.
indirect enum JSONValue {
    case text(String)
    /// A number as it is written.
    case digits(String)
    case flag(Bool)
    case list([JSONValue])
    case object([(String, JSONValue?)])

    static func number(_ value: some BinaryInteger) -> JSONValue { .digits(String(value)) }
    static func texts(_ values: [String]) -> JSONValue? { values.isEmpty ? nil : .list(values.map { .text($0) }) }
    static func optional(_ value: String?) -> JSONValue? { value.map { .text($0) } }

    /// The value indented by two spaces, ending in a line feed.
    var document: String {
        var writer = JSONWriter()
        writer.write(self)
        return writer.text + "\n"
    }
}

private struct JSONWriter {
    var text = ""
    private var depth = 0

    mutating func write(_ value: JSONValue) {
        switch value {
        case .text(let value): text += jsonText(value)
        case .digits(let value): text += value
        case .flag(let value): text += value ? "true" : "false"
        case .list(let values): block("[", "]", values) { writer, value in writer.write(value) }
        case .object(let members):
            let present = members.compactMap { name, value in value.map { (name, $0) } }
            block("{", "}", present) { writer, member in
                writer.text += jsonText(member.0) + ": "
                writer.write(member.1)
            }
        }
    }

    private mutating func block<Element>(
        _ open: String, _ close: String, _ elements: [Element], _ write: (inout Self, Element) -> Void
    ) {
        text += open
        if elements.isEmpty {
            text += close
            return
        }
        depth += 1
        for (index, element) in elements.enumerated() {
            text += index == 0 ? "\n" : ",\n"
            text += String(repeating: "  ", count: depth)
            write(&self, element)
        }
        depth -= 1
        text += "\n" + String(repeating: "  ", count: depth) + close
    }
}
