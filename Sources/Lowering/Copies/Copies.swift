import ClientModel
import Diagnostics
import OpenAPI

/// Makes one type of equal inline types that are for the same: what one call returns can be passed to another.
///
/// The first stays where it is, or has the name that their title gives. The others become aliases of it, so that each has a name where it stands; what
/// is nested in them is the first's. Which types are one is recorded: a copy that grows stays one, and the type gets what the copy got. A type that an
/// earlier run declared by itself never becomes a copy: callers may have written code for both.
struct Copies {
    private var declarations: Declarations
    /// The declarations that each mentions.
    private let graph: FactGraph
    /// In the order of their outermost types.
    private var candidates: [Candidate] = []
    private var nested: [TypeID: [TypeID]] = [:]
    /// The first type of each copy.
    private var firsts: [TypeID: TypeID] = [:]
    /// What takes the place of types that are no longer declared.
    private var replacements: [TypeID: TypeID] = [:]
    /// First types that have more than they had by themselves.
    private var grown: Set<TypeID> = []
    /// The pointers of the branches of unions' copies, by the names of their cases. One list for all, because a document can have thousands of copies.
    private var branches: [TypeID: [Identifier: [String]]] = [:]
    /// The titles of first types that are named by them.
    private var titles: [TypeID: String] = [:]

    /// A type that may be a copy, or the first of some.
    private struct Candidate {
        var id: TypeID
        /// What identifies it in the record of names.
        var key: String
        /// Whether no earlier run can have declared it.
        var isNew: Bool
    }

    /// - Parameters:
    ///   - usages: Those of the declarations.
    ///   - isNew: Whether an earlier run can't have declared what stands at a pointer.
    init(
        in declarations: Declarations, _ usages: Usages, _ naming: Naming, isNew: (_ pointer: String) -> Bool
    ) {
        self.declarations = declarations
        graph = FactGraph(declarations.map { $0.shape.parts.flatMap(\.mentioned).map(\.index) })
        let equal = EqualShapes(declarations, graph)
        findCandidates(naming, isNew)
        mergeRecorded(naming.recorded)
        mergeEqual(equal, usages)
    }

    // MARK: Candidates

    private mutating func findCandidates(_ naming: Naming, _ isNew: (String) -> Bool) {
        for index in declarations.indices {
            if case .type(let outer) = declarations[index].scope { nested[outer, default: []].append(TypeID(index)) }
        }
        let excluded = typesWithBytes()
        var keys: Set<String> = []
        var open = declarations.indices.filter { !declarations[$0].scope.isType }.reversed().map { TypeID($0) }
        while let id = open.popLast() {
            open += (nested[id] ?? []).reversed()
            let draft = declarations[id]
            guard draft.canBeCopy, !excluded[id.index], !naming.pins.hasName(below: draft.pointer),
                !declarations.isNestedInItsPointer(draft)
            else { continue }
            let key = naming.keys.key(draft.pointer)
            guard keys.insert(key).inserted else { continue }
            candidates.append(Candidate(id: id, key: key, isNew: isNew(draft.pointer)))
        }
    }

    /// Bytes are text outside of multipart bodies, so that types with bytes differ by where they are used.
    private func typesWithBytes() -> [Bool] {
        graph.facts(from: false) { node, known in
            declarations[node].shape.parts.contains { $0.withoutBinary != $0 }
                || graph.edges[node].contains { known[$0] }
        }
    }

    // MARK: Merging

    private mutating func mergeRecorded(_ recorded: RecordedNames) {
        let labels = candidates.map { recorded.name($0.key, as: .copies) }
        var firsts: [String: TypeID] = [:]
        for (label, one) in zip(labels, candidates) where label != nil {
            if let title = label.flatMap(Self.title) { titles[one.id] = title }
            if titles[one.id] != nil || label == Self.label(one.key) { firsts[Self.label(one.key)] = one.id }
        }
        for (label, one) in zip(labels, candidates) {
            guard let label, titles[one.id] == nil, firsts[label] != one.id else { continue }
            // Where the first is gone, the next takes its place.
            if let first = firsts[label] { _ = merge(one.id, into: first) } else { firsts[label] = one.id }
        }
    }

    private mutating func mergeEqual(_ equal: EqualShapes, _ usages: Usages) {
        let oneSided = oneSidedTypes()
        var firsts: [CopyKey: Candidate] = [:]
        // What callers may have code for is first.
        for one in candidates.filter({ !$0.isNew }) + candidates.filter(\.isNew)
        where self.firsts[one.id] == nil && !isGone(one.id) {
            let draft = declarations[one.id]
            let (shape, usage) = (equal.first[one.id.index], oneSided[one.id.index] ? usages[one.id] : nil)
            guard let key = CopyKey(draft, shape: shape, key: one.key, usage: usage) else { continue }
            guard let first = firsts[key] else {
                firsts[key] = one
                continue
            }
            guard one.isNew, !grown.contains(first.id), merge(one.id, into: first.id) else { continue }
            if first.isNew, titles[first.id] == nil { titles[first.id] = draft.title }
        }
    }

