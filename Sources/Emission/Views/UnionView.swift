import ClientModel

extension ViewType {
    static let union: ViewType = ViewType(
        name: "union", summary: "One of several types: an enum with payloads.",
        keys: [
            .slots("cases", "The cases, documentation included.", example: "case cat(Cat)"),
            .flag("isIndirect", "There where a case holds the union itself."),
            .flag("isOpen", "There where cases may be added later."),
            .slots("readings", "The statements that decode."),
            .slots("writings", "The branches of the switch that encodes."),
        ])
}

extension ClientScope {
    func union(_ union: Union, of type: TypeDeclaration, imports: inout Imports) -> View {
        imports.expose([.runtime])
        for branch in union.cases { imports.expose(branch.type.modules) }
        let scope = TypeDeclaration.Scope.type(type.id)
        return View(
            .union,
            [
                "cases": .codes(
                    union.cases.map { branch in
                        documented(
                            "case \(branch.name)(\(speller.spell(branch.type, in: scope)))", branch.documentation)
                    }),
                "isIndirect": .flag(union.cases.contains(where: \.isIndirect)),
                "isOpen": .flag(package.access == .public),
                "readings": .codes(readings(union)),
                "writings": .codes(writings(union)),
            ])
    }

    private func readings(_ union: Union) -> [Code] {
        switch union.selection {
        case .discriminator(let property, let mapping):
            let cases = union.cases.indices.compactMap { index -> Code? in
                let values = mapping.filter { $0.case == index }.map { "\(literal: $0.value)" as Code }
                return values.isEmpty ? nil : "case \(values.joined(", ")): self = \(decoded(union.cases[index]))"
            }
            return ["let union = try UnionDecoder(decoder)", "switch union.string(\(literal: property)) {"] + cases
                + ["default: self = .unrecognized(union.value)", "}"]
        case .shape:
            let cases = union.cases.indices.map { "case \($0): self = \(decoded(union.cases[$0]))" as Code }
            return ["let union = try UnionDecoder(decoder)", "switch union.best(of: Self.signatures) {"] + cases
                + ["default: self = .unrecognized(union.value)", "}"]
        }
    }

    private func decoded(_ branch: Union.Case) -> Code { ".\(member: branch.name)(try union.decode())" }

    private func writings(_ union: Union) -> [Code] {
        union.cases.map { "case .\(member: $0.name)(let value): try value.encode(to: encoder)" }
            + ["case .unrecognized(let value): try value.encode(to: encoder)"]
    }
}
