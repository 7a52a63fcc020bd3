import ClientModel

/// Spells types as short as the place they are used in allows.
///
/// For example: the enum of the property `status` of `Pet` is `Status` inside `Pet`, `Pet.Status` elsewhere in the service's type, and
/// `Store.Pet.Status` where a nested type of the place is itself called `Pet`.
struct TypeSpeller {
    let api: API
    /// Whether what is spelled inside a group stands in an extension of the group, which doesn't see the names of the service's type.
    var isInExtension = false
    /// The names declared directly in each scope.
    private var declared: [TypeDeclaration.Scope: Set<Identifier>] = [:]
    private var paths: [[Identifier]] = []

    init(_ api: API) {
        self.api = api
        for index in api.types.indices {
            declared[api.types[index].scope, default: []].insert(api.types[index].name)
        }
        for (index, group) in api.groups.enumerated() {
            declared[.service, default: []].insert(group.typeName)
            for operation in group.operations {
                declared[.group(index), default: []].formUnion(operation.declaredTypeNames)
            }
        }
        paths = api.types.indices.map { path(of: .type(TypeID($0))) }
    }

    /// Whether a scope itself declares a type of a name.
    func declares(_ name: Identifier, in scope: TypeDeclaration.Scope) -> Bool {
        declared[scope]?.contains(name) == true
    }

    /// The names from the service's type down to `scope`, without the service's own.
    func path(of scope: TypeDeclaration.Scope) -> [Identifier] {
        switch scope {
        case .service: []
        case .group(let index): [api.groups[index].typeName]
        case .type(let id): path(of: api[id].scope) + [api[id].name]
        }
    }

    /// The type as it is written inside `scope`.
    func spell(_ type: TypeReference, in scope: TypeDeclaration.Scope) -> Code {
        switch type {
        case .scalar(let scalar): scalar.code
        case .json: "JSONValue"
        case .array(let element): "[\(spell(element, in: scope))]"
        case .dictionary(let value): "[String: \(spell(value, in: scope))]"
        case .nullable(let wrapped): "\(spell(wrapped, in: scope))?"
        case .named(let id): spell(paths[id.index], declaredIn: api[id].scope, in: scope)
        }
    }

    /// The type as it is written outside of the service's type.
    func spellFully(_ type: TypeReference) -> Code {
        switch type {
        case .scalar(let scalar): scalar.code
        case .json: "JSONValue"
        case .array(let element): "[\(spellFully(element))]"
        case .dictionary(let value): "[String: \(spellFully(value))]"
        case .nullable(let wrapped): "\(spellFully(wrapped))?"
        case .named(let id): qualified(paths[id.index])
        }
    }

    /// A type that is declared for one operation, as it is written outside of the service's type.
    func spellFully(_ name: Identifier, inGroup group: Int) -> Code {
        qualified([api.groups[group].typeName, name])
    }

    private func qualified(_ path: [Identifier]) -> Code {
        ([api.name] + path).map { Code($0) }.joined(".")
    }

    /// The shortest spelling whose first name, looked up from the inside out, is found in the right scope.
    private func spell(_ path: [Identifier], declaredIn target: TypeDeclaration.Scope, in scope: TypeDeclaration.Scope)
        -> Code
    {
        let here = enclosing(scope)
        let holders = enclosing(target)
        let outermost = if isInExtension, here.count > 1, case .group = here[1] { 2 } else { 1 }
        // From the innermost common scope outwards.
        for depth in stride(from: min(here.count, holders.count), through: outermost, by: -1)
        where here[depth - 1] == holders[depth - 1] {
            let first = path[depth - 1]
            let isShadowed = here[depth...].contains { declared[$0]?.contains(first) == true }
            if !isShadowed { return path[(depth - 1)...].map { Code($0) }.joined(".") }
        }
        return qualified(path)
    }

    /// The scopes from the service's type down to `scope`.
    private func enclosing(_ scope: TypeDeclaration.Scope) -> [TypeDeclaration.Scope] {
        switch scope {
        case .service: [.service]
        case .group: [.service, scope]
        case .type(let id): enclosing(api[id].scope) + [scope]
        }
    }
}

extension Operation {
    /// The names of the types that are declared for this operation alone.
    var declaredTypeNames: [Identifier] {
        var names = [typeName]
        if case .several(let name, _) = output { names.append(name) }
        if case .several(let name, _) = failure { names.append(name) }
        if let choice = body?.choice { names.append(choice.typeName) }
        return names
    }
}

extension ScalarType {
    var code: Code { Code(stringLiteral: swiftName) }

    /// The module that declares the type, or `nil` for the standard library.
    var module: Module? {
        switch self {
        case .string, .boolean, .integer, .int32, .int64, .uint64, .double, .float: nil
        case .decimal, .base64, .instant: .foundation
        case .dateTime, .date, .time, .duration, .uuid, .url, .unixTime, .binary: .runtime
        }
    }
}

/// What a generated file may import.
enum Module: Hashable { case foundation, runtime }

extension TypeReference {
    /// Whether it is spelled with a `?`.
    var isNullable: Bool { if case .nullable = self { true } else { false } }

    /// The modules whose types the reference spells, named declarations not followed.
    var modules: Set<Module> {
        switch self {
        case .scalar(let scalar): scalar.module.map { [$0] } ?? []
        case .json: [.runtime]
        case .array(let element): element.modules
        case .dictionary(let value): value.modules
        case .nullable(let wrapped): wrapped.modules
        case .named: []
        }
    }
}
