import ClientModel
import Diagnostics
import OpenAPI
import YAML

enum ValueKind: CaseIterable {
    case string, integer, number, boolean, structure

    var jsonKind: Union.Signature.Kind {
        switch self {
        case .string: .string
        case .integer: .integer
        case .number: .number
        case .boolean: .boolean
        case .structure: .any
        }
    }
}

/// A value of an `enum` other than `null`.
struct KnownValue {
    var kind: ValueKind
    var value: Enumeration.Value
    /// As a name is made of.
    var text: String
    var place: Place
    /// The schema that lists it.
    var owner: SchemaID
    /// Where a pin may name it; `nil` for a `const`, which shares its place with its schema.
    var pointer: String?
    /// What the document calls it, which then is what its name is made of.
    var name: String?
    var description: String?
}

extension KnownValue {
    /// The value among integers that are too large for `Int64`.
    var unsigned: KnownValue {
        var result = self
        if let number = UInt64(text) { result.value = .unsigned(number) }
        return result
    }

    /// The value among numbers that are no integers.
    var number: KnownValue {
        var result = self
        result.value = .number(text)
        result.kind = .number
        return result
    }
}

extension SchemaLookup {
    /// The values of a list but `null`, each once. Values spelled in another JSON type than the schema's `type` are
    /// taken for what they were meant to be.
    ///
    /// - Parameter canPin: Whether the values need pointers.
    mutating func distinct(_ values: MergedSchema.Values, _ merged: MergedSchema, canPin: Bool) -> [KnownValue] {
        let owner = facts.document[values.owner]
        let labels = values.isConstant ? [] : owner.valueLabels
        var seen: [[UInt8]: Place] = [:]
        var result: [KnownValue] = []
        for (node, index) in values.nodes where !node.isNull {
            let pointer = values.isConstant || !canPin ? nil : "\(owner.pointer)/enum/\(index)"
            guard var value = known(node, merged.types, owner: values.owner, pointer: pointer) else { continue }
            if !labels.isEmpty { (value.name, value.description) = (labels[index].name, labels[index].description) }
            if values.nodes.count == 1 { return [value] }
            let key = Array(jsonText(node).utf8)
            if let first = seen[key] {
                report(
                    Diagnostic(
                        .repaired, .repeatedValue, "\(jsonText(node)) is already in the list", at: node.place,
                        notes: [.init("the first is here", at: first)]))
                continue
            }
            seen[key] = node.place
            result.append(value)
        }
        return result
    }

    private mutating func known(
        _ node: Node, _ types: [SchemaType]?, owner: SchemaID, pointer: String?
    ) -> KnownValue? {
        func listed(_ kind: ValueKind, _ value: Enumeration.Value, _ text: String) -> KnownValue {
            KnownValue(kind: kind, value: value, text: text, place: node.place, owner: owner, pointer: pointer)
        }
        let isText = types == [.string]
        let isNumber = types.map { $0.allSatisfy { $0 == .integer || $0 == .number } } ?? false
        switch node.value {
        case .null: return nil
        case .string(let text):
            if isNumber, let value = numberValue(text) {
                reportSpelling(node, "a number")
                return listed(value.kind, value.value, text)
            }
            return listed(.string, .string(text), text)
        case .number(let text):
            if isText {
                reportSpelling(node, "text")
                return listed(.string, .string(text), text)
            }
            let (kind, value) = numberValue(text) ?? (.number, .number(text))
            return listed(kind, value, text)
        case .boolean(let flag):
            if isText {
                reportSpelling(node, "text")
                return listed(.string, .string(String(flag)), String(flag))
            }
            return listed(.boolean, .boolean(flag), String(flag))
        case .sequence, .mapping:
            return listed(.structure, .string(""), "")
        }
    }

    private func numberValue(_ text: String) -> (kind: ValueKind, value: Enumeration.Value)? {
        if let integer = Int64(text) { return (.integer, .integer(integer)) }
        if let integer = UInt64(text) { return (.integer, .unsigned(integer)) }
        let digits = text.utf8.drop { $0 == UInt8(ascii: "-") }
        if !digits.isEmpty, digits.allSatisfy(isDigit) { return (.integer, .number(text)) }
        return isNumber(text) ? (.number, .number(text)) : nil
    }

    private mutating func reportSpelling(_ node: Node, _ kind: String) {
        report(
            Diagnostic(
                .repaired, .valueType, "\(jsonText(node)) is read as \(kind), as the schema's 'type' requires",
                at: node.place))
    }
}

/// Whether a text is the text of a number.
private func isNumber(_ text: String) -> Bool {
    Double(text) != nil && text.utf8.allSatisfy { isDigit($0) || ".-+eE".utf8.contains($0) }
}

extension Node {
    /// Whether a listed value can be of one of some types, as it is or spelled in another JSON type.
    func canBe(of types: [SchemaType]) -> Bool {
        let isNumeric = types.contains(.integer) || types.contains(.number)
        return switch value {
        case .null: true
        case .string(let text): types.contains(.string) || isNumeric && isNumber(text)
        case .number: isNumeric || types == [.string]
        case .boolean: types.contains(.boolean) || types == [.string]
        case .sequence: types.contains(.array)
        case .mapping: types.contains(.object)
        }
    }
}
