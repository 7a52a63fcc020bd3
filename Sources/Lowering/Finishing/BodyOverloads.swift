@_spi(Naming) import ClientModel

/// Decides which methods can be given the members of their bodies as arguments.
///
/// A method has such an overload for a body that is an object with at most ``mostMembers``, if no label is that of another argument and no
/// other method of the group has the name. An overload of an earlier run stays: a member that calls had to give has no default later
/// either, and a label that is another argument's now keeps its meaning.
struct BodyOverloads {
    let declarations: Declarations
    let aliases: Aliases
    /// The pointers of operations whose methods share their names.
    let sharedNames: Set<String>

    /// The bodies of everyday calls have up to about 40 members, most of them optional.
    static let mostMembers = 40

    /// Adds the overloads of operations, and records them.
    func add(
        to operations: inout [ClientModel.Operation], _ names: inout RecordedNames, _ budget: inout OutputBudget
    ) {
        var known: [String: [BodyOverload]] = [:]
        for index in operations.indices {
            let operation = operations[index]
            // A method for another media type sends the same.
            let overloads = known[operation.pointer] ?? overloads(of: operation, &names)
            known[operation.pointer] = overloads
            operations[index].bodyOverloads = overloads
            for overload in overloads { charge(overload, of: operation, &budget) }
        }
    }

    private func charge(
        _ overload: BodyOverload, of operation: ClientModel.Operation, _ budget: inout OutputBudget
    ) {
        guard let place = operation.place, let content = operation.body?.contents[overload.content],
            let structure = structure(content.type)
        else { return }
        let weights = overload.properties(of: structure).map { OutputWeight.member($0) }
        budget.charge(weights.reduce(600, +), for: "'\(operation.pointer)'", at: place, isUse: false)
    }

    private func overloads(of operation: ClientModel.Operation, _ names: inout RecordedNames) -> [BodyOverload] {
        guard let body = operation.body else { return [] }
        let isShared = sharedNames.contains(operation.pointer)
        let all = ordered(body, of: operation, names)
        var found: [BodyOverload] = []
        for (content, recorded) in all {
            guard let structure = structure(body.contents[content].type) else { continue }
            let others = all.filter { $0.content != content }.compactMap { $0.recorded.map(CallLabels.init) }
            let call = Call(operation: operation, structure: structure, others: others + found.map(\.labels))
            let new = isShared ? nil : call.newMembers
            guard let members = recorded.flatMap({ call.members($0, isFrozen: isShared) }) ?? new else { continue }
            found.append(BodyOverload(content: content, members: members))
            let labels = members.map { $0.name.text + ($0.hasDefault ? "?" : "") }
            names.add(
                labels.joined(separator: " "),
                for: overloadKey(operation.pointer, body.contents[content].mediaType.text), as: .overloads)
        }
        return found.sorted { $0.content < $1.content }
    }

    /// The contents of a body, those with a recorded overload first.
    private func ordered(
        _ body: ClientModel.RequestBody, of operation: ClientModel.Operation, _ names: RecordedNames
    ) -> [(content: Int, recorded: [RecordedLabel]?)] {
        let plain = body.plainContent ?? 0
        let all = [plain] + body.contents.indices.filter { $0 != plain }
        let known = all.map { content in
            let key = overloadKey(operation.pointer, body.contents[content].mediaType.text)
            return (content: content, recorded: names.name(key, as: .overloads).map(recordedLabels))
        }
        return known.filter { $0.recorded != nil } + known.filter { $0.recorded == nil }
    }

    private func structure(_ type: TypeReference) -> Structure? {
        guard case .named(let id) = aliases.resolved(type) else { return nil }
        return declarations[id.index].shape.structure
    }
}

/// What an overload of one body would be called with.
private struct Call {
    let operation: ClientModel.Operation
    let structure: Structure
    /// The labels of the operation's other overloads.
    let others: [CallLabels]

    /// The members of an overload that no earlier run had, or `nil` if there is none.
    var newMembers: [BodyOverload.Member]? {
        let sent = structure.properties.filter { !$0.isReadOnly || !$0.hasDefault }
        var members = sent.map { BodyOverload.Member(name: $0.name, hasDefault: $0.hasDefault) }
        // With one argument less than another, a declaration is what a call without both means.
        if members.count == 1 { members[0].hasDefault = false }
        let labels = BodyOverload(content: 0, members: members).labels
        guard members.count <= BodyOverloads.mostMembers, sent.contains(where: { $0.constant == nil }),
            members.allSatisfy({ !argumentLabels.contains($0.name) }),
            others.allSatisfy({ labels.isDistinct(from: $0) })
        else { return nil }
        return members
    }

    /// The members of a recorded overload, and those that the body has since; `nil` if calls of it could mean the method itself.
    ///
    /// - Parameter isFrozen: Whether new members are omitted.
    func members(_ recorded: [RecordedLabel], isFrozen: Bool) -> [BodyOverload.Member]? {
        let known = Dictionary(recorded.map { ($0.label, $0.hasDefault) }) { first, _ in first }
        let needed = Set(others.flatMap(\.required))
        let members = structure.properties.compactMap { property -> BodyOverload.Member? in
            if let hadDefault = known[property.name.text] {
                return BodyOverload.Member(name: property.name, hasDefault: property.hasDefault && hadDefault)
            }
            let isFree = !argumentLabels.contains(property.name) && !needed.contains(property.name.text)
            guard !property.hasDefault || !property.isReadOnly && !isFrozen && isFree else { return nil }
            return BodyOverload.Member(name: property.name, hasDefault: property.hasDefault)
        }
        let labels = Set(members.map(\.name))
        let clashes = operation.arguments.filter { $0.label.map(labels.contains) ?? false }
        let isDistinct = members.count - clashes.count > 1 || members.contains { !$0.hasDefault }
        return isDistinct && !clashes.contains { $0.isRequired } ? members : nil
    }

    private var argumentLabels: Set<Identifier> { Set(operation.arguments.compactMap(\.label)) }
}

/// One member of an overload as an earlier run recorded it.
struct RecordedLabel {
    var label: String
    var hasDefault: Bool
}

extension CallLabels {
    fileprivate init(_ recorded: [RecordedLabel]) {
        self.init(
            required: Set(recorded.filter { !$0.hasDefault }.map(\.label)), all: Set(recorded.map(\.label)))
    }
}

func recordedLabels(_ text: String) -> [RecordedLabel] {
    text.split(separator: " ").map { label in
        let hasDefault = label.last == "?"
        return RecordedLabel(label: String(hasDefault ? label.dropLast() : label), hasDefault: hasDefault)
    }
}

/// What the overload for a body is recorded as.
func overloadKey(_ pointer: String, _ mediaType: String) -> String { "\(pointer)/content/\(pointerToken(mediaType))" }

extension BodyOverload {
    fileprivate var labels: CallLabels {
        CallLabels(
            required: Set(members.filter { !$0.hasDefault }.map(\.name.text)), all: Set(members.map(\.name.text)))
    }
}
