@_spi(Naming) import ClientModel

/// The arguments of one call, whose order callers have to write.
protocol OrderedArgument {
    var name: Identifier { get }
    /// Arguments of a lower rank stand before others, unless the record says otherwise.
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
    /// stays behind all that it follows by rank and in the document.
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
        var result = byRank.flatMap { $0 }
        let recorded = name(key, as: .arguments)
        guard recorded != nil || byRank.contains(where: { $0.count > 1 }) else { return result }
        if let recorded {
            let positions = positions(result.map(\.name.text), recorded.split(separator: " "))
            result.sort { positions[$0.name.text] ?? 0 < positions[$1.name.text] ?? 0 }
        }
        add(result.map(\.name.text).joined(separator: " "), for: key, as: .arguments)
        return result
    }

    private func positions(_ labels: [String], _ recorded: [Substring]) -> [String: Int] {
        let present = Set(labels)
        var older: [String: Int] = [:]
        var order: [[String]] = [[]]
        for label in recorded.map(String.init) where present.contains(label) && older[label] == nil {
            older[label] = order.count
            order.append([label])
        }
        var last = 0
        for label in labels {
            if let position = older[label] { last = max(last, position) } else { order[last].append(label) }
        }
        return Dictionary(uniqueKeysWithValues: zip(order.joined(), 0...))
    }
}
