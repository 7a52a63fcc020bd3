@_spi(Naming) import ClientModel
import Diagnostics
import OpenAPI

extension SchemaConverter {
    /// A schema with several types: a union with one case for each.
    mutating func union(
        ofTypes types: [SchemaType], _ merged: MergedSchema, of conjunction: Conjunction, in slot: inout Slot
    ) -> Lowered {
        let kinds = types.contains(.number) ? types.filter { $0 != .integer } : types
        let type = declare(&slot, conjunction)
        var cases: [Union.Case] = []
        for kind in kinds {
            let pointer = facts.document[conjunction.members[0]].pointer
            let name = kind == .array ? "List" : Role.type.name(Words(kind.rawValue))
            var part = Slot(
                type: nil,
                context: Context(
                    scope: .type(type), stem: .fixed(name), wireName: kind.rawValue, pointer: pointer))
            let reference: TypeReference
            switch shape(ofTypes: [kind], merged, of: conjunction, in: &part) {
            case .reference(let known): reference = known
            case .declared(let shape):
                let nested = declare(&part, conjunction)
                complete(nested, as: shape)
                reference = .named(nested)
            }
            cases.append(
                Union.Case(
                    name: Identifier(sanitizing: kind.rawValue), type: reference,
                    signature: Union.Signature(kind: Union.Signature.Kind(kind))))
        }
        return .declared(.union(Union(cases: cases, selection: .shape)))
    }
}
