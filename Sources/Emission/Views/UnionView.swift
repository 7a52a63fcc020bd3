import ClientModel

extension ViewType {
    static let union: ViewType = ViewType(
        name: "union", summary: "One of several types: an enum with payloads.",
        keys: [
            .slots("cases", "The cases, documentation included.", example: "case cat(Cat)"),
            .slot("unrecognized", "The case for values that match none of them.", example: "unrecognized"),
            .flag("isIndirect", "Set if a case contains the union itself."),
            .flag("isOpen", "Set if cases may be added later."),
            .slots(
                "payloads", "One property for each case, documentation included.",
                example: "public var cat: Cat? { if case .cat(let value) = self { value } else { nil } }"),
            .flag("takesString", "Set if a value can be made of a string literal."),
            .flag("takesArray", "Set if a value can be made of an array literal."),
            .flag("takesDictionary", "Set if a value can be made of a dictionary literal."),
            .flag("takesInteger", "Set if a value can be made of an integer literal."),
            .flag("takesFloat", "Set if a value can be made of a floating-point literal."),
            .slot(
                "cleared", "There if the only string of the document is empty: its value.", example: ".string(.empty)"),
            .slots(
                "initializers", "The initializers without the name of a case, documentation included.",
                example: "public init(_ value: [String]) { self = .list(value) }"),
            .slots("readings", "The statements that decode."),
            .slots("writings", "The branches of the switch that encodes."),
            .flag("hasBranches", "Set if decoding needs a list of the branches."),
            .slot("branchType", "The type of that list's elements.", example: "UnionBranch"),
            .slots("branches", "The statements that return the list.", example: "return branches"),
        ])
}

extension ClientScope {
    func union(_ union: Union, of type: TypeDeclaration, imports: inout Imports) -> View {
        imports.expose([.runtime])
        for branch in union.cases { imports.expose(modules(of: branch.type)) }
        let scope = TypeDeclaration.Scope.type(type.id)
        let types = union.cases.map { speller.spell($0.type, in: scope) }
        let cases = zip(union.cases, types).map { documented("case \($0.name)(\($1))", $0.documentation) }
        let list = branches(union)
        let conversions = UnionConversions(union, in: scope, of: self)
        return View(
            .union,
            [
                "cases": .codes(cases),
                "isIndirect": .flag(union.cases.contains(where: \.isIndirect)),
                "isOpen": .flag(package.access == .public),
                "unrecognized": .code(Code(union.unrecognized)),
                "payloads": .codes(
                    zip(union.cases, types).map { branch, type in
                        payload(
                            of: branch.name, type, isOptional: branch.type.isNullable,
                            "The payload of `\(branch.name)`, or `nil` for another case.")
                    }),
                "takesString": .flag(conversions.literals.contains(.string)),
                "takesArray": .flag(conversions.literals.contains(.array)),
                "takesDictionary": .flag(conversions.literals.contains(.dictionary)),
                "takesInteger": .flag(conversions.literals.contains(.integer)),
                "takesFloat": .flag(conversions.literals.contains(.float)),
                "cleared": conversions.cleared.map { .code($0) },
                "initializers": .codes(conversions.initializers),
                "readings": .codes(readings(union, in: scope)),
                "writings": .codes(writings(union)),
                "hasBranches": .flag(!list.statements.isEmpty),
                "branchType": .code(list.element),
                "branches": .codes(list.statements),
            ])
    }

    /// The list that decoding selects from: the shapes of the branches, or the discriminator's values where they are many.
    private func branches(_ union: Union) -> (element: Code, statements: [Code]) {
        switch union.selection {
        case .discriminator(_, let mapping):
            let tags = union.isLong ? union.tags(mapping).joined().map { "\(literal: $0)" as Code } : []
            return ("String", tags.isEmpty ? [] : literal(tags))
        case .shape:
            let branchCodes = union.cases.map(\.branchCode)
            // One literal of calls costs the compiler memory that is quadratic in its elements.
            let appending = branchCodes.map { "branches.append(\($0))" as Code }
            let long = ["var branches: [UnionBranch] = []"] + appending + ["return branches"]
            return ("UnionBranch", union.isLong ? long : literal(branchCodes))
        }
    }

