import Diagnostics
import YAML

extension Reader {
    /// Brings the names in a path and the path parameters of its operations together.
    func settlePathParameters(_ item: inout PathItem) {
        let names = PathTemplate.names(in: item.template)
        var undescribed: [String] = []
        for index in item.operations.indices {
            var missing = names.filter { name in
                !item.operations[index].parameters.contains { $0.location == .path && $0.name == name }
            }
            rename(&item.operations[index], names, &missing)
            dropStrays(&item.operations[index], names, item)
            for name in missing {
                if !undescribed.contains(name) { undescribed.append(name) }
                item.operations[index].parameters.append(textParameter(name, item))
            }
        }
        for name in undescribed {
            report(
                .repaired, .pathParameter, "the path parameter \(quote(name)) is not described; it is read as text",
                at: item.templatePlace)
        }
    }

    /// One name that is not described and one parameter that is not in the path are the same.
    private func rename(_ operation: inout Operation, _ names: [String], _ missing: inout [String]) {
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

    private func dropStrays(_ operation: inout Operation, _ names: [String], _ item: PathItem) {
        operation.parameters.removeAll { parameter in
            guard parameter.location == .path, !names.contains(parameter.name) else { return false }
            report(
                .leftOut, .pathParameter,
                "the path \(quote(item.template)) has no parameter \(quote(parameter.name)); the parameter is left out",
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
