public import ClientModel
import YAML

/// The client model as JSON, for authors of templates and for other programs.
///
/// Keys are the names of the model's properties in Swift, in the order they are declared; what is absent or empty is left out. An enum case
/// without payload is its name; one with a payload is an object with that name as its key.
public func modelJSON(_ api: API) -> String { modelJSON(api.json) }

/// A value as JSON text, indented by two spaces and ending in a line feed.
func modelJSON(_ value: ModelValue) -> String {
    var writer = ModelWriter()
    writer.write(value)
    return writer.text + "\n"
}

/// A JSON value with its members in order.
indirect enum ModelValue {
    case text(String)
    case number(Int)
    case flag(Bool)
    case list([ModelValue])
    case object([(String, ModelValue?)])

    static func texts(_ values: [String]) -> ModelValue? { values.isEmpty ? nil : .list(values.map { .text($0) }) }
    static func optional(_ value: String?) -> ModelValue? { value.map { .text($0) } }
    /// A name that is left out where it is `other`, as most are.
    static func name(_ name: Identifier, unlike other: Identifier) -> ModelValue? {
        name == other ? nil : .text(name.text)
    }

    static func isTrue(_ value: Bool) -> ModelValue? { value ? .flag(true) : nil }
}

private struct ModelWriter {
    var text = ""
    private var depth = 0

    mutating func write(_ value: ModelValue) {
        switch value {
        case .text(let value): text += quoted(value)
        case .number(let value): text += String(value)
        case .flag(let value): text += value ? "true" : "false"
        case .list(let values): block("[", "]", values) { writer, value in writer.write(value) }
        case .object(let members):
            let present = members.compactMap { name, value in value.map { (name, $0) } }
            block("{", "}", present) { writer, member in
                writer.text += quoted(member.0) + ": "
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

/// A JSON string (RFC 8259, section 7), which is a double-quoted scalar of YAML too.
func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
        switch scalar {
        case "\"": result += "\\\""
        case "\\": result += "\\\\"
        case "\n": result += "\\n"
        case "\r": result += "\\r"
        case "\t": result += "\\t"
        case let scalar where scalar.value < 0x20 || scalar.value == 0x7F:
            let digits = String(scalar.value, radix: 16)
            result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        default: result.unicodeScalars.append(scalar)
        }
    }
    return result + "\""
}
