import OpenAPI
import YAML

/// What is asked of schemas again and again, worked out once for all of them.
struct SchemaIndex {
    private struct Flags: OptionSet {
        let rawValue: UInt8
        static let vacuous = Flags(rawValue: 1)
        static let bareType = Flags(rawValue: 2)
        static let nullOnly = Flags(rawValue: 4)
        static let structure = Flags(rawValue: 8)
        static let wrapper = Flags(rawValue: 16)
        static let nullable = Flags(rawValue: 32)
    }

    private let document: Document
    private var flags: [Flags]
    private var inner: [SchemaID: SchemaID] = [:]
    private var nullability: [Bool] = []
    private var secrecy: [Bool] = []
    /// Schemas that only list others, by those they list.
    private let lists: FactGraph

    init(_ document: Document) {
        self.document = document
        flags = document.schemas.map { Self.flags($0) }
        lists = Self.lists(document)
        for schema in document.schemas {
            for branch in nullableAlone(schema) { flags[branch.index].insert(.nullOnly) }
        }
        for index in flags.indices where flags[index].contains(.wrapper) {
            let id = SchemaID(index)
            if let wrapped = findWrapped(id) { inner[id] = wrapped }
        }
        nullability = findNullability()
        secrecy = findSecrecy()
    }

    /// The branches of a union that say `nullable` and no more, beside others that say something.
    ///
    /// By the specification each allows everything; generators of documents write it for `null`, which OpenAPI 3.0 has no type for.
    func nullableAlone(_ schema: Schema) -> [SchemaID] {
        guard schema.oneOf.count + schema.anyOf.count > 1 else { return [] }
        let branches = schema.oneOf + schema.anyOf
        guard branches.contains(where: { !isVacuous($0) }) else { return [] }
        return branches.filter { flags[$0.index].isSuperset(of: [.vacuous, .nullable]) }
    }

    /// Whether a schema allows everything.
    func isVacuous(_ id: SchemaID) -> Bool { flags[id.index].contains(.vacuous) }

    /// Whether a schema has a `type` at most.
    func isBareType(_ id: SchemaID) -> Bool { flags[id.index].contains(.bareType) }

    /// Whether a schema's only value is `null`.
    func isNullOnly(_ id: SchemaID) -> Bool { flags[id.index].contains(.nullOnly) }

    /// The schema that `id` only wraps, if that is all it does.
    ///
    /// For example: `{allOf: [{$ref: X}], description: …}`, `{$ref: X, nullable: true}`, `{anyOf: [X, {type: null}]}`.
    func wrapped(_ id: SchemaID) -> SchemaID? { flags[id.index].contains(.wrapper) ? inner[id] : nil }

    /// Whether each of two schemas lists the other, at once or through others that only list.
    func listEachOther(_ one: SchemaID, _ other: SchemaID) -> Bool {
        lists.componentOf[one.index] == lists.componentOf[other.index] && lists.isCyclic(one.index)
    }

    /// Whether `id` only wraps `target`, at any depth.
    func wraps(_ id: SchemaID, _ target: SchemaID) -> Bool {
        var id = id
        for _ in 0..<100 {
            guard let inner = wrapped(id) else { return false }
            if inner == target { return true }
            id = inner
        }
        return false
    }

    /// Whether `null` is one of several values a schema allows.
    func isNullable(_ id: SchemaID) -> Bool { nullability[id.index] }

    /// Whether a value, one of its elements or entries, or one of its branches has `format: password`.
    /// Members of objects are not considered: each is asked by itself.
    func holdsSecret(_ id: SchemaID) -> Bool { secrecy[id.index] }

    private func findSecrecy() -> [Bool] {
        let graph = FactGraph(document.schemas.map { schema in schema.valueParts.map(\.index) })
        return graph.facts(from: false) { node, known in
            document.schemas[node].format == "password" || graph.edges[node].contains { known[$0] }
        }
    }

    private func findNullability() -> [Bool] {
        let graph = FactGraph(flags.indices.map { nullabilityParts(SchemaID($0)).map(\.index) })
        return graph.facts(from: false) { node, known in
            let id = SchemaID(node)
            if flags[node].contains(.nullable) { return true }
            let parts = nullabilityParts(id)
            let schema = document[id]
            if !schema.oneOf.isEmpty || !schema.anyOf.isEmpty {
                return parts.contains { isNullOnly($0) || known[$0.index] }
            }
            if parts.contains(where: { isVacuous($0) && known[$0.index] }) { return true }
            let telling = parts.filter { !isVacuous($0) }
            return telling.contains { known[$0.index] }
                && telling.allSatisfy { known[$0.index] || leavesTypeOpen($0) }
        }
    }

    /// The schemas that decide whether a schema allows `null`, where it doesn't say so itself.
    private func nullabilityParts(_ id: SchemaID) -> [SchemaID] {
        let schema = document[id]
        guard flags[id.index].contains(.wrapper), schema.types == nil, schema.enumeration == nil,
            schema.constant == nil
        else { return [] }
        let branches = schema.oneOf + schema.anyOf
        return branches.isEmpty ? schema.references + schema.allOf : branches
    }

