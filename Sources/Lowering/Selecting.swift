import ClientModel
import Diagnostics
import OpenAPI

extension Lowerer {
    func isSelected(_ item: PathItem, _ operation: OpenAPI.Operation) -> Bool {
        guard let selection = options.selection else { return true }
        return selection.paths.contains(item.template)
            || operation.operationID.map(selection.operationIDs.contains) ?? false
            || operation.tags.contains { selection.tags.contains($0.name) }
    }

    func isSelected(schema name: String) -> Bool {
        options.selection?.schemas.contains(name) ?? true
    }

    /// With a selection, only the schemes its operations ask for.
    func schemeFilter(_ groups: [OperationGroup]) -> (String) -> Bool {
        guard options.selection != nil else { return { _ in true } }
        let names = Set(groups.flatMap(\.operations).flatMap(\.security).flatMap(\.schemes).map(\.wireName))
        return { names.contains($0) }
    }

    /// Reports what a selection names and the document does not have.
    mutating func reportUnknownSelections() {
        guard let selection = options.selection else { return }
        let operations = document.paths.flatMap(\.operations)
        let tags = Set(operations.flatMap { $0.tags.map(\.name) })
        let ids = Set(operations.compactMap(\.operationID))
        let paths = Set(document.paths.map(\.template))
        let schemas = Set(document.componentSchemas.map(\.name))
        let unknown =
            selection.tags.filter { !tags.contains($0) }.map { "tag '\($0)'" }
            + selection.paths.filter { !paths.contains($0) }.map { "path '\($0)'" }
            + selection.operationIDs.filter { !ids.contains($0) }.map { "operation '\($0)'" }
            + selection.schemas.filter { !schemas.contains($0) }.map { "schema '\($0)'" }
        for text in unknown {
            problems.add(
                Diagnostic(.error, "unknown-selection", "the document has no \(text)", at: selection.place))
        }
    }
}
