import ClientModel
import Diagnostics

/// What indistinguishable signatures have in common, so that only few need to be compared.
struct SignatureKey: Hashable {
    private var kind: Union.Signature.Kind
    private var known: Set<String> = []
    private var required: Set<String> = []

    init(_ signature: Union.Signature) {
        kind = signature.kind
        guard kind == .object else { return }
        known = Set(signature.known)
        required = Set(signature.required)
    }
}

/// Branches of a union that no value distinguishes.
struct Ambiguity {
    var union: TypeID
    var diagnostic: Diagnostic
}

/// Reports those of the unions that are ever read: what only requests carry needs no distinction.
func report(_ ambiguities: [Ambiguity], _ usages: Usages, _ findings: inout Findings) {
    for ambiguity in ambiguities where usages[ambiguity.union] != .request { findings.report(ambiguity.diagnostic) }
}

/// Notes the branches that no value tells from an earlier one.
func ambiguities(of cases: [Union.Case], in type: TypeID) -> [Ambiguity] {
    var ambiguities: [Ambiguity] = []
    var earlier = ValueShapeIndex()
    for (index, right) in cases.enumerated() {
        let valueShapes = [right.signature] + right.alternatives
        let position = valueShapes.compactMap { valueShape in
            earlier.candidates(for: valueShape).first { left in
                ([cases[left].signature] + cases[left].alternatives).contains { !areDistinct($0, valueShape) }
            }
        }.min()
        earlier.insert(index, valueShapes)
        let earlier = position.map { cases[$0] }
        guard let earlier else { continue }
        let shared = sharedValues(earlier.signature, right.signature)
        let message =
            "'\(earlier.name)' and '\(right.name)' can't be distinguished"
            + (shared ?? "; matching values are decoded as the first")
        ambiguities.append(
            Ambiguity(
                union: type,
                diagnostic: Diagnostic(
                    .degraded, .ambiguousUnion, message, at: right.place,
                    notes: [.init("the first is here", at: earlier.place)])))
    }
    return ambiguities
}

/// Where two branches list values for a member, some of them the same: which those are.
private func sharedValues(_ left: Union.Signature, _ right: Union.Signature) -> String? {
    for (name, values) in left.choices.sorted(by: { $0.key < $1.key }) {
        guard let others = right.choices[name] else { continue }
        let shared = values.filter(others.contains)
        guard shared.count < values.count || shared.count < others.count else { continue }
        let list = shared.prefix(3).map { quote($0) } + (shared.count > 3 ? ["\(shared.count - 3) more"] : [])
        return " where \(quote(name)) is \(list.joined(separator: ", ")); such a value is decoded as the first"
    }
    return nil
}

/// Whether every shape of one list differs from every shape of the other; a list without shapes says nothing.
func areDistinct(_ left: [Union.Signature], _ right: [Union.Signature]) -> Bool {
    !left.isEmpty && !right.isEmpty
        && left.allSatisfy { one in right.allSatisfy { areDistinct(one, $0) } }
}

/// Whether some shape of a value speaks for one of the two and against the other.
func areDistinct(_ left: Union.Signature, _ right: Union.Signature) -> Bool {
    if left.kind != right.kind { return true }
    switch left.kind {
    case .object: return areDistinctObjects(left, right)
    case .array:
        if left.items.isEmpty || right.items.isEmpty { return left.items.isEmpty != right.items.isEmpty }
        return areDistinct(left.items, right.items)
    default: return left.values != right.values
    }
}

private func areDistinctObjects(_ left: Union.Signature, _ right: Union.Signature) -> Bool {
    for (name, values) in left.constants.merging(left.choices, uniquingKeysWith: { first, _ in first }) {
        guard let others = right.constants[name] ?? right.choices[name] else { continue }
        if Set(others).isDisjoint(with: values) { return true }
    }
    if !haveSameMembers(left.known, right.known) || !haveSameMembers(left.required, right.required) { return true }
    if left.items.isEmpty != right.items.isEmpty || areDistinct(left.items, right.items) { return true }
    if left.kinds.contains(where: { name, kind in right.kinds[name].map { $0 != kind } ?? false }) { return true }
    return left.members.contains { name, valueShapes in
        right.members[name].map { areDistinct(valueShapes, $0) } ?? false
    }
}

private func haveSameMembers(_ left: [String], _ right: [String]) -> Bool {
    left == right || Set(left) == Set(right)
}
