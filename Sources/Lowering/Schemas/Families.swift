import ClientModel
import Diagnostics
import OpenAPI

/// A schema with a discriminator and no list of branches, and the components that extend it through `allOf`: a value of the
/// schema may be of any of them (Discriminator Object, "Models with Polymorphism Support").
struct Family {
    var discriminator: Discriminator
    /// In document order, children of children included.
    var descendants: [SchemaID] = []
    /// Components that add nothing, at any depth of wrappers: their values are the head's own.
    var synonyms: [SchemaID] = []
}

extension Family {
    /// The families of a document by their head.
    static func all(in document: Document, _ index: SchemaIndex, _ names: [String?]) -> [SchemaID: Family] {
        var families: [SchemaID: Family] = [:]
        for (_, id) in document.componentSchemas {
            let schema = document[id]
            guard let discriminator = schema.discriminator, schema.oneOf.isEmpty, schema.anyOf.isEmpty,
                !schema.properties.isEmpty || !schema.allOf.isEmpty
            else { continue }
            families[id] = Family(discriminator: discriminator)
        }
        guard !families.isEmpty else { return [:] }
        for (_, id) in document.componentSchemas {
            for ancestor in ancestors(of: id, document, names) where families[ancestor] != nil {
                if index.wraps(id, ancestor) {
                    families[ancestor]?.synonyms.append(id)
                } else if !(families[ancestor]?.descendants.contains(id) ?? true) {
                    families[ancestor]?.descendants.append(id)
                }
            }
        }
        return families.filter { !$0.value.descendants.isEmpty }
    }

    private static func ancestors(of id: SchemaID, _ document: Document, _ names: [String?]) -> [SchemaID] {
        var found: [SchemaID] = []
        var seen: Set<SchemaID> = [id]
        var open = [id]
        while let next = open.popLast() {
            let schema = document[next]
            for parent in (schema.reference.map { [$0] } ?? []) + schema.allOf where seen.insert(parent).inserted {
                if names[parent.index] != nil { found.append(parent) }
                open.append(parent)
            }
        }
        return found
    }

}

extension SchemaConverter {
    /// The head of a family as a union: one case for itself, one for each descendant.
    mutating func union(of family: Family, _ head: SchemaID, in type: TypeID) -> Union {
        var groups: [BranchGroup] = []
        for id in [head] + family.descendants {
            var branch = Branch(
                members: [id], merged: mergedSchema(of: Conjunction(id)), component: id, listed: id,
                pointer: "\(facts.document[head].pointer)/discriminator/\(pointerToken(facts.componentName(id) ?? ""))")
            if id == head {
                branch.component = nil
                branch.decided = [head]
                branch.aliases = family.synonyms
            }
            groups.append(BranchGroup(kind: .other, branches: [branch]))
        }
        let keyword = MergedSchema.UnionKeyword(
            owner: head, branches: [], isOneOf: true, discriminator: family.discriminator)
        var union = union(of: groups, keyword, in: type)
        if case .discriminator(let property, var mapping) = union.selection {
            let known = Set(mapping.map(\.value))
            let values = family.synonyms.flatMap { self.values(of: $0, family.discriminator) }
            mapping += values.filter { !known.contains($0) }.map { .init(value: $0, case: 0) }
            union.selection = .discriminator(property: property, mapping: mapping)
        }
        return union
    }

    /// The values mapped to a component, else its name.
    private func values(of id: SchemaID, _ discriminator: Discriminator) -> [String] {
        let mapped = discriminator.mapping.filter { $0.schema == id }.map(\.value)
        return mapped.isEmpty ? [facts.componentName(id)].compactMap { $0 } : mapped
    }
}
