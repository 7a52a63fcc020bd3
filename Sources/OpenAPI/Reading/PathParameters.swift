import Diagnostics
import YAML

extension Reader {
    /// Brings the names in a path and the path parameters of its operations together.
    func resolvePathParameters(_ item: inout PathItem) {
        let names = PathTemplate.names(in: item.template)
        let inPath = Set(names)
        var undescribed: Set<String> = []
        for index in item.operations.indices {
            let described = Set(item.operations[index].parameters.lazy.filter { $0.location == .path }.map(\.name))
            var missing = names.filter { !described.contains($0) }
            rename(&item.operations[index], inPath, &missing)
            dropStrays(&item.operations[index], names, inPath, item)
            for name in missing where undescribed.insert(name).inserted {
                report(
                    .repaired, .pathParameter,
                    "the path parameter \(quote(name)) has no description; it is read as a string",
                    at: item.templatePlace)
            }
            var added: Set<String> = []
            for name in missing where added.insert(name).inserted {
                item.operations[index].parameters.append(textParameter(name, item))
            }
        }
    }

    /// One name that is not described and one parameter that is not in the path are the same.
    private func rename(_ operation: inout Operation, _ names: Set<String>, _ missing: inout [String]) {
        let strays = operation.parameters.indices.filter {
            operation.parameters[$0].location == .path && !names.contains(operation.parameters[$0].name)
        }
        guard strays.count == 1, missing.count == 1 else { return }
        let parameter = operation.parameters[strays[0]]
        report(
            .repaired, .pathParameter,
            "the path has no parameter \(quote(parameter.name)); it is read as \(quote(missing[0]))",
            at: parameter.namePlace)
        operation.parameters[strays[0]].name = missing[0]
        missing = []
    }

    private func dropStrays(
        _ operation: inout Operation, _ names: [String], _ inPath: Set<String>, _ item: PathItem
    ) {
        operation.parameters.removeAll { parameter in
            guard parameter.location == .path, !inPath.contains(parameter.name) else { return false }
            report(
                .leftOut, .pathParameter,
                "the path \(quote(item.template)) has no parameter \(quote(parameter.name)); the parameter is skipped",
                at: parameter.namePlace, hint: hint(for: parameter.name, among: names))
            return true
        }
    }

    private func textParameter(_ name: String, _ item: PathItem) -> Parameter {
        let pointer = Pointer.appending(name, to: item.pointer)
        let node = Node(.null, at: item.templatePlace)
        let schema = arena.id(Located(node: node, scope: 0, pointer: pointer), .text)
        return Parameter(
            name: name, namePlace: item.templatePlace, location: .path, isRequired: true, style: .simple,
            explode: false,
            schema: schema, pointer: pointer, place: item.templatePlace)
    }
}
