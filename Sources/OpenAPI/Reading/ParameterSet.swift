import Diagnostics
import YAML

/// The entries of a `parameters` key, with those that are a body in 2.0 apart.
struct ParameterSet {
    var parameters: [Parameter] = []
    var body: Located?
    var form: [FormParameter] = []

    /// These in the place of those of the same name and location, which keep their order.
    func overriding(_ shared: ParameterSet) -> ParameterSet {
        var result = shared
        result.body = body ?? shared.body
        merge(parameters, into: &result.parameters, key: \.key)
        merge(form, into: &result.form, key: \.key)
        return result
    }

    private func merge<Item>(_ own: [Item], into shared: inout [Item], key: KeyPath<Item, [UInt8]>) {
        guard !shared.isEmpty else { return shared = own }
        let places = Dictionary(
            shared.enumerated().map { ($1[keyPath: key], $0) }, uniquingKeysWith: { first, _ in first })
        for item in own {
            if let index = places[item[keyPath: key]] {
                shared[index] = item
            } else {
                shared.append(item)
            }
        }
    }
}

extension Parameter {
    /// What tells parameters of an operation apart: names that differ in how a letter is composed are two.
    fileprivate var key: [UInt8] { Array("\(location.rawValue) \(name)".utf8) }
}

extension FormParameter {
    fileprivate var key: [UInt8] { Array(name.utf8) }
}

extension Reader {
    func parameters(_ entry: Mapping.Entry, in parent: Located) -> ParameterSet {
        var set = ParameterSet()
        var seen: [[UInt8]: Place] = [:]
        for located in mappings(entry, in: parent) {
            if family(of: located) == .v2_0, addSwagger(located, to: &set) { continue }
            guard let parameter = parameter(located) else { continue }
            if let first = seen[parameter.key] {
                report(
                    .repaired, .duplicate,
                    "the \(parameter.location.rawValue) parameter \(quote(parameter.name)) is listed twice; the first is used",
                    at: located.place, notes: [.init("first here", at: first)])
            } else {
                seen[parameter.key] = located.place
                set.parameters.append(parameter)
            }
        }
        return set
    }
}
