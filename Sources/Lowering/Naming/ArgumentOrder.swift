@_spi(Naming) import ClientModel

/// The arguments of one call, whose order callers have to write.
protocol OrderedArgument {
    var name: Identifier { get }
    /// Arguments of a lower rank stand before others, whatever the record says.
    var rank: Int { get }
}

extension ClientModel.Parameter: OrderedArgument {
    var rank: Int { isRequired ? 0 : 1 }
}

extension Property: OrderedArgument {
    /// Required members that can have one value only have it as their default.
    var rank: Int { !isRequired ? 2 : constant == nil ? 0 : 1 }
}

extension ClientModel.SecurityScheme: OrderedArgument {
    var rank: Int { 0 }
}

extension ClientModel.Server.Variable: OrderedArgument {
    var rank: Int { 0 }
}

extension RecordedNames {
    /// Arguments in the order that an earlier run recorded, so that moving a key of the document moves none of them. An argument without a record
    /// stays behind the one that it follows in the document.
    ///
    /// The order is recorded where two arguments of one rank could change places. All labels are recorded: the document that is read next
    /// has no trace of the order that this one had.
    ///
    /// - Parameters:
    ///   - arguments: In document order.
    ///   - key: What is called, by its pointer.
    mutating func ordered<Argument: OrderedArgument>(_ arguments: [Argument], for key: String) -> [Argument] {
        var byRank: [[Argument]] = [[], [], []]
        for argument in arguments { byRank[argument.rank].append(argument) }
        let plain = byRank.flatMap { $0 }
        guard byRank.contains(where: { $0.count > 1 }) else { return plain }
        var result = plain
        if let recorded = name(key, as: .arguments) {
            let positions = positions(plain.map(\.name.text), recorded.split(separator: " "))
            result = plain.sorted { ($0.rank, positions[$0.name.text] ?? 0) < ($1.rank, positions[$1.name.text] ?? 0) }
        }
        add(result.map(\.name.text).joined(separator: " "), for: key, as: .arguments)
        return result
    }

    private func positions(_ labels: [String], _ recorded: [Substring]) -> [String: Int] {
        let present = Set(labels)
        var seen: Set<String> = []
        let older = recorded.map(String.init).filter { present.contains($0) && seen.insert($0).inserted }
        var followers: [String: [String]] = [:]
        var last = ""
        for label in labels {
            if seen.contains(label) { last = label } else { followers[last, default: []].append(label) }
        }
        let order = followers["", default: []] + older.flatMap { [$0] + followers[$0, default: []] }
        return Dictionary(uniqueKeysWithValues: zip(order, 0...))
    }
}
