/// A member that several bodies of an operation have. For example: the `message` of its errors, whatever their status.
public struct SharedMember: Sendable {
    /// The property's name, the same in every body that has it.
    public var name: Identifier
    /// The JSON member's name, likewise.
    public var wireName: String
    /// Without `?`: other bodies do not have it.
    public var type: TypeReference
    /// The indices of the cases whose body has it.
    public var cases: [Int]
}

extension API {
    /// The members that at least two bodies have under one name and with one type, in the order of the first body that has them.
    ///
    /// A case more takes none away, unless it is named so: bodies without the member, or with another type, have `nil`.
    public func sharedMembers(of cases: [Operation.OutcomeCase]) -> [SharedMember] {
        var found: [SharedMember] = []
        var positions: [String: [Int]] = [:]
        for (index, one) in cases.enumerated() {
            for property in properties(of: one.content) {
                let known = positions[property.wireName, default: []].first {
                    found[$0].name == property.name && isSame(found[$0].type, property.type)
                }
                if let known {
                    found[known].cases.append(index)
                } else {
                    positions[property.wireName, default: []].append(found.count)
                    found.append(
                        SharedMember(
                            name: property.name, wireName: property.wireName, type: property.type, cases: [index]))
                }
            }
        }
        var taken = Set(cases.map(\.name))
        return found.filter { $0.cases.count > 1 && taken.insert($0.name).inserted }
    }

    private func isSame(_ left: TypeReference, _ right: TypeReference) -> Bool {
        switch (resolved(left), resolved(right)) {
        case (.array(let left), .array(let right)), (.dictionary(let left), .dictionary(let right)),
            (.nullable(let left), .nullable(let right)):
            isSame(left, right)
        case (let left, let right): left == right
        }
    }

    private func properties(of content: Content?) -> [Property] {
        guard let content, [.json, .form, .multipart].contains(content.mediaType.kind) else { return [] }
        return structure(content.type)?.properties ?? []
    }
}
