public import ClientModel
import YAML

/// Groups and names for one client, to be reviewed.
public struct Suggestion: Sendable {
    /// The model of the client that has them.
    public let api: API
    private let document: String
    private let names: [(pointer: String, name: String?, type: String?)]

    init(document: String, api: API, draft: SuggestionDraft, allTypes: Bool) {
        self.document = document
        self.api = api
        var names: [(pointer: String, name: String?, type: String?)] = []
        var indices: [String: Int] = [:]
        func add(_ pointer: String, name: String? = nil, type: String? = nil) {
            if let index = indices[pointer] {
                names[index].name = names[index].name ?? name
                names[index].type = names[index].type ?? type
            } else {
                indices[pointer] = names.count
                names.append((pointer, name, type))
            }
        }
        for operation in api.groups.flatMap(\.operations) where operation.variant == nil {
            add(operation.pointer, name: operation.name.text)
        }
        for pin in draft.client.names { add(pin.pointer.value, name: pin.name?.value.text, type: pin.type?.value.text) }
        if allTypes {
            for type in api.types where type.scope != .service { add(type.pointer, type: type.name.text) }
        }
        self.names = names
    }

    /// The client's entry of a configuration, as YAML.
    public var text: String {
        var lines = ["  - document: \(jsonText(document))", "    module: \(api.name)"]
        let groups = groupLines
        if !groups.isEmpty { lines += ["    groups:"] + groups }
        if !names.isEmpty { lines.append("    names:") }
        for (pointer, name, type) in names {
            let value =
                switch (name, type) {
                case (let name?, nil): yamlScalar(name)
                case (let name?, let type?): "{ name: \(yamlScalar(name)), type: \(yamlScalar(type)) }"
                case (nil, let type): "{ type: \(yamlScalar(type ?? "")) }"
                }
            lines.append("      \(jsonText(pointer)): \(value)")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// What stands at the top of all entries.
    public static let header = """
        # Groups and names, to be reviewed and moved to your configuration. What you remove is named by the document.
        clients:

        """

    private var groupLines: [String] {
        var lines: [String] = []
        for index in api.groups.indices {
            let group = api.groups[index]
            let operations = group.operations.filter { $0.variant == nil }
            // Operations without a tag whose paths say nothing have no group to choose.
            if operations.isEmpty || group.key.isEmpty { continue }
            lines.append("      \(yamlScalar(api.path(ofGroup: index).map(\.text).joined(separator: "."))):")
            if let tag = group.tag {
                lines.append("        tags: [\(jsonText(tag))]")
            } else {
                lines.append("        operations:")
                lines += operations.map { "          - \(jsonText($0.requestLine))" }
            }
        }
        return lines
    }
}