    private func literal(_ elements: [Code]) -> [Code] { ["["] + elements.map { "\($0)," } + ["]"] }

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
            // A switch over many strings costs the compiler five times the memory of one over their positions.
            let tag: Code = "UnionDecoder.tag(\(literal: property), of: decoder)"
            let subject: Code = union.isLong ? "UnionDecoder.position(of: \(tag), in: Self.branches)" : tag
            let cases = zip(patterns(union, mapping), values).compactMap { patterns, value -> Code? in
                patterns.isEmpty ? nil : "case \(patterns.joined(", ")): self = \(value)"
            }
            return ["switch try \(subject) {"] + cases
                + ["default: self = \(union.fallback.map { values[$0] } ?? unrecognized)", "}"]
        case .shape:
            // A closure would be type-checked as one expression.
            let cases = values.enumerated().map { "case \($0): return \($1)" as Code }
            return ["func read(_ branch: Int) throws -> Self {", "switch branch {"] + cases
                + ["default: return \(unrecognized)", "}", "}"]
                + ["self = try UnionDecoder.choose(decoder, Self.branches, read)"]
        }
    }

    /// For each case, what selects it: the values of the discriminator, or their positions in the list of all.
    private func patterns(_ union: Union, _ mapping: [Union.Mapping]) -> [[Code]] {
        let tags = union.tags(mapping)
        guard union.isLong else { return tags.map { $0.map { "\(literal: $0)" } } }
        var next = 0
        return tags.map { own in
            defer { next += own.count }
            return own.indices.map { "\(next + $0)" }
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
        } + [lastWriting(union)]
    }

    /// The compiler gives up on a switch over 2,000 cases unless it has a default.
    private func lastWriting(_ union: Union) -> Code {
        let unrecognized: Code = ".\(member: union.unrecognized)(let value)"
        return union.isLong
            ? "default: if case \(unrecognized) = self { try value.encode(to: encoder) }"
            : "case \(unrecognized): try value.encode(to: encoder)"
    }

    /// The type as the start of a call of its initializer: `T?` has none of its own spelling.
    private func constructible(_ type: TypeReference, in scope: TypeDeclaration.Scope) -> Code {
        guard case .nullable(let wrapped) = type else { return speller.spell(type, in: scope) }
        return "Optional<\(speller.spell(wrapped, in: scope))>"
    }

    /// Whether Foundation's own coding of the type is not the one services expect.
    private func hasOwnJSONForm(_ type: TypeReference) -> Bool {
        if case .scalar(let scalar) = api.resolved(type) { scalar.module == .foundation } else { false }
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

extension Union {
    /// Whether the forms that are easiest to read would take the compiler too much memory.
    fileprivate var isLong: Bool { cases.count > 50 }

    /// The values of the discriminator for each case.
    fileprivate func tags(_ mapping: [Union.Mapping]) -> [[String]] {
        var tags = [[String]](repeating: [], count: cases.count)
        for entry in mapping { tags[entry.case].append(entry.value) }
        return tags
    }
}

extension Union.Case {
    /// For example: `UnionBranch(.object, required: ["id"], or: [UnionBranch(.string)])`.
    fileprivate var branchCode: Code {
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
        if !members.isEmpty { arguments.append("members: \(table(members, branchList))") }
        if !items.isEmpty { arguments.append("items: \(branchList(items))") }
        if !values.isEmpty { arguments.append("values: \(list(values))") }
        if isClosed { arguments.append("isClosed: true") }
        return arguments
    }

    private func branchList(_ signatures: [Union.Signature]) -> Code { "[\(signatures.map(\.code).joined(", "))]" }

    private func list(_ texts: [String]) -> Code {
        "[\(texts.map { "\(literal: $0)" as Code }.joined(", "))]"
    }

    private func table<Value>(_ values: [String: Value], _ code: (Value) -> Code) -> Code {
        let members = values.sorted { $0.key < $1.key }.map { "\(literal: $0.key): \(code($0.value))" as Code }
        return "[\(members.joined(", "))]"
    }
}
