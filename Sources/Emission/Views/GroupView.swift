import ClientModel

extension ViewType {
    /// A file with the operations of one tag.
    static let groupFile: ViewType = ViewType(
        name: "groupFile", summary: "A file with the operations of one tag.",
        keys: [
            .slot("service", "The service's type.", example: "ShipEngine"),
            .slot("documentation", "Doc comment lines."),
            .slot("access", "Access modifier and a space, or absent.", example: "public "),
            .slot("name", "The group's type.", example: "TokensAPI"),
            .views("operations", "The operations, in document order.", .operation),
            .views("nested", "Types that belong to single operations.", .declaration),
        ])
}

extension ClientScope {
    func groupFile(_ index: Int, nested: NestedTypes) -> FileContents {
        let group = api.groups[index]
        var imports = Imports()
        imports.expose([.runtime])
        let declarations = nested[.group(index)].map { declaration(api[$0], nested: nested, imports: &imports) }
        let operations = group.operations.map { operation in
            for type in operation.signatureTypes { imports.expose(modules(of: type)) }
            return OperationScope(operation, group: index, in: self).view
        }
        let view = View(
            .groupFile,
            [
                "service": .code(Code(api.name)),
                "documentation": .code(DocComment.lines(DocComment.paragraphs(group.documentation))),
                "access": .code(access),
                "name": .code(Code(group.typeName)),
                "operations": .views(operations),
                "nested": .views(declarations),
            ])
        return FileContents(view: view, imports: imports)
    }
}

extension Operation {
    /// The types that stand in the method's signature and in the enums made for it.
    fileprivate var signatureTypes: [TypeReference] {
        let sent = (body?.contents ?? []).filter { ![.text, .binary].contains($0.mediaType.kind) }
        return parameters.map(\.type) + sent.map(\.type)
            + responses.flatMap { $0.branches.compactMap { $0.content?.valueType } }
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
}