    /// Types that require a member which only requests, or only responses, have.
    private func oneSidedTypes() -> [Bool] {
        graph.facts(from: false) { node, known in
            let properties = declarations[node].shape.structure?.properties ?? []
            return properties.contains { $0.isRequired && ($0.isReadOnly || $0.isWriteOnly) }
                || graph.edges[node].contains { known[$0] }
        }
    }

    private func isGone(_ id: TypeID) -> Bool { replacements[id] != nil }

    private mutating func merge(_ copy: TypeID, into first: TypeID) -> Bool {
        let first = replacements[first] ?? first
        guard copy != first, let merge = CopyMerge.outcome(of: copy, into: first, declarations) else { return false }
        for (id, shape) in merge.shapes {
            if declarations[id].shape != shape { grown.insert(id) }
            declarations[id].shape = shape
        }
        collectBranches(of: merge.replacements)
        declarations[copy].shape = .alias(.named(first))
        firsts[copy] = first
        var open = nested.removeValue(forKey: copy) ?? []
        while let id = open.popLast() {
            if let replacement = merge.replacements[id] {
                replacements[id] = replacement
                open += nested.removeValue(forKey: id) ?? []
            } else if case .type(let outer) = declarations[id].scope {
                let home = merge.replacements[outer] ?? outer
                declarations[id].scope = .type(home)
                nested[home, default: []].append(id)
            }
        }
        return true
    }
}

// MARK: Branches

extension Copies {
    /// Keeps the pointers of branches for the cases that stand for them.
    private mutating func collectBranches(of merged: [TypeID: TypeID]) {
        for (copy, first) in merged.sorted(by: { $0.key.index < $1.key.index }) {
            for (name, pointers) in branches.removeValue(forKey: copy) ?? [:] {
                branches[first, default: [:]][name, default: []] += pointers
            }
            guard case .union(let union) = declarations[copy].shape else { continue }
            for one in union.cases { branches[first, default: [:]][one.name, default: []] += one.pointers }
        }
    }
}

// MARK: Result

extension Copies {
    private static let titleMark = "title:"

    /// What a recorded value says of the first type, where that has the name of its title.
    private static func title(_ value: String) -> String? {
        value.hasPrefix(titleMark) ? String(value.dropFirst(titleMark.count)) : nil
    }

    /// What all that are one type are recorded with: made from the key of the first of them, which a title can end.
    private static func label(_ key: String) -> String {
        let last = String(key.split(separator: "/").last ?? "")
        return "\(title(last) ?? last)-\(stableHash(key, length: 9))"
    }

    /// Records which types are one.
    func record(in naming: inout Naming) {
        let keys = Dictionary(candidates.map { ($0.id, $0.key) }) { first, _ in first }
        for one in candidates {
            if let title = titles[one.id] {
                naming.recorded.add(Self.titleMark + title, for: one.key, as: .copies)
            } else if let first = firsts[one.id], let firstKey = keys[first] {
                let label = Self.label(firstKey)
                naming.recorded.add(label, for: one.key, as: .copies)
                if titles[first] == nil { naming.recorded.add(label, for: firstKey, as: .copies) }
            }
        }
    }

    /// The declarations with copies as aliases, and the numbers that they have without what is nested in copies.
    func result() -> (declarations: Declarations, numbers: Renumbering) {
        var declarations = declarations
        for (id, title) in titles { declarations[id].rename(by: title) }
        for (id, pointers) in branches {
            guard case .union(var union) = declarations[id].shape else { continue }
            for index in union.cases.indices {
                union.cases[index].pointers =
                    (union.cases[index].pointers + (pointers[union.cases[index].name] ?? []))
                    .distinct
            }
            declarations[id].shape = .union(union)
        }
        return (declarations, Renumbering(replacing: replacements, of: declarations.count))
    }
}

extension Draft {
    fileprivate var canBeCopy: Bool {
        switch shape {
        case .structure(let structure): rank != .component && !structure.properties.isEmpty
        case .enumeration, .union: rank != .component
        case .alias: false
        }
    }

    /// Moves it beside the components, under the name that a title gives.
    fileprivate mutating func rename(by title: String) {
        scope = .service
        stem = .title(title)
        names = Context.Stem.title(title).typeNames + [names[0] + "Value"]
        rank = .shared
    }
}

extension TypeDeclaration.Scope {
    fileprivate var isType: Bool { if case .type = self { true } else { false } }
}
