@_spi(Naming) import ClientModel

extension API {
    /// Names what accompanies the client: its files, the generated tests, and the constant of examples.
    mutating func nameCompanions() {
        suiteName = Identifier(sanitizing: "\(name)RoundTripTests")
        testModule = Identifier(sanitizing: "\(name)Tests")
        instanceName = Identifier(sanitizing: Self.instanceName(of: name.text))
        nameFiles()
        nameTests()
    }

    /// For example: `ShipEngine` is kept in `shipEngine`, `RunAI` in `runAI`, `URLShort` in `urlShort`.
    private static func instanceName(of name: String) -> String {
        let uppercase = name.prefix { $0.isUppercase }.count
        let lowered = uppercase <= 1 ? 1 : uppercase == name.count ? name.count : uppercase - 1
        return name.prefix(lowered).lowercased() + name.dropFirst(lowered)
    }

    /// Groups first, since their files have pages beside them. A file called `main` would hold statements.
    private mutating func nameFiles() {
        var scope = NameScope(ignoresCase: true, taken: [name.text, "main"] + ReservedFileNames.names)
        let groupNames = scope.identifiers(
            groups.map { NameScope.Claim([$0.typeName.text], wireName: $0.key) })
        for (index, name) in groupNames.enumerated() { groups[index].fileName = name }
        let files = types.indices.filter { types[$0].scope == .service }
        let claims = files.map { types[$0] }.map { type in
            NameScope.Claim(
                [type.name.text, "\(type.name)Type"], wireName: "\(type.wireName) \(type.pointer)")
        }
        for (index, name) in zip(files, scope.identifiers(claims)) { types[index].fileName = name }
    }

    /// One function for each type that has samples, and one more for each enumeration, named after all that a type is nested in.
    private mutating func nameTests() {
        var scope = NameScope()
        var paths: [String] = []
        for index in types.indices { paths.append(path(of: types[index].scope) + types[index].name.text) }
        let claims = zip(types, paths).map { type, path in
            NameScope.Claim(["roundTrip_\(path)"], wireName: "\(type.wireName) \(type.pointer)")
        }
        for (index, name) in scope.identifiers(claims).enumerated() { types[index].testName = name }
        for index in types.indices {
            guard case .enumeration = types[index].shape else { continue }
            let pointer = types[index].pointer
            let claim = NameScope.Claim(["\(types[index].testName)_unknown"], wireName: pointer)
            types[index].unknownTestName = scope.identifiers([claim])[0]
        }
    }

    private func path(of scope: TypeDeclaration.Scope) -> String {
        switch scope {
        case .service: ""
        case .group(let index): "\(groups[index].typeName)_"
        case .type(let id): path(of: self[id].scope) + "\(self[id].name)_"
        }
    }
}