    /// Whether a schema speaks of members alone, and leaves it to others whether there is an object.
    private func leavesTypeOpen(_ id: SchemaID) -> Bool {
        let schema = document[id]
        return schema.types == nil && schema.enumeration == nil && schema.constant == nil
            && !flags[id.index].contains(.wrapper)
    }

    private static func flags(_ schema: Schema) -> Flags {
        var flags: Flags = []
        let combines =
            schema.reference != nil || !schema.allOf.isEmpty || !schema.oneOf.isEmpty || !schema.anyOf.isEmpty
        let isStructured = hasStructure(schema)
        if combines { flags.insert(.wrapper) }
        if isStructured { flags.insert(.structure) }
        if !combines, !isStructured, schema.required.isEmpty, schema.format == nil, schema.discriminator == nil,
            schema.additionalProperties == nil
        {
            flags.insert(.bareType)
            if schema.types == nil { flags.insert(.vacuous) }
        }
        let nodes = schema.constant.map { [$0] } ?? schema.enumeration
        if let types = schema.types, !types.isEmpty, types.allSatisfy({ $0 == .null }) { flags.insert(.nullOnly) }
        if let nodes, !nodes.isEmpty, nodes.allSatisfy(\.isNull) { flags.insert(.nullOnly) }
        let listsNull = schema.types == nil && (nodes?.contains(where: \.isNull) ?? false)
        if schema.isNullable || listsNull { flags.insert(.nullable) }
        return flags
    }

    /// Whether a schema has keywords of its own that make or change a type, other than `type`, `required` and the
    /// combining ones.
    private static func hasStructure(_ schema: Schema) -> Bool {
        if case .schema? = schema.additionalProperties { return true }
        return schema.enumeration != nil || schema.constant != nil || !schema.properties.isEmpty
            || schema.items != nil || !schema.prefixItems.isEmpty || !schema.patternProperties.isEmpty
            || schema.boolean == false || bringsMembers(schema.conditions)
    }

    /// Whether there are schemas under conditions, whose members are taken over.
    private static func bringsMembers(_ conditions: Schema.Conditions) -> Bool {
        if case .schema? = conditions.unevaluatedProperties { return true }
        return conditions.thenSchema != nil || conditions.elseSchema != nil || !conditions.dependentSchemas.isEmpty
    }

    private func findWrapped(_ id: SchemaID) -> SchemaID? {
        let schema = document[id]
        guard !flags[id.index].contains(.structure) else { return nil }
        let parts = (schema.references + schema.allOf).filter { !isVacuous($0) }
        guard parts.count <= 1 else { return nil }
        let inner: SchemaID
        if schema.oneOf.isEmpty, schema.anyOf.isEmpty {
            guard let part = parts.first else { return nil }
            inner = part
        } else {
            guard parts.isEmpty, schema.oneOf.isEmpty || schema.anyOf.isEmpty,
                let branch = onlyBranch(schema.oneOf + schema.anyOf)
            else { return nil }
            inner = branch
        }
        return agrees(schema, with: inner) ? inner : nil
    }

    private func onlyBranch(_ branches: [SchemaID]) -> SchemaID? {
        let others = branches.filter { !isNullOnly($0) }
        guard let first = others.first, others.allSatisfy({ $0 == first }) else { return nil }
        return first
    }

    /// Whether the wrapper's own `type` and `required` leave the inner schema as it is.
    private func agrees(_ wrapper: Schema, with inner: SchemaID) -> Bool {
        let types = wrapper.types?.filter { $0 != .null } ?? []
        guard !types.isEmpty || !wrapper.required.isEmpty else { return true }
        var target = document[inner]
        for _ in 0..<100 where target.types == nil {
            guard let next = target.reference ?? (target.allOf.count == 1 ? target.allOf[0] : nil) else { break }
            target = document[next]
        }
        if let inherited = target.types?.filter({ $0 != .null }) {
            guard types.isEmpty || inherited.allSatisfy(types.contains) else { return false }
        } else if !types.isEmpty, types != [.object] || (target.properties.isEmpty && target.allOf.isEmpty) {
            return false
        }
        let required = Set(target.required.map(\.name))
        return wrapper.required.allSatisfy { required.contains($0.name) }
    }
}

extension Schema.Keywords {
    /// The target of its `$ref` as a list.
    fileprivate var references: [SchemaID] { reference.map { [$0] } ?? [] }

    /// The schemas of a value itself and of its elements and entries, but of no member of an object.
    var valueParts: [SchemaID] {
        var parts = references + allOf + oneOf + anyOf + prefixItems + (items.map { [$0] } ?? [])
        if case .schema(let entries)? = additionalProperties { parts.append(entries) }
        return parts
    }
}
