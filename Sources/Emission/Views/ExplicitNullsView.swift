import ClientModel

extension ViewType {
    static let explicitNulls: ViewType = ViewType(
        name: "explicitNulls", summary: "The members of one structure that can be sent as `null`.",
        keys: [
            .slot("type", "The structure, with the service's type.", example: "ShipEngine.Address"),
            .slots(
                "members", "One static member for each.",
                example: "public static var phone: Self { Self(name: \"phone\") }"),
        ])
}

extension ClientScope {
    /// What lists the nullable members of some types and of those nested in them.
    func explicitNulls(of types: [TypeID], nested: NestedTypes) -> [View] {
        types.flatMap { type in
            (explicitNulls(of: type).map { [$0] } ?? []) + explicitNulls(of: nested[.type(type)], nested: nested)
        }
    }

    private func explicitNulls(of type: TypeID) -> View? {
        guard case .structure(let structure) = api[type].shape, structure.explicitNulls != nil else { return nil }
        let members = structure.nullableProperties.map {
            "\(access)static var \($0.name): Self { Self(name: \(literal: $0.wireName)) }" as Code
        }
        return View(
            .explicitNulls, ["type": .code(speller.spellFully(.named(type))), "members": .codes(members)])
    }
}
