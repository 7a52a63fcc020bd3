/// An overload of a method that takes the members of an object as arguments, in the place of the body.
///
/// For example: `create(name: "Rex")` beside `create(.init(name: "Rex"))`.
public struct BodyOverload: Codable, Sendable {
    /// The index in ``RequestBody/contents`` of what it sends: a structure, or an alias of one.
    public var content: Int
    /// In the order of the structure's memberwise `init`, which may have more.
    public var members: [Member]

    /// One argument of the overload.
    public struct Member: Codable, Sendable {
        /// The label, which is the property's name.
        public var name: Identifier
        /// Whether calls can omit it.
        public var hasDefault: Bool

        /// An argument with the label of its property.
        public init(name: Identifier, hasDefault: Bool) {
            self.name = name
            self.hasDefault = hasDefault
        }
    }

    /// An overload for one of the contents of a body.
    public init(content: Int, members: [Member]) {
        self.content = content
        self.members = members
    }
}

extension BodyOverload {
    /// The properties that its members stand for.
    public func properties(of structure: Structure) -> [Property] {
        members.compactMap { member in structure.properties.first { $0.name == member.name } }
    }
}

extension Operation {
    /// The method's arguments that stand before the body or its members, and those that stand after.
    ///
    /// - Parameter overload: An argument is dropped if one of the overload's members has its label.
    public func arguments(around overload: BodyOverload) -> (before: [Argument], after: [Argument]) {
        let labels = Set(overload.members.map(\.name))
        let parts = arguments.split(maxSplits: 1, omittingEmptySubsequences: false) {
            if case .body = $0 { true } else { false }
        }.map { part in part.filter { argument in argument.label.map { !labels.contains($0) } ?? true } }
        return (parts.first ?? [], parts.count > 1 ? parts[1] : [])
    }
}

extension Operation.Argument {
    /// `nil` for a body, which has none.
    public var label: Identifier? {
        switch self {
        case .parameter(let parameter): parameter.name
        case .body: nil
        case .server(let name): name
        }
    }

    /// Whether the method cannot be called without it.
    public var isRequired: Bool {
        switch self {
        case .parameter(let parameter): parameter.isRequired
        case .body(let body): body.isRequired
        case .server: false
        }
    }
}

extension RequestBody {
    /// The index of the content that a method can take directly where there are several: the only JSON, or `application/json` itself. Of
    /// others, such as two kinds of patches, the caller must choose.
    public var plainContent: Int? {
        let json = contents.indices.filter { contents[$0].mediaType.kind == .json }
        return json.count == 1 ? json[0] : json.first { contents[$0].mediaType.isPlainJSON }
    }
}

extension Property {
    /// Whether the memberwise `init` can be called without it.
    public var hasDefault: Bool {
        switch presence {
        case .required, .requiredNullable: constant != nil
        case .optional, .optionalNullable: true
        }
    }
}

extension TypeDeclaration.Shape {
    /// The structure, if it is one.
    public var structure: Structure? { if case .structure(let structure) = self { structure } else { nil } }
}

extension API {
    /// The structure that a type is a name of.
    public func structure(_ type: TypeReference) -> Structure? {
        guard case .named(let id) = resolved(type) else { return nil }
        return self[id].shape.structure
    }

    /// The properties that the members of an overload stand for, in their order.
    public func properties(of overload: BodyOverload, in operation: Operation) -> [Property] {
        let type = operation.body?.contents[overload.content].type
        return type.flatMap { structure($0) }.map { overload.properties(of: $0) } ?? []
    }
}
