import ClientModel
import OpenAPI

/// The component schemas that have a declaration, lowered or pending.
struct ComponentTable {
    var types: [SchemaID: TypeID] = [:]
    var pending: [SchemaID] = []
    /// Those that the selected part merges into others and never names.
    var unneeded: Set<SchemaID> = []
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

    /// The declaration of a component schema.
    mutating func componentType(_ id: SchemaID) -> TypeID {
        if let type = components.types[id] { return type }
        var (first, spellings) = (id, [SchemaID]())
        while components.types[first] == nil, let canonical = canonicalComponent(of: first) {
            spellings.append(first)
            first = canonical
        }
        let type = components.types[first] ?? declareComponent(first)
        for spelling in spellings { components.types[spelling] = type }
        return type
    }

    private mutating func declareComponent(_ id: SchemaID) -> TypeID {
        let schema = facts.document[id]
        let name = facts.componentName(id) ?? schema.pointer
        let type = declarations.append(
            Draft(
                scope: .service, names: [pinned(schema.pointer, .type) ?? Role.type.name(Words(name))], wireName: name,
                pointer: schema.pointer, place: schema.place, shape: .alias(.json), source: Conjunction(id)))
        components.types[id] = type
        inline.enclosing[id] = type
        components.pending.append(id)
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
        var next = 0
        while next < components.pending.count, !budget.isSpent {
            lowerComponent(components.pending[next])
            next += 1
        }
        components.pending = []
    }

    private mutating func lowerComponent(_ id: SchemaID) {
        guard let type = components.types[id] else { return }
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
