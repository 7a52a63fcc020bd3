import Diagnostics
import YAML

extension SchemaReader {
    /// What applies under conditions only, or says what a value is not.
    mutating func readCondition(_ key: SchemaKey, _ entry: Mapping.Entry) -> Bool {
        switch key {
        case .not: set(\.not, one(entry))
        case .ifSchema: set(\.ifSchema, one(entry))
        case .thenSchema: set(\.thenSchema, one(entry))
        case .elseSchema: set(\.elseSchema, one(entry))
        case .contains: set(\.contains, one(entry))
        case .propertyNames: set(\.propertyNames, one(entry))
        case .contentSchema: set(\.contentSchema, one(entry))
        case .unevaluatedProperties: set(\.unevaluatedProperties, additional(entry))
        case .unevaluatedItems: set(\.unevaluatedItems, additional(entry))
        case .additionalItems: readAdditionalItems(entry)
        case .dependentSchemas, .dependentRequired, .dependencies: readDependencies(entry)
        default: return false
        }
        return true
    }

    private mutating func set<Value>(_ condition: WritableKeyPath<Schema.Conditions, Value?>, _ value: Value?) {
        guard let value else { return }
        withDetails { $0.conditions[keyPath: condition] = value }
    }

    /// What drafts before 2020-12 call `items` after a list of `items`.
    private mutating func readAdditionalItems(_ entry: Mapping.Entry) {
        reader.report(
            .repaired, .otherVersionKey,
            "`additionalItems` was removed; it is read as `items` after a list",
            at: entry.keyPlace)
        guard case .mapping(let mapping) = located.node.value, case .sequence? = mapping["items"]?.value else { return }
        schema.items = one(entry)
    }

    /// A list under a property's name is what else is required with it, anything else a schema.
    private mutating func readDependencies(_ entry: Mapping.Entry) {
        for property in reader.members(entry, in: located) {
            if case .sequence = property.entry.value.value {
                let names = reader.texts(property.entry).map(\.name)
                withDetails { $0.conditions.dependentRequired.append((property.key, names)) }
            } else if let id = reader.schema(
                property.located, leavingOut: "the dependency on \(quote(property.key))")
            {
                withDetails { $0.conditions.dependentSchemas.append((property.key, id)) }
            }
        }
    }
}
