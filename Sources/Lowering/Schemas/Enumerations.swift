@_spi(Naming) import ClientModel
import Diagnostics
import OpenAPI
import YAML

extension SchemaConverter {
    /// What a list of values becomes: an open enumeration of strings or of numbers, `Bool`, a union where the values are
    /// of several kinds, what its other keywords say where they are
    /// lists or objects.
    mutating func enumeration(
        _ values: MergedSchema.Values, _ merged: MergedSchema, of conjunction: Conjunction, in slot: inout Slot
    ) -> Lowered {
        let values = lookup.distinct(values, merged, canPin: !naming.pins.isEmpty)
        let kinds = ValueKind.allCases.filter { kind in values.contains { $0.kind == kind } }
        guard kinds.count <= 1 else { return mixed(values, kinds, merged, of: conjunction, in: &slot) }
        switch kinds.first {
        case .boolean: return .reference(.scalar(.boolean))
        case .structure:
            var open = merged
            open.values = nil
            return shape(open, of: conjunction, in: &slot)
        case nil:
            return .reference(merged.types.map { _ in scalarType(merged) } ?? .json)
        case .integer?:
            guard let type = integerType(for: values) else { return withoutValues(values) }
            return .declared(.enumeration(enumeration(of: type == .unsigned ? values.map(\.unsigned) : values)))
        case .string?, .number?:
            return .declared(.enumeration(enumeration(of: values)))
        }
    }

    /// The type that holds all of some integers, if there is one.
    private func integerType(for integers: [KnownValue]) -> Enumeration.RawType? {
        if integers.allSatisfy({ Int64($0.text) != nil }) { return .integer }
        return integers.allSatisfy { UInt64($0.text) != nil } ? .unsigned : nil
    }

    /// `Decimal` for integers that no integer type holds; `Double` would change them.
    private mutating func withoutValues(_ values: [KnownValue]) -> Lowered {
        let large = values.first { Int64($0.text) == nil } ?? values[0]
        report(
            Diagnostic(
                .degraded, .largeIntegers,
                "\(large.text) and the other values fit neither Int64 nor UInt64; the type is Decimal without known values",
                at: large.place))
        return .reference(.scalar(.decimal))
    }

    private func scalarType(_ merged: MergedSchema) -> TypeReference {
        switch merged.types?.first {
        case .string?: .scalar(facts.scalars.string(merged))
        case .integer?: .scalar(facts.scalars.number(merged, isInteger: true))
        case .number?: .scalar(facts.scalars.number(merged, isInteger: false))
        case .boolean?: .scalar(.boolean)
        default: .json
        }
    }

    /// Values of one kind.
    mutating func enumeration(of values: [KnownValue]) -> Enumeration {
        var claims: [NameScope.Claim] = []
        for (value, label) in zip(values, labels(values)) {
            let names = (label.map { nameCandidates($0, .enumCase) } ?? []) + nameCandidates(value.text, .enumCase)
            var claim = NameScope.Claim(
                names, text: label ?? value.text, wireName: value.text,
                pinned: value.pointer.flatMap { pinned($0, .enumCase) }, dependsOnSiblings: label != nil,
                keys: keys(of: value))
            claim.origin = NameScope.Origin(text: value.text, place: value.place)
            claims.append(claim)
        }
        let names = assignNames(claims, as: .values, in: NameScope(), pointers: values.map(\.pointer))
        let rawType: Enumeration.RawType =
            switch values.first?.kind {
            case .integer?: if case .unsigned? = values.first?.value { .unsigned } else { .integer }
            case .number?: .number
            default: .string
            }
        var cases = zip(values, names).map { value, name in
            Enumeration.Case(
                name: Identifier(sanitizing: name), value: value.value,
                documentation: Documentation(description: value.description), place: value.place)
        }
        for index in cases.indices where names[index] != claims[index].candidates[0] && claims[index].pinned == nil {
            let lower = values[index].text.lowercased()
            guard let other = values.first(where: { $0.text != values[index].text && $0.text.lowercased() == lower })
            else { continue }
            cases[index].documentation.facts = ["Differs from `\(other.text)` only in the case of its letters."]
        }
        return Enumeration(rawType: rawType, cases: cases)
    }

    /// What the document calls each of the values, where that can be a name and no other value is called so.
    private func labels(_ values: [KnownValue]) -> [String?] {
        let names = values.map { value in
            value.name.flatMap { $0.utf8.count < 60 && !Words($0).isEmpty ? $0 : nil }
        }
        guard names.contains(where: { $0 != nil }) else { return names }
        var counts: [String: Int] = [:]
        for name in names.compactMap({ $0 }) { counts[Role.enumCase.name(Words(name)), default: 0] += 1 }
        return names.map { $0.flatMap { counts[Role.enumCase.name(Words($0))] == 1 ? $0 : nil } }
    }

    private func keys(of value: KnownValue) -> () -> [String] {
        { [document = facts.document, keys = naming.keys] in
            ["\(keys.key(document[value.owner].pointer))/enum/\(pointerToken(value.text))"]
        }
    }

    private mutating func mixed(
        _ values: [KnownValue], _ kinds: [ValueKind], _ merged: MergedSchema, of conjunction: Conjunction,
        in slot: inout Slot
    ) -> Lowered {
        if kinds == [.integer, .number] {
            return .declared(.enumeration(enumeration(of: values.map(\.number))))
        }
        let type = declare(&slot, conjunction)
        var cases: [Union.Case] = []
        for kind in kinds {
            let (name, reference) = part(kind, values.filter { $0.kind == kind }, of: conjunction, in: type)
            var signature = Union.Signature(kind: kind.jsonKind)
            if kind == .string { signature.values = values.filter { $0.kind == kind }.map(\.text) }
            cases.append(Union.Case(name: Identifier(sanitizing: name), type: reference, signature: signature))
        }
        return .declared(.union(Union(cases: cases, selection: .shape)))
    }

    private mutating func part(
        _ kind: ValueKind, _ values: [KnownValue], of conjunction: Conjunction, in type: TypeID
    ) -> (String, TypeReference) {
        switch kind {
        case .boolean: return ("boolean", .scalar(.boolean))
        case .structure: return ("json", .json)
        case .integer where integerType(for: values) != .integer:
            if integerType(for: values) == .unsigned { return ("integer", .scalar(.uint64)) }
            _ = withoutValues(values)
            return ("integer", .scalar(.decimal))
        case .string, .integer, .number:
            let schema = facts.document[conjunction.members[0]]
            let name = kind == .string ? "String" : kind == .integer ? "Integer" : "Number"
            let nested = declarations.append(
                Draft(
                    scope: .type(type), names: [name == "String" ? "Text" : name], wireName: name.lowercased(),
                    pointer: schema.pointer, place: schema.place, shape: .enumeration(enumeration(of: values)),
                    source: conjunction, rank: .nested))
            return (name.lowercased(), .named(nested))
        }
    }
}
