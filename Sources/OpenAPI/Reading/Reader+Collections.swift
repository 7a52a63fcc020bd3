import Diagnostics
import YAML

/// An entry of a mapping of names.
struct Member {
    var entry: Mapping.Entry
    var located: Located

    var key: String { entry.key }
    var keyPlace: Place { entry.keyPlace }
}

extension Reader {
    /// The members of the mapping of names under a key. Nothing, and the empty list some serializers write for it, have none.
    func members(_ entry: Mapping.Entry, in parent: Located) -> [Member] {
        if entry.value.isNull {
            reportEmpty(entry)
            return []
        }
        return members(of: parent.child(entry), code(entry.key))
    }

    /// The members of a mapping of names. A reference in its place is followed, though OpenAPI allows it for single members only.
    func members(of located: Located, _ what: @autoclosure () -> String) -> [Member] {
        switch located.node.value {
        case .mapping(let mapping):
            guard located.node.referenceText != nil else {
                return mapping.entries.map { entry in
                    if entry.keyKind != .string { reportKeyKind(entry) }
                    return Member(entry: entry, located: located.child(entry))
                }
            }
            return members(beside: mapping, located, what())
        case .sequence(let items) where items.isEmpty:
            report(
                .repaired, .wrongKind, "\(what()) must be a mapping, but is an empty list; it is read as empty",
                at: located.place)
        default: _ = mapping(located.node, what())
        }
        return []
    }

    /// The members a mapping brings itself, then those of what it refers to.
    private func members(beside mapping: Mapping, _ located: Located, _ what: String) -> [Member] {
        let own = mapping.entries.filter { $0.key != "$ref" }
        var members = own.map { Member(entry: $0, located: located.child($0)) }
        guard let end = references.followUnexpected(located, what, &findings) else { return members }
        for member in self.members(of: end, what) where mapping[member.key] == nil { members.append(member) }
        return members
    }

    /// The items of the list of mappings under a key. A mapping in its place is its only item.
    func mappings(_ entry: Mapping.Entry, in parent: Located) -> [Located] {
        guard case .mapping = entry.value.value, entry.value.referenceText == nil else {
            return items(entry, in: parent)
        }
        report(
            .repaired, .wrongKind, "\(code(entry.key)) must be a list; the mapping is read as its only item",
            at: entry.value.place)
        return [parent.child(entry)]
    }

    /// The items of the list under a key.
    func items(_ entry: Mapping.Entry, in parent: Located) -> [Located] {
        switch entry.value.value {
        case .sequence(let items):
            let located = parent.child(entry)
            return items.enumerated().map { located.child($0, $1) }
        case .null: reportEmpty(entry)
        case .mapping where entry.value.referenceText != nil:
            guard let end = references.followUnexpected(parent.child(entry), code(entry.key), &findings) else { break }
            guard case .sequence(let items) = end.node.value else {
                reportNoList(entry.key, end.node)
                break
            }
            return items.enumerated().map { end.child($0, $1) }
        default: reportNoList(entry.key, entry.value)
        }
        return []
    }

    /// Whether a node is a reference to a list.
    func leadsToList(_ node: Node, in scope: ScopeID) -> Bool {
        guard let text = node.referenceText, case .found(let target) = resolve(text, in: scope),
            case .sequence = target.node.value
        else { return false }
        return true
    }

    func reportNoList(_ key: String, _ node: Node) {
        report(.error, .wrongKind, "\(code(key)) must be a list, but is \(node.kindText)", at: node.place)
    }

    private func reportKeyKind(_ entry: Mapping.Entry) {
        let kind = entry.keyKind == .number ? "a number" : "no text"
        report(
            .repaired, .numberKey, "the key \(entry.key) is \(kind); it is read as \(quote(entry.key))",
            at: entry.keyPlace, hint: "write it in quotes")
    }

    // MARK: Objects

    /// Reads the known keys of an object in document order and names the unknown ones. A reference in the place of an object
    /// that OpenAPI allows none for is followed.
    ///
    /// - Parameter body: gets each entry and what it stands in.
    /// - Returns: false where the node is no mapping.
    @discardableResult
    func read<Key: ObjectKey>(_ start: Located, _ body: (Key, Mapping.Entry, Located) -> Void) -> Bool {
        var located = start
        if Key.table["$ref"] == nil, start.node.referenceText != nil {
            guard let end = references.followUnexpected(start, Key.table.object, &findings) else { return false }
            located = end
        }
        guard let mapping = mapping(located.node, Key.table.object) else { return false }
        let family = family(of: located)
        for entry in mapping.entries {
            if let key = Key.table[entry.key] {
                if let versions = Key.table.versions(of: key), !versions.contains(family) {
                    let isRead = !Key.table.isStrict(key)
                    reportOtherVersion(entry, versions, family, isRead: isRead)
                    guard isRead else { continue }
                }
                body(key, entry, located)
            } else {
                reportUnknown(entry, in: Key.table.object, among: Key.table.names)
            }
        }
        return true
    }

    func reportOtherVersion(
        _ entry: Mapping.Entry, _ versions: ClosedRange<Version.Family>, _ family: Version.Family, isRead: Bool = true
    ) {
        let other = family < versions.lowerBound ? versions.lowerBound : versions.upperBound
        report(
            isRead ? .remark : .leftOut, .otherVersionKey,
            "\(code(entry.key)) is a key of OpenAPI \(other.text), not of \(family.text); "
                + (isRead ? "it is read with its meaning there" : "it is skipped"),
            at: entry.keyPlace)
    }

    func reportUnknown(_ entry: Mapping.Entry, in object: String, among names: [String]) {
        guard !entry.key.hasPrefix("x-") else { return }
        if reportCase(entry, in: object, among: names) { return }
        report(
            .remark, .unknownKey, "\(code(entry.key)) is not a key of \(object); it is ignored", at: entry.keyPlace,
            hint: hint(for: entry.key, among: names))
    }

    /// Reports a key that differs from a known one in its case alone: what it holds is certainly meant, and lost.
    ///
    /// - Returns: whether it is such a key.
    func reportCase(_ entry: Mapping.Entry, in object: String, among names: [String]) -> Bool {
        let (lower, count) = (entry.key.lowercased(), entry.key.utf8.count)
        guard !entry.value.isNull,
            let meant = names.first(where: { $0.utf8.count == count && $0.lowercased() == lower })
        else { return false }
        report(
            .leftOut, .unknownKey, "\(code(entry.key)) is not a key of \(object); its content is skipped",
            at: entry.keyPlace, hint: "write \(code(meant))")
        return true
    }

    func reportMissing(_ key: String, in object: String, at place: Place) {
        report(.error, .missingKey, "\(object) needs \(code(key))", at: place)
    }
}
