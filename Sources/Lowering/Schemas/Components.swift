import ClientModel
import OpenAPI

/// The component schemas that have a declaration, lowered or pending.
struct ComponentTable {
    private(set) var types: [SchemaID: TypeID] = [:]
    private var pending: [SchemaID] = []
    private var next = 0
    /// Components that others are merged from. They are wanted only when something is of their type or nested in it.
    private var reserved: Set<TypeID> = []
    /// Those whose turn came before they were wanted.
    private var passed: [TypeID: SchemaID] = [:]

    mutating func add(_ id: SchemaID, _ type: TypeID) {
        types[id] = type
        pending.append(id)
    }

    mutating func add(_ spellings: [SchemaID], of type: TypeID) { for spelling in spellings { types[spelling] = type } }

    mutating func reserve(_ type: TypeID) { reserved.insert(type) }

    mutating func want(_ type: TypeID) {
        guard !reserved.isEmpty, reserved.remove(type) != nil, let id = passed.removeValue(forKey: type) else { return }
        pending.append(id)
    }

    /// The next component that is wanted and not lowered.
    mutating func popPending() -> (id: SchemaID, type: TypeID)? {
        while next < pending.count {
            let id = pending[next]
            next += 1
            guard let type = types[id] else { continue }
            if !reserved.contains(type) { return (id, type) }
            passed[type] = id
        }
        return nil
    }

    /// Forgets the components that are reserved still.
    mutating func dropReserved() -> Set<TypeID> {
        if !reserved.isEmpty { types = types.filter { !reserved.contains($0.value) } }
        defer { reserved = [] }
        return reserved
    }
}

extension SchemaConverter {
    /// Declares the components that are wanted; one that only is another's name becomes an alias of it.
    ///
    /// - Parameter isWanted: Tells by the key of a component.
    mutating func declareComponents(where isWanted: (String) -> Bool) {
        for (name, id) in facts.document.componentSchemas where isWanted(name) {
            let type = componentType(id)
            guard let first = facts.componentName(id), first != name else { continue }
            _ = declarations.append(
                Draft(
                    scope: .service, names: [Role.type.name(Words(name))], wireName: name,
                    pointer: "#/components/schemas/\(pointerToken(name))", place: facts.document[id].place,
                    shape: .alias(.named(type)), source: Conjunction(id)))
        }
    }

    /// The declaration of a component schema, which will be lowered.
    mutating func componentType(_ id: SchemaID) -> TypeID {
        let type = declaration(of: id)
        components.want(type)
        return type
    }

    /// Reserves the identifier of a component that others are merged from.
    mutating func reserveComponent(_ id: SchemaID) {
        let count = declarations.count
        let type = declaration(of: id)
        if declarations.count > count { components.reserve(type) }
    }

    private mutating func declaration(of id: SchemaID) -> TypeID {
        if let type = components.types[id] { return type }
        var (first, spellings) = (id, [SchemaID]())
        while components.types[first] == nil, let canonical = canonicalComponent(of: first) {
            spellings.append(first)
            first = canonical
        }
        let type = components.types[first] ?? declareComponent(first)
        components.add(spellings, of: type)
        return type
    }

    private mutating func declareComponent(_ id: SchemaID) -> TypeID {
        let schema = facts.document[id]
        let name = facts.componentName(id) ?? schema.pointer
        let type = declarations.append(
            Draft(
                scope: .service, names: [pinned(schema.pointer, .type) ?? Role.type.name(Words(name))], wireName: name,
                pointer: schema.pointer, place: schema.place, shape: .alias(.json), source: Conjunction(id)))
        components.add(id, type)
        inline.enclosing[id] = type
        return type
    }

    /// The component that `id` is only another spelling of: `pet: {$ref: Pet}` needs no alias of the same name.
    func canonicalComponent(of id: SchemaID) -> SchemaID? {
        let name = facts.componentName(id) ?? facts.document[id].pointer
        var target = id
        while let inner = facts.index.wrapped(target) {
            target = inner
            guard let other = facts.componentName(target) else { continue }
            let (own, wanted) = (Role.type.name(Words(name)), Role.type.name(Words(other)))
            return own.lowercased() == wanted.lowercased() && !naming.pins.contains(facts.document[id].pointer)
                ? target : nil
        }
        return nil
    }

    /// Lowers the components that are pending, and those they need.
    mutating func lowerPendingComponents() {
        while !budget.isSpent, let (id, type) = components.popPending() { lowerComponent(id, type) }
    }

    private mutating func lowerComponent(_ id: SchemaID, _ type: TypeID) {
        declarations[type].documentation = facts.documentation(of: id)
        if let configured = facts.configuredType(id) {
            declarations[type].shape = .alias(configured)
            return
        }
        var target = id
        while let inner = facts.index.wrapped(target) {
            target = inner
            if facts.isComponent(target) { break }
        }
        if target != id, facts.isComponent(target) {
            complete(type, as: .alias(.named(componentType(target))))
            return
        }
        if let family = facts.families[id] {
            complete(type, as: .union(union(of: family, id, in: type)))
            return
        }
        var slot = Slot(
            type: type,
            context: Context(
                scope: .type(type), stem: .fixed(""), wireName: declarations[type].wireName,
                pointer: facts.document[id].pointer))
        let conjunction = Conjunction(target)
        // What refers to the wrapped schema itself means the component.
        if target != id, inline.types[conjunction] == nil { inline.types[conjunction] = type }
        switch shape(mergedSchema(of: conjunction), of: conjunction, in: &slot) {
        case .reference(let reference): complete(type, as: .alias(reference))
        case .declared(let shape): complete(type, as: shape)
        }
    }

    /// Component schemas in the order in which the whole document declares them.
    func listedComponents() -> [ListedComponent] {
        var seen: Set<String> = []
        var components: [ListedComponent] = []
        for (name, id) in facts.document.componentSchemas {
            let isAlias = facts.componentName(id) != name
            let root = isAlias ? id : declaredComponent(id)
            let pointer = isAlias ? "#/components/schemas/\(pointerToken(name))" : facts.document[root].pointer
            guard seen.insert(pointer).inserted else { continue }
            components.append(
                ListedComponent(wireName: isAlias ? name : facts.componentName(root) ?? name, pointer: pointer))
        }
        return components
    }

    private func declaredComponent(_ id: SchemaID) -> SchemaID {
        var id = id
        while let canonical = canonicalComponent(of: id) { id = canonical }
        return id
    }
}
