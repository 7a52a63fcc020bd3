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

/// Reports what a selection or a group names and the document does not have.
func reportUnknownChoices(of options: LoweringOptions, in document: Document, _ findings: inout Findings) {
    if let selection = options.selection {
        reportUnknown(
            tags: selection.tags, operations: selection.operations,
            in: document.paths + document.webhooks.map(\.item), &findings)
        let paths = document.paths.map(\.template) + document.webhooks.map(\.item.template)
        reportUnknown(selection.paths, "path", among: paths, &findings)
        reportUnknown(selection.schemas, "schema", among: document.componentSchemas.map(\.name), &findings)
    }
    for group in options.groups {
        reportUnknown(tags: group.tags, operations: group.operations, in: document.paths, &findings)
        let templates = document.paths.map(\.template)
        let unknown = group.paths.filter { path in !templates.contains { isBelow($0, path.name) } }
        reportUnknown(unknown, "path", among: templates, &findings)
        for name in group.path where Role.group.isReserved(name.text) {
            findings.report(
                Diagnostic(
                    .error, .reservedName, "'\(name)' is used by generated code and can't name a group",
                    at: group.place))
        }
    }
}

private func reportUnknown(
    tags: [LoweringOptions.Selection.Choice], operations choices: [LoweringOptions.Selection.Choice],
    in items: [PathItem], _ findings: inout Findings
) {
    let operations = items.flatMap { item in item.operations.map { (item.template, $0) } }
    reportUnknown(tags, "tag", among: operations.flatMap { $0.1.tags.map(\.name) }, &findings)
    let ids = operations.compactMap(\.1.operationID)
    reportUnknown(choices, "operation", among: ids + operations.map { "\($0.1.method) \($0.0)" }, &findings)
}

private func reportUnknown(
    _ choices: [LoweringOptions.Selection.Choice], _ kind: String, among names: [String],
    _ findings: inout Findings
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

/// The pointers of schemas and operations that a selection leaves out: pins of what is in them name nothing, and are
/// no mistake.
func unselected(in document: Document, besides located: [Located], _ components: ComponentTable) -> Set<String> {
    let items = document.paths + document.webhooks.map(\.item)
    let operations = Set(items.flatMap(\.operations).map(\.pointer)).subtracting(located.map(\.operation.pointer))
    let schemas = document.componentSchemas.filter { components.types[$0.id] == nil }
    return operations.union(schemas.map { document[$0.id].pointer })
}
