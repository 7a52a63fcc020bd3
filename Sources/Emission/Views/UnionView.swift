import ClientModel

extension ViewType {
    static let union: ViewType = ViewType(
        name: "union", summary: "One of several types: an enum with payloads.",
        keys: [
            .slots("cases", "The cases, documentation included.", example: "case cat(Cat)"),
            .slot("unrecognized", "The case for values that fit none of them.", example: "unrecognized"),
            .flag("isIndirect", "There where a case holds the union itself."),
            .flag("isOpen", "There where cases may be added later."),
            .slots("readings", "The statements that decode."),
            .slots("writings", "The branches of the switch that encodes."),
            .flag("hasBranches", "There where no discriminator tells the branches apart."),
            .slots(
                "branches", "Where there is no discriminator: the statements that return what each branch looks like.",
                example: "return branches"),
        ])
}

extension ClientScope {
    func union(_ union: Union, of type: TypeDeclaration, imports: inout Imports) -> View {
        imports.expose([.runtime])
        for branch in union.cases { imports.expose(modules(of: branch.type)) }
        let scope = TypeDeclaration.Scope.type(type.id)
        let types = union.cases.map { speller.spell($0.type, in: scope) }
        let cases = zip(union.cases, types).map { documented("case \($0.name)(\($1))", $0.documentation) }
        let branches: [Code] = if case .shape = union.selection { branches(union) } else { [] }
        return View(
            .union,
            [
                "cases": .codes(cases),
                "isIndirect": .flag(union.cases.contains(where: \.isIndirect)),
                "isOpen": .flag(package.access == .public),
                "unrecognized": .code(Code(union.unrecognized)),
                "readings": .codes(readings(union, in: scope)),
                "writings": .codes(writings(union)),
                "hasBranches": .flag(!branches.isEmpty),
                "branches": .codes(branches),
            ])
    }

    /// One literal costs the compiler memory that is quadratic in its elements.
    private func branches(_ union: Union) -> [Code] {
        let looks = union.cases.map(\.look)
        if looks.count <= 50 { return ["["] + looks.map { "\($0)," } + ["]"] }
        return ["var branches: [UnionBranch] = []"] + looks.map { "branches.append(\($0))" } + ["return branches"]
    }

    private func readings(_ union: Union, in scope: TypeDeclaration.Scope) -> [Code] {
        let unrecognized: Code = ".\(member: union.unrecognized)(try JSONValue(from: decoder))"
        let values = union.cases.map { branch -> Code in
            let value: Code =
                hasOwnJSONForm(branch.type)
                ? "UnionDecoder.value(decoder)" : "\(constructible(branch.type, in: scope))(from: decoder)"
            return ".\(member: branch.name)(try \(value))"
        }
        switch union.selection {
        case .discriminator(let property, let mapping):
            let cases = values.enumerated().compactMap { index, value -> Code? in
                let tags = mapping.filter { $0.case == index }.map { "\(literal: $0.value)" as Code }
                return tags.isEmpty ? nil : "case \(tags.joined(", ")): self = \(value)"
            }
            return ["switch try UnionDecoder.tag(\(literal: property), of: decoder) {"] + cases
                + ["default: self = \(union.fallback.map { values[$0] } ?? unrecognized)", "}"]
        case .shape:
            let cases = values.enumerated().map { "case \($0): \($1)" as Code }
            return ["self = try UnionDecoder.choose(decoder, Self.branches) { branch in", "switch branch {"] + cases
                + ["default: \(unrecognized)", "}", "}"]
        }
    }

    private func writings(_ union: Union) -> [Code] {
        union.cases.enumerated().map { index, branch in
            let encoding = tag(of: index, in: union).map { property, value -> Code in
                "try UnionEncoder.encode(value, \(literal: property), \(literal: value), to: encoder)"
            }
            let plain: Code =
                hasOwnJSONForm(branch.type)
                ? "try UnionDecoder.encode(value, to: encoder)" : "try value.encode(to: encoder)"
            return "case .\(member: branch.name)(let value): \(encoding ?? plain)"
        } + ["case .\(member: union.unrecognized)(let value): try value.encode(to: encoder)"]
    }

    /// The type as the start of a call of its initializer: `T?` has none of its own spelling.
    private func constructible(_ type: TypeReference, in scope: TypeDeclaration.Scope) -> Code {
        guard case .nullable(let wrapped) = type else { return speller.spell(type, in: scope) }
        return "Optional<\(speller.spell(wrapped, in: scope))>"
    }

    /// Whether Foundation's own coding of the type is not the one services expect.
    private func hasOwnJSONForm(_ type: TypeReference) -> Bool {
        if case .scalar(let scalar) = resolved(type) { scalar.module == .foundation } else { false }
    }

    /// The discriminator's name and value, where the payload does not hold them itself.
    private func tag(of index: Int, in union: Union) -> (property: String, value: String)? {
        guard case .discriminator(let property, let mapping) = union.selection,
            let value = mapping.first(where: { $0.case == index })?.value,
            case .named(let id) = union.cases[index].type, case .structure(let structure) = api[id].shape,
            !structure.properties.contains(where: { $0.wireName == property })
        else { return nil }
        return (property, value)
    }
}

extension Union.Case {
    /// For example: `UnionBranch(.object, required: ["id"], or: [UnionBranch(.string)])`.
    fileprivate var look: Code {
        var arguments = signature.arguments
        if !alternatives.isEmpty { arguments.append("or: [\(alternatives.map(\.code).joined(", "))]") }
        return "UnionBranch\(argumentList(arguments, taken: 30))"
    }
}

extension Union.Signature {
    /// For example: `UnionBranch(.object, required: ["id"], known: ["name"], isClosed: true)`.
    fileprivate var code: Code { "UnionBranch\(argumentList(arguments, taken: 30))" }

    fileprivate var arguments: [Code] {
        var arguments: [Code] = [".\(Code(kind))"]
        let others = known.filter { !required.contains($0) }
        if !required.isEmpty { arguments.append("required: \(list(required))") }
        if !others.isEmpty { arguments.append("known: \(list(others))") }
        if !constants.isEmpty { arguments.append("constants: \(table(constants, list))") }
        if !choices.isEmpty { arguments.append("choices: \(table(choices, list))") }
        if !kinds.isEmpty { arguments.append("kinds: \(table(kinds) { ".\(Code($0))" })") }
        if !members.isEmpty { arguments.append("members: \(table(members, looks))") }
        if !items.isEmpty { arguments.append("items: \(looks(items))") }
        if !values.isEmpty { arguments.append("values: \(list(values))") }
        if isClosed { arguments.append("isClosed: true") }
        return arguments
    }

    private func looks(_ signatures: [Union.Signature]) -> Code { "[\(signatures.map(\.code).joined(", "))]" }

    private func list(_ texts: [String]) -> Code {
        "[\(texts.map { "\(literal: $0)" as Code }.joined(", "))]"
    }

    private func table<Value>(_ values: [String: Value], _ code: (Value) -> Code) -> Code {
        let members = values.sorted { $0.key < $1.key }.map { "\(literal: $0.key): \(code($0.value))" as Code }
        return "[\(members.joined(", "))]"
    }
}
