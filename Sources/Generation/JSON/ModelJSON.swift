public import ClientModel
public import Diagnostics
public import YAML

/// The client model as JSON, for authors of templates and for other programs.
///
/// Keys are the names of the model's properties in Swift, in the order of their declaration. Absent, false and empty values are omitted. An
/// enum case without payload is its name; one with a payload is an object with that name as its key.
public func modelJSON(_ api: API) throws -> String {
    try JSONValue.encoding(Model(api: api))?.document ?? ""
}

/// A model with the number of its format in front.
private struct Model: Encodable {
    var api: API

    func encode(to encoder: any Encoder) throws {
        try Format.current.encode(to: encoder)
        try api.encode(to: encoder)
    }
}

/// The member by which a text is known to be a model.
private struct Format: Equatable, Codable {
    var model: Int

    static let current = Format(model: 2)
}

extension API {
    /// Whether a tree is a model, as ``modelJSON(_:)`` writes it, and no OpenAPI document.
    public static func isModel(_ tree: Node) -> Bool {
        if case .mapping(let members) = tree.value {
            members["model"] != nil && members["openapi"] == nil
        } else {
            false
        }
    }

    /// Reads what ``modelJSON(_:)`` wrote, by this version of the tool or by another. There are no places in it.
    ///
    /// - Returns: `nil` where it is no model, or one of another format; the reason is in `problems`.
    public init?(model tree: Node, problems: inout Problems) {
        do throws(DecodingFault) {
            guard try NodeDecoder.decode(Format.self, from: tree) == .current else {
                throw DecodingFault(message: "expected the format \(Format.current.model)", place: tree.place)
            }
            self = try NodeDecoder.decode(API.self, from: tree)
            try checkReferences(tree)
        } catch {
            problems.add(
                Diagnostic(
                    .error, .badModel, "not a client model that this version can read: \(error.message)",
                    at: error.place, hint: "`clientsmith model` writes one"))
            return nil
        }
    }

    /// A type is an index, and indices have to lead somewhere.
    private func checkReferences(_ node: Node) throws(DecodingFault) {
        for index in groups.indices {
            var (parent, depth) = (groups[index].parent, 0)
            while let outer = parent, groups.indices.contains(outer), depth < groups.count {
                (parent, depth) = (groups[outer].parent, depth + 1)
            }
            if parent != nil { throw DecodingFault(message: "the group \(index) has no parent", place: node.place) }
        }
        for (index, type) in types.enumerated() {
            var isSound = type.id.index == index
            switch type.scope {
            case .service: break
            case .type(let outer): isSound = isSound && outer.index < types.count && outer.index != index
            case .group(let group): isSound = isSound && groups.indices.contains(group)
            }
            if !isSound { throw DecodingFault(message: "the type \(index) is at the wrong index", place: node.place) }
        }
        try checkTypes(in: node)
        guard !types.contains(where: { isInCycle($0.id) }) else {
            throw DecodingFault(message: "a type contains itself", place: node.place)
        }
    }

    private func isInCycle(_ id: TypeID) -> Bool {
        var next = id
        for _ in types {
            switch (self[next].scope, self[next].shape) {
            case (.type(let outer), _): next = outer
            case (_, .alias(.named(let target))): next = target
            default: return false
            }
        }
        return !types.isEmpty
    }

    /// Every type that anything refers to exists.
    private func checkTypes(in node: Node) throws(DecodingFault) {
        switch node.value {
        case .mapping(let members):
            for entry in members.entries {
                if entry.key == "named", case .number(let text) = entry.value.value {
                    guard let index = Int(text), types.indices.contains(index) else {
                        throw DecodingFault(message: "unknown type \(text)", place: entry.value.place)
                    }
                }
                try checkTypes(in: entry.value)
            }
        case .sequence(let elements): for element in elements { try checkTypes(in: element) }
        default: break
        }
    }
}
