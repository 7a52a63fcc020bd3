public import ClientModel
public import Diagnostics
import Lowering
public import YAML

extension API {
    /// Whether a tree is a model, as ``modelJSON(_:)`` writes it, and no OpenAPI document.
    public static func isModel(_ tree: Node) -> Bool {
        if case .mapping(let members) = tree.value {
            members[formatKey] != nil && members["openapi"] == nil
        } else {
            false
        }
    }

    /// Reads what ``modelJSON(_:)`` wrote, by this version of the tool or by another. There are no places in it.
    ///
    /// - Returns: `nil` where it is no model, or one of another format; the reason is in `problems`.
    public init?(model tree: Node, problems: inout Problems) {
        do throws(ModelError) {
            self = try API(fields: ModelFields(tree))
        } catch {
            problems.add(
                Diagnostic(
                    .error, .badModel, "not a client model that this version can read: \(error.message)",
                    at: error.place, hint: "`clientsmith model` writes one"))
            return nil
        }
    }

    private init(fields: ModelFields) throws(ModelError) {
        guard try fields.number(Self.formatKey) == Self.format else {
            throw ModelError(
                message: "expected the format \(Self.format)", place: try fields.required(Self.formatKey).place)
        }
        let types = try fields.list("types", TypeDeclaration.init(model:))
        let groups = try fields.list("groups", OperationGroup.init(model:))
        self.init(
            name: try fields.identifier("name"), info: try Information(model: fields.required("info")),
            servers: try fields.list("servers", Server.init(model:)),
            securitySchemes: try fields.list("securitySchemes", SecurityScheme.init(model:)), groups: groups,
            types: types, webhooks: try fields.list("webhooks", Webhook.init(model:)))
        headers = try fields.list("headers", Header.init(model:))
        instanceName = try fields.optionalIdentifier("instanceName") ?? name
        suiteName = try fields.optionalIdentifier("suiteName") ?? name
        testModule = try fields.optionalIdentifier("testModule") ?? name
        try checkReferences(fields.node)
    }

    /// A type is an index, and indices have to lead somewhere.
    private func checkReferences(_ node: Node) throws(ModelError) {
        for index in groups.indices {
            var (parent, depth) = (groups[index].parent, 0)
            while let outer = parent, groups.indices.contains(outer), depth < groups.count {
                (parent, depth) = (groups[outer].parent, depth + 1)
            }
            if parent != nil { throw ModelError(message: "the group \(index) has no parent", place: node.place) }
        }
        for (index, type) in types.enumerated() {
            var isSound = type.id.index == index
            switch type.scope {
            case .service: break
            case .type(let outer): isSound = isSound && outer.index < types.count && outer.index != index
            case .group(let group): isSound = isSound && groups.indices.contains(group)
            }
            if !isSound { throw ModelError(message: "the type \(index) is at the wrong index", place: node.place) }
        }
        let used = mentionedTypes
        if let wrong = used.first(where: { !types.indices.contains($0.index) }) {
            throw ModelError(message: "unknown type \(wrong.index)", place: node.place)
        }
        guard !types.contains(where: { isInCycle($0.id) }) else {
            throw ModelError(message: "a type contains itself", place: node.place)
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

    private var mentionedTypes: [TypeID] {
        let operations = groups.flatMap(\.operations)
        var references = operations.flatMap { $0.parameters.map(\.type) + ($0.body?.contents ?? []).map(\.type) }
        references += operations.flatMap(\.responses).flatMap { $0.contents.map(\.type) + $0.headers.map(\.type) }
        for operation in operations {
            if case .single(let content) = operation.output { references.append(content.type) }
            if case .single(let content) = operation.failure { references.append(content.type) }
            if case .several(_, let cases) = operation.output { references += cases.compactMap { $0.content?.type } }
            if case .several(_, let cases) = operation.failure { references += cases.compactMap { $0.content?.type } }
        }
        references += webhooks.flatMap { $0.contents.map(\.type) + $0.parameters.map(\.type) }
        references += webhooks.flatMap(\.responses).flatMap { $0.contents.map(\.type) + $0.headers.map(\.type) }
        references += headers.map(\.type) + types.flatMap(\.shape.references)
        return references.compactMap(\.innermost)
    }
}

extension TypeDeclaration.Shape {
    fileprivate var references: [TypeReference] {
        switch self {
        case .structure(let structure):
            structure.properties.map(\.type) + [structure.additionalProperties].compactMap { $0 }
        case .enumeration: []
        case .union(let union): union.cases.map(\.type)
        case .alias(let type): [type]
        }
    }
}

extension TypeReference {
    fileprivate var innermost: TypeID? {
        switch self {
        case .scalar, .json: nil
        case .array(let type), .dictionary(let type), .nullable(let type): type.innermost
        case .named(let id): id
        }
    }

    init(model node: Node) throws(ModelError) {
        let (name, payload) = try node.modelCase
        switch name {
        case "json": self = .json
        case "array": self = .array(try TypeReference(model: payload))
        case "dictionary": self = .dictionary(try TypeReference(model: payload))
        case "nullable": self = .nullable(try TypeReference(model: payload))
        case "named": self = .named(TypeID(try payload.modelNumber))
        default:
            guard let scalar = ScalarType(rawValue: name) else { throw node.unknownCase("type") }
            self = .scalar(scalar)
        }
    }
}
