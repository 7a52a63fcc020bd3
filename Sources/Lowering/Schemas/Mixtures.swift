import ClientModel
import OpenAPI

extension SchemaConverter {
    /// The type of values that differ by position in an array or by name in an object: the one type they have, or a union of
    /// their types, since Swift's collections have elements of one type.
    ///
    /// For example: `prefixItems: [{type: string}, {type: integer}]` has elements of `case string(String)` and `case integer(Int)`.
    mutating func any(of schemas: [SchemaID], owner: SchemaID, in context: Context) -> TypeReference {
        var members: [SchemaID] = []
        for id in schemas.map({ facts.unwrap($0) }) where !members.contains(id) && facts.document[id].boolean != false {
            members.append(id)
        }
        let type: TypeReference
        switch members.count {
        case 0: return .json
        case 1: type = use([members[0]], in: context).type
        default: type = union(ofAll: members, owner: owner, in: context)
        }
        let isNullable = schemas.contains { facts.index.isNullable($0) || facts.index.isNullOnly($0) }
        return isNullable && type != .json ? .nullable(type) : type
    }

    private mutating func union(ofAll members: [SchemaID], owner: SchemaID, in context: Context) -> TypeReference {
        let conjunction = Conjunction([owner], decided: members)
        if let known = inline.references[conjunction] ?? inline.types[conjunction].map(TypeReference.named) {
            return known
        }
        let keyword = MergedSchema.UnionKeyword(owner: owner, branches: members, isOneOf: false, discriminator: nil)
        var slot = Slot(type: nil, context: context)
        let reference: TypeReference
        switch union([keyword], MergedSchema(), of: conjunction, in: &slot) {
        case .reference(let type): reference = type
        case .declared(let shape):
            let type = declare(&slot, conjunction)
            complete(type, as: shape)
            declarations[type].documentation = Documentation()
            reference = .named(type)
        }
        inline.references[conjunction] = reference
        return reference
    }
}
