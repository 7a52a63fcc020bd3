import ClientModel
import OpenAPI

extension Lowerer {
    /// Declares the components that are wanted; one that only is another's name becomes an alias of it.
    mutating func declareComponents() {
        for (name, id) in document.componentSchemas where isSelected(schema: name) {
            let type = componentType(id)
            guard let first = componentName(id), first != name else { continue }
            _ = append(
                Draft(
                    scope: .service, names: [Role.type.name(Words(name))], wireName: name,
                    pointer: "#/components/schemas/\(pointerToken(name))", place: document[id].place,
                    shape: .alias(.named(type)), source: Conjunction(id)))
        }
    }

    /// The declaration of a component schema.
    mutating func componentType(_ id: SchemaID) -> TypeID {
        if let type = componentTypes[id] { return type }
        var (first, spellings) = (id, [SchemaID]())
        while componentTypes[first] == nil, let canonical = canonicalComponent(of: first) {
            spellings.append(first)
            first = canonical
        }
        let type = componentTypes[first] ?? declareComponent(first)
        for spelling in spellings { componentTypes[spelling] = type }
        return type
    }

    private mutating func declareComponent(_ id: SchemaID) -> TypeID {
        let schema = document[id]
        let name = componentName(id) ?? schema.pointer
        let type = append(
            Draft(
                scope: .service, names: [pinned(schema.pointer, .type) ?? Role.type.name(Words(name))], wireName: name,
                pointer: schema.pointer, place: schema.place, shape: .alias(.json), source: Conjunction(id)))
        componentTypes[id] = type
        enclosingTypes[id] = type
        pendingComponents.append(id)
        return type
    }

    /// The component that `id` is only another spelling of: `pet: {$ref: Pet}` needs no alias of the same name.
    func canonicalComponent(of id: SchemaID) -> SchemaID? {
        let name = componentName(id) ?? document[id].pointer
        var target = id
        while let inner = index.wrapped(target) {
            target = inner
            guard let other = componentName(target) else { continue }
            let (own, wanted) = (Role.type.name(Words(name)), Role.type.name(Words(other)))
            return own.lowercased() == wanted.lowercased() && !naming.pins.contains(document[id].pointer) ? target : nil
        }
        return nil
    }

    /// Lowers the components that are pending, and those they need.
    mutating func lowerPendingComponents() {
        var next = 0
        while next < pendingComponents.count, !budget.isSpent {
            lowerComponent(pendingComponents[next])
            next += 1
        }
        pendingComponents = []
    }

    private mutating func lowerComponent(_ id: SchemaID) {
        guard let type = componentTypes[id] else { return }
        declarations[type].documentation = documentation(of: id)
        if let configured = configuredType(id) {
            declarations[type].shape = .alias(configured)
            return
        }
        var target = id
        while let inner = index.wrapped(target) {
            target = inner
            if isComponent(target) { break }
        }
        if target != id, isComponent(target) {
            complete(type, as: .alias(.named(componentType(target))))
            return
        }
        if let family = families[id] {
            complete(type, as: .union(union(of: family, id, in: type)))
            return
        }
        var slot = Slot(
            type: type,
            context: Context(
                scope: .type(type), stem: .fixed(""), wireName: declarations[type].wireName,
                pointer: document[id].pointer))
        let conjunction = Conjunction(target)
        // What refers to the wrapped schema itself means the component.
        if target != id, inlineTypes[conjunction] == nil { inlineTypes[conjunction] = type }
        switch shape(mergedSchema(of: conjunction), of: conjunction, in: &slot) {
        case .reference(let reference): complete(type, as: .alias(reference))
        case .declared(let shape): complete(type, as: shape)
        }
    }
}
