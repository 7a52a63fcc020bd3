import ClientModel

extension ViewType {
    /// A file with one declared type and those nested in it.
    static let typeFile: ViewType = ViewType(
        name: "typeFile", summary: "A file with one declared type and those nested in it.",
        keys: [
            .slot("service", "The service's type, which the declaration extends.", example: "ShipEngine"),
            .view("declaration", "The type.", .declaration),
            .views("nullable", "The structures with members that can be sent as `null`.", .explicitNulls),
        ])

    /// A declared type: exactly one of `structure`, `enumeration`, `union` and `alias` is there.
    static let declaration: ViewType = ViewType(
        name: "declaration", summary: "A declared type. Exactly one of its four kinds is set.",
        keys: [
            .slot("documentation", "Doc comment lines.", example: "/// A pet."),
            .access,
            .slot("name", "The type's name.", example: "Pet"),
            .view("structure", "Set for an object.", .structure),
            .view("enumeration", "Set for an open enum.", .enumeration),
            .view("union", "Set for a union.", .union),
            .slot("alias", "There for a type alias: that type.", example: "[Pet]"),
            .views("nested", "The types nested in this one.", .declaration),
        ])
}

extension ClientScope {
    /// The view of the file that holds a type declared directly in the service's type.
    func typeFile(_ type: TypeDeclaration, nested: NestedTypes) -> FileContents {
        var imports = Imports()
        let declaration = declaration(type, nested: nested, imports: &imports)
        let view = View(
            .typeFile,
            [
                "service": .code(Code(api.name)), "declaration": .view(declaration),
                "nullable": .views(explicitNulls(of: [type.id], nested: nested)),
            ])
        return FileContents(view: view, imports: imports)
    }

    func declaration(_ type: TypeDeclaration, nested: NestedTypes, imports: inout Imports) -> View {
        var values: [(key: String, value: View.Value?)] = [
            ("documentation", .code(DocComment.lines(DocComment.paragraphs(type.documentation)))),
            ("access", .code(access)),
            ("name", .code(Code(type.name))),
        ]
        switch type.shape {
        case .structure(let structure):
            values.append(("structure", .view(self.structure(structure, of: type, imports: &imports))))
        case .enumeration(let enumeration):
            values.append(("enumeration", .view(self.enumeration(enumeration, imports: &imports))))
        case .union(let union):
            values.append(("union", .view(self.union(union, of: type, imports: &imports))))
        case .alias(let target):
            imports.expose(modules(of: target))
            values.append(("alias", .code(speller.spell(target, in: type.scope))))
        }
        let children = nested[.type(type.id)].map { declaration(api[$0], nested: nested, imports: &imports) }
        values.append(("nested", .views(children)))
        return View(.declaration, pairs: values)
    }
}

/// The types declared in each scope, in order.
struct NestedTypes {
    private var children: [TypeDeclaration.Scope: [TypeID]] = [:]

    init(_ api: API) { self.init(api.types) }

    init(_ types: [TypeDeclaration]) {
        for type in types { children[type.scope, default: []].append(type.id) }
    }

    subscript(scope: TypeDeclaration.Scope) -> [TypeID] { children[scope] ?? [] }
}
