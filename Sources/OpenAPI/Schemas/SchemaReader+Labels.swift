import Diagnostics
import YAML

extension SchemaReader {
    /// Reads what `x-enum-varnames` and the like say of the values of `enum`. The first extension of the list below that
    /// names a value wins.
    mutating func readLabels() {
        guard let values = schema.enumeration else { return }
        var labels = [Schema.ValueLabel](repeating: Schema.ValueLabel(), count: values.count)
        let order: [SchemaKey] = [
            .xEnumVarnames, .xEnumNames, .xMicrosoftEnum, .xEnumDescriptions, .xEnumDescriptionsByValue,
        ]
        for key in order {
            for (_, entry) in labelEntries where SchemaKey.table[entry.key] == key {
                for (index, label) in self.labels(key, entry, of: values).enumerated() {
                    labels[index].name = labels[index].name ?? label.name
                    labels[index].description = labels[index].description ?? label.description
                }
            }
        }
        guard labels.contains(where: { $0.name != nil || $0.description != nil }) else { return }
        withDetails { $0.valueLabels = labels }
    }

    /// What one extension says, value by value; empty where it says nothing.
    private func labels(_ key: SchemaKey, _ entry: Mapping.Entry, of values: [Node]) -> [Schema.ValueLabel] {
        if key == .xMicrosoftEnum { return microsoftLabels(entry.value, of: values) }
        let isName = key == .xEnumVarnames || key == .xEnumNames
        return texts(entry, of: values).map { text in
            Schema.ValueLabel(name: isName ? text : nil, description: isName ? nil : text)
        }
    }

    /// A list with an item for each value, or a mapping by value. A list may skip `null`.
    private func texts(_ entry: Mapping.Entry, of values: [Node]) -> [String?] {
        switch entry.value.value {
        case .mapping(let mapping): return values.map { $0.plainText.flatMap { mapping[$0]?.plainText } }
        case .sequence(let items) where items.count == values.count: return items.map(\.plainText)
        case .sequence(let items) where items.count == values.count { !$0.isNull }:
            var rest = items[...]
            return values.map { $0.isNull ? nil : rest.removeFirst().plainText }
        case .sequence(let items):
            reader.report(
                .remark, .badValue,
                "\(code(entry.key)) has \(items.count) items, but `enum` has \(values.count) values; it is not read",
                at: entry.value.place, hint: "write one item for each value")
            return []
        default: return []
        }
    }

    /// AutoRest's form: `values` with a `value`, a `name` and a `description` each.
    private func microsoftLabels(_ node: Node, of values: [Node]) -> [Schema.ValueLabel] {
        guard case .mapping(let mapping) = node.value, case .sequence(let items)? = mapping["values"]?.value else {
            return []
        }
        var known: [String: Schema.ValueLabel] = [:]
        for item in items {
            guard case .mapping(let label) = item.value, let value = label["value"]?.plainText else { continue }
            known[value] = Schema.ValueLabel(
                name: label["name"]?.plainText, description: label["description"]?.plainText)
        }
        return values.map { $0.plainText.flatMap { known[$0] } ?? Schema.ValueLabel() }
    }
}

extension Node {
    /// The text of a scalar other than `null`.
    fileprivate var plainText: String? {
        switch value {
        case .string(let text), .number(let text): text
        case .boolean(let flag): String(flag)
        case .null, .sequence, .mapping: nil
        }
    }
}
