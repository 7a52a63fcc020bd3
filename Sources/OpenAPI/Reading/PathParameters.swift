import Diagnostics
import YAML

/// The names in a path's template, and what they say of the path parameters of its operations.
struct PathParameters {
    private let template: String
    private let templatePlace: Place
    private let pointer: String
    private let names: [String]
    private let inPath: Set<String>

    init(of item: PathItem) {
        template = item.template
        templatePlace = item.templatePlace
        pointer = item.pointer
        names = PathTemplate.names(in: item.template)
        inPath = Set(names)
    }

    /// Brings the names in the path and the path parameters of the operations together.
    func resolve(_ operations: inout [Operation], _ arena: inout SchemaArena, _ findings: inout Findings) {
        var undescribed: Set<String> = []
        for index in operations.indices {
            let described = Set(operations[index].parameters.lazy.filter { $0.location == .path }.map(\.name))
            var missing = names.filter { !described.contains($0) }
            rename(&operations[index], &missing, &findings)
            dropStrays(&operations[index], &findings)
            for name in missing where undescribed.insert(name).inserted {
                findings.report(
                    .repaired, .pathParameter,
                    "the path parameter \(quote(name)) has no description; it is read as a string",
                    at: templatePlace)
            }
            var added: Set<String> = []
            for name in missing where added.insert(name).inserted {
                operations[index].parameters.append(textParameter(name, &arena))
            }
        }
    }

    /// One name that is not described and one parameter that is not in the path are the same.
    private func rename(_ operation: inout Operation, _ missing: inout [String], _ findings: inout Findings) {
        let strays = operation.parameters.indices.filter {
            operation.parameters[$0].location == .path && !inPath.contains(operation.parameters[$0].name)
        }
        guard strays.count == 1, missing.count == 1 else { return }
        let parameter = operation.parameters[strays[0]]
        findings.report(
            .repaired, .pathParameter,
            "the path has no parameter \(quote(parameter.name)); it is read as \(quote(missing[0]))",
            at: parameter.namePlace)
        operation.parameters[strays[0]].name = missing[0]
        missing = []
    }

    private func dropStrays(_ operation: inout Operation, _ findings: inout Findings) {
        operation.parameters.removeAll { parameter in
            guard parameter.location == .path, !inPath.contains(parameter.name) else { return false }
            findings.report(
                .leftOut, .pathParameter,
                "the path \(quote(template)) has no parameter \(quote(parameter.name)); the parameter is skipped",
                at: parameter.namePlace, hint: findings.hints.hint(for: parameter.name, among: names))
            return true
        }
    }

    private func textParameter(_ name: String, _ arena: inout SchemaArena) -> Parameter {
        let pointer = Pointer.appending(name, to: pointer)
        let node = Node(.null, at: templatePlace)
        let schema = arena.id(Located(node: node, scope: 0, pointer: pointer), .text)
        return Parameter(
            name: name, namePlace: templatePlace, location: .path, isRequired: true, style: .simple, explode: false,
            schema: schema, pointer: pointer, place: templatePlace)
    }
}
