import ClientModel
import OpenAPI

/// What follows from a document's schemas and the configuration alone, whatever is made of them.
struct SchemaFacts {
    let document: Document
    let index: SchemaIndex
    /// The keys of component schemas, by the index of the schema.
    private let names: [String?]
    /// The component whose `allOf` an inline schema belongs to.
    let enclosingComponents: [SchemaID: SchemaID]
    let families: [SchemaID: Family]
    let scalars: ScalarTypes
    /// The types of the configuration, by the pointers of schemas.
    private let configuredTypes: [String: TypeReference]

    init(_ document: Document, _ options: LoweringOptions) {
        self.document = document
        index = SchemaIndex(document)
        var names = [String?](repeating: nil, count: document.schemas.count)
        for (name, id) in document.componentSchemas where names[id.index] == nil { names[id.index] = name }
        self.names = names
        enclosingComponents = Self.enclosingComponents(document, names)
        families = Family.all(in: document, index, names)
        scalars = ScalarTypes(options.formats)
        configuredTypes = Dictionary(options.types.map { ($0.pointer, $0.type) }) { first, _ in first }
    }

    /// The components of all inline schemas that are merged into one.
    private static func enclosingComponents(_ document: Document, _ names: [String?]) -> [SchemaID: SchemaID] {
        var enclosingComponents: [SchemaID: SchemaID] = [:]
        for (_, component) in document.componentSchemas {
            var open = document[component].allOf
            while let id = open.popLast() {
                guard names[id.index] == nil, enclosingComponents[id] == nil else { continue }
                enclosingComponents[id] = component
                open += document[id].allOf
            }
        }
        return enclosingComponents
    }

    // MARK: Wrappers

    /// The schemas that decide the type of a value which must satisfy all of `members`: wrappers that only add
    /// documentation or limits are taken off, and schemas that say nothing are left out beside others that do.
    func simplify(_ members: [SchemaID]) -> [SchemaID] {
        if members.count == 1 { return [unwrap(members[0])] }
        var result: [SchemaID] = []
        for member in members.map({ unwrap($0) }) where !result.contains(member) { result.append(member) }
        let telling = result.filter { !index.isVacuous($0) }
        if telling.isEmpty { return Array(result.prefix(1)) }
        // An object that says no more than that it is one adds nothing to another.
        let full = telling.filter { !index.isBareType($0) }
        return telling.filter { !index.isBareType($0) || narrows($0, full, telling) }
    }

    /// Whether a `type` alone says more than the other schemas, or contradicts one of them.
    private func narrows(_ id: SchemaID, _ full: [SchemaID], _ all: [SchemaID]) -> Bool {
        let types = document[id].types?.filter { $0 != .null } ?? []
        let others = full.isEmpty ? all.prefix { $0 != id } : full[...]
        return others.allSatisfy { other in
            guard let known = document[other].types?.filter({ $0 != .null }), !known.isEmpty else { return false }
            return !known.allSatisfy(types.contains)
        }
    }

    /// Follows wrappers to the schema that gives the type, up to the first component.
    func unwrap(_ id: SchemaID) -> SchemaID {
        var id = id
        for _ in 0..<100 {
            if isComponent(id) { return id }
            guard let inner = index.wrapped(id) else { return id }
            id = inner
        }
        return id
    }

    func isComponent(_ id: SchemaID) -> Bool { names[id.index] != nil }

    /// The key of a component schema.
    func componentName(_ id: SchemaID) -> String? { names[id.index] }

    // MARK: Types of the configuration

    /// The type that the configuration gives a schema.
    func configuredType(_ id: SchemaID) -> TypeReference? {
        configuredTypes.isEmpty ? nil : configuredTypes[document[id].pointer]
    }

    /// The type that the configuration gives schemas where they are used: a component stays a declaration, and a schema that only wraps another
    /// may be configured itself or by what it wraps.
    func configuredUse(_ members: [SchemaID]) -> TypeReference? {
        configuredTypes.isEmpty ? nil : members.lazy.compactMap { configuredType(whereUsed: $0) }.first
    }

    private func configuredType(whereUsed id: SchemaID) -> TypeReference? {
        var id = id
        for _ in 0..<100 {
            if isComponent(id) { return nil }
            if let type = configuredType(id) { return type }
            guard let inner = index.wrapped(id) else { return nil }
            id = inner
        }
        return nil
    }
}
