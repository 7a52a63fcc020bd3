import ClientModel

extension ViewType {
    /// A file with the operations of one group.
    static let groupFile: ViewType = ViewType(
        name: "groupFile", summary: "A file with the operations of one group.",
        keys: [
            .slot("service", "The service's type.", example: "ShipEngine"),
            .documentation,
            .access,
            .slot("name", "The group's type.", example: "TokensAPI"),
            .views("groups", "The groups that are its properties.", .groupProperty),
            .views("operations", "The operations, in document order.", .operation),
            .views("nested", "Types that belong to single operations.", .declaration),
            .views("nullable", "The structures with members that can be sent as `null`.", .explicitNulls),
        ])

    static let groupPart: ViewType = ViewType(
        name: "groupPart", summary: "A file with one operation of a group that is too large for one file.",
        keys: [
            .slot("service", "The service's type.", example: "ShipEngine"),
            .slot("name", "The group's type.", example: "TokensAPI"),
            .views("operations", "The operation; none in the file of a type that operations share.", .operation),
            .views("nested", "Types that belong to the operation.", .declaration),
            .views("nullable", "The structures with members that can be sent as `null`.", .explicitNulls),
        ])
}

extension ClientScope {
    /// The file with a whole group.
    func groupFile(_ index: Int, nested: NestedTypes) -> FileContents {
        groupFile(index, Array(api.groups[index].operations.indices), nested[.group(index)], nested: nested)
    }

    /// The file with a group whose operations are in files of their own.
    func dividedGroupFile(_ index: Int) -> FileContents { groupFile(index, [], [], nested: NestedTypes([])) }

    private func groupFile(_ index: Int, _ operations: [Int], _ types: [TypeID], nested: NestedTypes) -> FileContents {
        let group = api.groups[index]
        var contents = members(of: index, operations, types, nested: nested)
        contents.imports.expose([.runtime])
        contents.values += [
            ("documentation", .code(DocComment.lines(DocComment.paragraphs(group.documentation)))),
            ("access", .code(access)),
            ("groups", .views((groups[index] ?? []).map(groupProperty))),
        ]
        return FileContents(view: View(.groupFile, pairs: contents.values), imports: contents.imports)
    }

    /// A file with a part of a group.
    func groupPart(_ index: Int, _ part: GroupPart, nested: NestedTypes) -> FileContents {
        let operations = part.operation.map { [$0] } ?? []
        let contents = inExtension.members(of: index, operations, part.types, nested: nested)
        return FileContents(view: View(.groupPart, pairs: contents.values), imports: contents.imports)
    }

    private func members(
        of index: Int, _ operations: [Int], _ types: [TypeID], nested: NestedTypes
    ) -> (values: [(key: String, value: View.Value?)], imports: Imports) {
        let group = api.groups[index]
        var imports = Imports()
        let declarations = types.map { declaration(api[$0], nested: nested, imports: &imports) }
        let operations = operations.map { number in
            let operation = group.operations[number]
            imports.expose([.runtime])
            let shared = api.sharedMembers(of: operation.output.cases) + api.sharedMembers(of: operation.failure.cases)
            let members = operation.bodyOverloads.flatMap { api.properties(of: $0, in: operation) }
            let types = operation.signatureTypes + shared.map(\.type) + members.map(\.type)
            for type in types { imports.expose(modules(of: type)) }
            return OperationScope(operation, group: index, in: self).view
        }
        let values: [(key: String, value: View.Value?)] = [
            ("service", .code(Code(api.name))),
            ("name", .code(Code(group.typeName))),
            ("operations", .views(operations)),
            ("nested", .views(declarations)),
            ("nullable", .views(explicitNulls(of: types, nested: nested))),
        ]
        return (values, imports)
    }
}

extension Operation {
    /// The types that stand in the method's signature and in the enums made for it.
    fileprivate var signatureTypes: [TypeReference] {
        let sent = (body?.contents ?? []).filter { ![.text, .binary].contains($0.mediaType.kind) }
        return parameters.map(\.type) + sent.map(\.type)
            + responses.flatMap { response in
                response.branches.compactMap { $0.content?.type(inOutput: $0.isOutput) }
            }
    }
}

extension Content {
    /// The type a body is handed over as: text and bytes are what they are, whatever the schema says.
    var valueType: TypeReference {
        switch mediaType.kind {
        case .text: .scalar(.string)
        case .binary: .scalar(.base64)
        case .json, .form, .multipart, .eventStream, .jsonLines: type
        }
    }

    /// The type that stands in a signature. Bytes that are returned are streamed, those of an error are in memory.
    func type(inOutput isOutput: Bool) -> TypeReference {
        isOutput && mediaType.kind == .binary ? .scalar(.binary) : valueType
    }

    /// The Swift type of a body that is returned, or thrown.
    func receivedType(inOutput isOutput: Bool, _ spell: (TypeReference) -> Code) -> Code {
        switch mediaType.kind {
        case .binary where isOutput: "HTTPBody"
        case .eventStream: "EventStream<\(spell(valueType))>"
        case .jsonLines: "JSONLines<\(spell(valueType))>"
        default: spell(valueType)
        }
    }
}
