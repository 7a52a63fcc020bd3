import ClientModel
import Diagnostics
import OpenAPI
import YAML

/// What is said of a member where it is used, beside its type.
struct Traits {
    var summary: String?
    var description: String?
    var isReadOnly = false
    var isWriteOnly = false
    /// Write-only, or of `format: password` in any part; see ``SchemaIndex/holdsSecret(_:)``.
    var isSecret = false
    var isDeprecated = false
    var defaultValue: Node?
    var examples: [Node] = []
    var facts: [String] = []
    var bounds: [Bound] = []
    var externalDocumentation: OpenAPI.ExternalDocumentation?
}

extension SchemaFacts {
    /// What the wrappers around a member's type say of it. What the type itself says is told where it is declared.
    func traits(of schemas: [SchemaID]) -> Traits {
        var traits = Traits()
        for schema in schemas {
            var next: SchemaID? = schema
            while let id = next {
                traits.add(document[id], isDeclaredElsewhere: isComponent(id))
                next = isComponent(id) ? nil : index.wrapped(id)
            }
        }
        traits.isSecret = traits.isWriteOnly || schemas.contains { index.holdsSecret($0) }
        if let value = traits.defaultValue { traits.facts.append("Default: `\(jsonText(value))`.") }
        if traits.isReadOnly { traits.facts.append("Read-only.") }
        if traits.isWriteOnly { traits.facts.append("Write-only.") }
        return traits
    }

    func documentation(of schemas: [SchemaID], _ traits: Traits) -> Documentation {
        Documentation(
            summary: traits.summary, description: traits.description, isDeprecated: traits.isDeprecated,
            facts: traits.facts, bounds: traits.bounds,
            externalDocumentation: traits.externalDocumentation.map {
                ClientModel.ExternalDocumentation(url: $0.url, description: $0.description)
            },
            examples: traits.examples.map { jsonText($0) })
    }

    /// The documentation of a declaration.
    func documentation(of id: SchemaID) -> Documentation {
        var traits = Traits()
        var next: SchemaID? = id
        while let id = next {
            traits.add(document[id], isDeclaredElsewhere: false)
            next = index.wrapped(id).flatMap { isComponent($0) ? nil : $0 }
        }
        if let value = traits.defaultValue { traits.facts.append("Default: `\(jsonText(value))`.") }
        return documentation(of: [id], traits)
    }
}

extension Traits {
    fileprivate mutating func add(_ schema: Schema, isDeclaredElsewhere: Bool) {
        isReadOnly = isReadOnly || schema.isReadOnly
        isWriteOnly = isWriteOnly || schema.isWriteOnly
        isDeprecated = isDeprecated || schema.isDeprecated
        defaultValue = defaultValue ?? schema.defaultValue
        guard !isDeclaredElsewhere else { return }
        if summary == nil, let title = schema.title, !repeats(title, schema) { summary = title }
        description = description ?? schema.description
        examples.append(contentsOf: schema.examples)
        if !schema.isPlain || schema.format != nil || schema.constant != nil {
            facts.append(contentsOf: Facts.sentences(schema))
            bounds.append(contentsOf: Facts.bounds(schema))
        }
        externalDocumentation = externalDocumentation ?? schema.externalDocumentation
    }

    /// Whether a title only says the schema's name again.
    private func repeats(_ title: String, _ schema: Schema) -> Bool {
        let name = schema.componentName ?? schema.pointer.split(separator: "/").last.map(String.init) ?? ""
        return title == name || spelledTogether(title) == spelledTogether(name)
    }

    private func spelledTogether(_ text: String) -> [UInt8] { lowercased(Array(text.utf8)).filter(isAlphanumeric) }
}

/// Limits in words.
enum Facts {
    static func sentences(_ schema: Schema) -> [String] {
        var result: [String] = []
        let bounds = schema.bounds
        if let format = schema.format, plainStringFormats.contains(format) || !isKnown(format) {
            result.append("Format: `\(format)`.")
        }
        if let text = range(bounds.minLength, bounds.maxLength, "character") { result.append(text) }
        if let pattern = bounds.pattern { result.append("Matches `\(pattern)`.") }
        if let text = numbers(bounds) { result.append(text) }
        if let factor = bounds.multipleOf { result.append("A multiple of \(factor).") }
        if let text = range(bounds.minItems, bounds.maxItems, "element") { result.append(text) }
        if let text = range(bounds.minProperties, bounds.maxProperties, "member") { result.append(text) }
        if bounds.uniqueItems { result.append("Elements are unique.") }
        if let constant = schema.constant { result.append("Always `\(jsonText(constant))`.") }
        return result
    }

    /// The same as values, in the order of their keywords; a format that has a Swift type of its own is none.
    static func bounds(_ schema: Schema) -> [Bound] {
        let bounds = schema.bounds
        let format = schema.format.flatMap { plainStringFormats.contains($0) || !isKnown($0) ? $0 : nil }
        let values: [(Bound.Keyword, String?)] = [
            (.minimum, bounds.minimum), (.maximum, bounds.maximum), (.exclusiveMinimum, bounds.exclusiveMinimum),
            (.exclusiveMaximum, bounds.exclusiveMaximum), (.multipleOf, bounds.multipleOf),
            (.minLength, bounds.minLength), (.maxLength, bounds.maxLength), (.pattern, bounds.pattern),
            (.minItems, bounds.minItems), (.maxItems, bounds.maxItems),
            (.uniqueItems, bounds.uniqueItems ? "true" : nil), (.minProperties, bounds.minProperties),
            (.maxProperties, bounds.maxProperties), (.format, format),
        ]
        return values.compactMap { keyword, value in value.map { Bound(keyword, $0) } }
    }

    private static func isKnown(_ format: String) -> Bool {
        stringFormats[format] != nil || integerFormats[format] != nil || numberFormats[format] != nil
    }

    private static func range(_ least: String?, _ most: String?, _ unit: String) -> String? {
        let least = least == "0" ? nil : least
        switch (least, most) {
        case (let least?, let most?) where least == most: return "Exactly \(counted(least, unit))."
        case (let least?, let most?): return "\(least) to \(counted(most, unit))."
        case (let least?, nil): return "At least \(counted(least, unit))."
        case (nil, let most?): return "At most \(counted(most, unit))."
        case (nil, nil): return nil
        }
    }

    private static func numbers(_ bounds: Schema.Bounds) -> String? {
        if let least = bounds.minimum, let most = bounds.maximum { return "From \(least) to \(most)." }
        var parts: [String] = []
        if let least = bounds.minimum { parts.append("at least \(least)") }
        if let least = bounds.exclusiveMinimum { parts.append("more than \(least)") }
        if let most = bounds.maximum { parts.append("at most \(most)") }
        if let most = bounds.exclusiveMaximum { parts.append("less than \(most)") }
        guard let first = parts.first else { return nil }
        let sentence = ([first.prefix(1).uppercased() + first.dropFirst()] + parts.dropFirst()).joined(separator: ", ")
        return sentence + "."
    }
}
