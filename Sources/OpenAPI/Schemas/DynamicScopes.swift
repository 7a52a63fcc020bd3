import Diagnostics

/// The schemas that `$dynamicAnchor`s name, by their names, where an evaluation has come through several resources.
private typealias Bindings = [String: SchemaID]

/// What each `$dynamicRef` leads to (JSON Schema Core 2020-12, 8.2.3.2; OpenAPI 3.1.1, "Generic (Template) Data Structures").
///
/// A schema that is used from where an anchor is bound to another schema than its own is a schema of its own: a copy whose references
/// lead to what is bound. For example: `PetPage: {$ref: Page, $defs: {item: {$dynamicAnchor: item, $ref: Pet}}}` refers to a copy of `Page`
/// whose elements are `Pet`.
///
/// A resource is a schema with an `$id`, or else the outermost schema around a place, such as a component: documents
/// rarely give their components an `$id`, and mean this by anchors of one name in several of them.
struct DynamicScopes {
    private struct Use: Hashable {
        var schema: SchemaID
        var bindings: Bindings
    }

    private let originals: [Schema]
    /// The root of the resource that each schema is in.
    private let resources: [SchemaID]
    /// By the root of a resource.
    private var anchors: [SchemaID: Bindings] = [:]
    /// The names that decide what a schema is, by schema.
    private var names: [Set<String>]
    private(set) var schemas: [Schema]
    /// The schema that each one was copied from, for those after the originals.
    private(set) var origins: [SchemaID] = []
    private var copies: [Use: SchemaID] = [:]
    private var pending: [(id: SchemaID, use: Use)] = []
    /// The first schema that would have needed one copy too many.
    private(set) var beyondLimit: Schema?

    private static let mostCopies = 10_000

    init(_ schemas: [Schema]) {
        originals = schemas
        self.schemas = schemas
        let parts = schemas.map(\.parts)
        resources = Self.resources(schemas, parts)
        names = Array(repeating: [], count: schemas.count)
        for (index, schema) in schemas.enumerated() {
            guard let name = schema.dynamicAnchor else { continue }
            anchors[resources[index], default: [:]][name] = anchors[resources[index]]?[name] ?? SchemaID(index)
        }
        findNames(parts)
    }

    private static func resources(_ schemas: [Schema], _ parts: [[SchemaID]]) -> [SchemaID] {
        var parents: [SchemaID?] = Array(repeating: nil, count: schemas.count)
        for (index, schema) in schemas.enumerated() {
            for part in parts[index] where !schemas[part.index].isResource && part.index != index {
                if schemas[part.index].pointer.hasPrefix(schema.pointer + "/") { parents[part.index] = SchemaID(index) }
            }
        }
        return schemas.indices.map { index in
            var root = SchemaID(index)
            while let parent = parents[root.index] { root = parent }
            return root
        }
    }

    /// A name decides what a schema is where one of its parts refers to it, at any depth.
    private mutating func findNames(_ parts: [[SchemaID]]) {
        var users: [[SchemaID]] = Array(repeating: [], count: originals.count)
        for (index, parts) in parts.enumerated() {
            for part in parts { users[part.index].append(SchemaID(index)) }
        }
        let anchored = Dictionary(grouping: originals.indices.filter { originals[$0].dynamicAnchor != nil }) {
            originals[$0].dynamicAnchor ?? ""
        }
        let references = originals.indices.filter { initialTarget(SchemaID($0)) != nil }
        for reference in references {
            for target in anchored[originals[reference].dynamicReference ?? ""] ?? [] {
                users[target].append(SchemaID(reference))
            }
        }
        for reference in references {
            guard let name = originals[reference].dynamicReference else { continue }
            var open = [SchemaID(reference)]
            while let id = open.popLast() {
                if names[id.index].insert(name).inserted { open += users[id.index] }
            }
        }
    }
}

extension DynamicScopes {
    /// Resolves every `$dynamicRef`.
    mutating func resolve() {
        for (index, names) in names.enumerated() where !names.isEmpty {
            let id = SchemaID(index)
            pending.append((id, Use(schema: id, bindings: ownBindings(id))))
        }
        while let (id, use) = pending.popLast() { schemas[id.index] = resolved(id, use) }
    }

    /// What is bound where an evaluation begins in a schema's resource.
    private func ownBindings(_ id: SchemaID) -> Bindings {
        (anchors[resources[id.index]] ?? [:]).filter { names[id.index].contains($0.key) }
    }

    private mutating func resolved(_ id: SchemaID, _ use: Use) -> Schema {
        let original = originals[use.schema.index]
        var keywords = original.storage.keywords
        keywords.pointer = schemas[id.index].pointer
        keywords.reference = target(of: use) ?? keywords.reference
        if id != use.schema { keywords.details = keywords.details?.withoutDefinitions }
        let pointer = keywords.pointer
        keywords.replaceParts { part, path in
            self.schema(part, usedBy: use, at: path.reduce(pointer) { Pointer.appending($1, to: $0) })
        }
        var schema = Schema(keywords)
        if id == use.schema { schema.componentName = original.componentName }
        return schema
    }

    /// The schema that a `$dynamicRef` leads to, or `nil` where there is none.
    private func target(of use: Use) -> SchemaID? {
        guard let name = originals[use.schema.index].dynamicReference, let first = initialTarget(use.schema) else {
            return nil
        }
        return use.bindings[name] ?? first
    }

    /// What a `$dynamicRef` leads to by itself, or `nil` where it is as good as a `$ref`.
    private func initialTarget(_ id: SchemaID) -> SchemaID? {
        guard let name = originals[id.index].dynamicReference else { return nil }
        let own = anchors[resources[id.index]]?[name]
        guard let first = own ?? originals[id.index].reference, originals[first.index].dynamicAnchor == name else {
            return nil
        }
        return first
    }

    /// A part of a schema with what is bound there: what an outer resource binds is kept.
    private mutating func schema(_ part: SchemaID, usedBy use: Use, at pointer: String) -> SchemaID {
        let needed = names[part.index]
        guard !needed.isEmpty else { return part }
        let own = ownBindings(part)
        let outer = use.bindings.filter { needed.contains($0.key) }
        let bindings = own.merging(outer) { $1 }
        guard bindings != own else { return part }
        let inner = Use(schema: part, bindings: bindings)
        if let known = copies[inner] { return known }
        guard copies.count < Self.mostCopies else {
            beyondLimit = beyondLimit ?? originals[part.index]
            return part
        }
        let copy = SchemaID(schemas.count)
        var keywords = originals[part.index].storage.keywords
        // A copy of a component is told from what stands at the same place by the component's name.
        let name = originals[part.index].componentName
        keywords.pointer = name.map { Pointer.appending($0, to: pointer) } ?? pointer
        schemas.append(Schema(keywords))
        origins.append(part)
        copies[inner] = copy
        pending.append((copy, inner))
        return copy
    }
}

extension Details {
    /// What is defined inside a schema needs no copy: what refers to it makes its own.
    fileprivate var withoutDefinitions: Details {
        var content = content
        content.definitions = []
        return Details(content)
    }
}
