import Diagnostics
import YAML

extension SchemaReader {
    /// What narrows the values.
    mutating func readBounds(_ key: SchemaKey, _ entry: Mapping.Entry) -> Bool {
        switch key {
        case .minimum: set(\.minimum, reader.number(entry))
        case .maximum: set(\.maximum, reader.number(entry))
        case .exclusiveMinimum: readExclusive(entry, \.isMinimumExclusive, \.exclusiveMinimum)
        case .exclusiveMaximum: readExclusive(entry, \.isMaximumExclusive, \.exclusiveMaximum)
        case .multipleOf: set(\.multipleOf, reader.number(entry))
        case .minLength: set(\.minLength, reader.number(entry))
        case .maxLength: set(\.maxLength, reader.number(entry))
        case .minItems: set(\.minItems, reader.number(entry))
        case .maxItems: set(\.maxItems, reader.number(entry))
        case .minContains: set(\.minContains, reader.number(entry))
        case .maxContains: set(\.maxContains, reader.number(entry))
        case .minProperties: set(\.minProperties, reader.number(entry))
        case .maxProperties: set(\.maxProperties, reader.number(entry))
        case .pattern: set(\.pattern, reader.text(entry))
        case .uniqueItems:
            let isUnique = reader.boolean(entry) ?? false
            withDetails { $0.bounds.uniqueItems = isUnique }
        default: return false
        }
        return true
    }

    private mutating func set(_ bound: WritableKeyPath<Schema.Bounds, String?>, _ text: String?) {
        guard let text else { return }
        withDetails { $0.bounds[keyPath: bound] = text }
    }

    /// A number since 3.1; before that, whether `minimum` or `maximum` itself is excluded.
    private mutating func readExclusive(
        _ entry: Mapping.Entry, _ flag: WritableKeyPath<SchemaReader, Bool>,
        _ bound: WritableKeyPath<Schema.Bounds, String?>
    ) {
        guard case .boolean(let isExclusive) = entry.value.value else {
            if family < .v3_1, case .number = entry.value.value {
                reader.report(
                    .repaired, .otherVersionKey,
                    "\(code(entry.key)) must be true or false in OpenAPI \(family.text); it is read as the bound of 3.1",
                    at: entry.value.place)
            }
            return set(bound, reader.number(entry))
        }
        if family >= .v3_1 {
            reader.report(
                .repaired, .otherVersionKey,
                "\(code(entry.key)) must be a number in OpenAPI \(family.text); it is read as in 3.0: \(isExclusive)",
                at: entry.value.place)
        }
        self[keyPath: flag] = isExclusive
    }

    mutating func resolveExclusiveBounds() {
        if isMinimumExclusive, let bound = details?.bounds.minimum {
            details?.bounds.exclusiveMinimum = bound
            details?.bounds.minimum = nil
        }
        if isMaximumExclusive, let bound = details?.bounds.maximum {
            details?.bounds.exclusiveMaximum = bound
            details?.bounds.maximum = nil
        }
    }
}
