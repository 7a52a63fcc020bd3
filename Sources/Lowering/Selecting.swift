import ClientModel
import Diagnostics
import OpenAPI

/// The names of a ``LoweringOptions/Selection``, ready to be asked for.
struct SelectedPart {
    private let tags: Set<String>
    private let paths: Set<String>
    private let operations: Set<String>
    private let schemas: Set<String>

    init(_ selection: LoweringOptions.Selection) {
        tags = Set(selection.tags.map(\.name))
        paths = Set(selection.paths.map(\.name))
        operations = Set(selection.operations.map(\.name))
        schemas = Set(selection.schemas.map(\.name))
    }

    func contains(_ item: PathItem, _ operation: OpenAPI.Operation) -> Bool {
        paths.contains(item.template) || operation.operationID.map(operations.contains) ?? false
            || operations.contains("\(operation.method) \(item.template)")
            || operation.tags.contains { tags.contains($0.name) }
    }

    func contains(schema name: String) -> Bool { schemas.contains(name) }
}

extension Lowerer {
    func isSelected(_ item: PathItem, _ operation: OpenAPI.Operation) -> Bool {
        selectedPart?.contains(item, operation) ?? true
    }

    func isSelected(schema name: String) -> Bool { selectedPart?.contains(schema: name) ?? true }

    /// Reports what a selection or a group names and the document does not have.
    mutating func reportUnknownChoices() {
        if let selection = options.selection {
            reportUnknown(
                tags: selection.tags, operations: selection.operations,
                in: document.paths + document.webhooks.map(\.item))
            let paths = document.paths.map(\.template) + document.webhooks.map(\.item.template)
            reportUnknown(selection.paths, "path", among: paths)
            reportUnknown(selection.schemas, "schema", among: document.componentSchemas.map(\.name))
        }
        for group in options.groups {
            reportUnknown(tags: group.tags, operations: group.operations, in: document.paths)
            let templates = document.paths.map(\.template)
            let unknown = group.paths.filter { path in !templates.contains { isBelow($0, path.name) } }
            reportUnknown(unknown, "path", among: templates)
            for name in group.path where Role.group.isReserved(name.text) {
                findings.report(
                    Diagnostic(
                        .error, .reservedName, "'\(name)' is used by generated code and can't name a group",
                        at: group.place))
            }
        }
    }

    private mutating func reportUnknown(
        tags: [LoweringOptions.Selection.Choice], operations choices: [LoweringOptions.Selection.Choice],
        in items: [PathItem]
    ) {
        let operations = items.flatMap { item in item.operations.map { (item.template, $0) } }
        reportUnknown(tags, "tag", among: operations.flatMap { $0.1.tags.map(\.name) })
        let ids = operations.compactMap(\.1.operationID)
        reportUnknown(choices, "operation", among: ids + operations.map { "\($0.1.method) \($0.0)" })
    }

    private mutating func reportUnknown(
        _ choices: [LoweringOptions.Selection.Choice], _ kind: String, among names: [String]
    ) {
        let known = Set(names)
        for choice in choices where !known.contains(choice.name) {
            let hint = nearest(to: choice.name, among: names).map { "did you mean \(quote($0))?" }
            findings.report(
                Diagnostic(
                    .error, .unknownChoice, "the document has no \(kind) \(quote(choice.name))", at: choice.place,
                    hint: hint))
        }
    }
}

extension Lowerer {
    /// Component schemas in the order in which the whole document declares them.
    func listedComponents() -> [ListedComponent] {
        var seen: Set<String> = []
        var components: [ListedComponent] = []
        for (name, id) in document.componentSchemas {
            let isAlias = componentName(id) != name
            let root = isAlias ? id : declaredComponent(id)
            let pointer = isAlias ? "#/components/schemas/\(pointerToken(name))" : document[root].pointer
            guard seen.insert(pointer).inserted else { continue }
            components.append(
                ListedComponent(wireName: isAlias ? name : componentName(root) ?? name, pointer: pointer))
        }
        return components
    }

    private func declaredComponent(_ id: SchemaID) -> SchemaID {
        var id = id
        while let canonical = canonicalComponent(of: id) { id = canonical }
        return id
    }

    /// The pointers of schemas and operations that a selection leaves out: pins of what is in them name nothing, and are
    /// no mistake.
    func unwanted(_ located: [Located]) -> Set<String> {
        guard selectedPart != nil else { return [] }
        let items = document.paths + document.webhooks.map(\.item)
        let operations = Set(items.flatMap(\.operations).map(\.pointer)).subtracting(located.map(\.operation.pointer))
        let schemas = document.componentSchemas.filter { componentTypes[$0.id] == nil }
        return operations.union(schemas.map { document[$0.id].pointer })
    }
}
