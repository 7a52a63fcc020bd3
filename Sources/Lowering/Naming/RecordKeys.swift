import ClientModel
import OpenAPI
import YAML

/// Pointers that stay the same while a list they lead through grows: `…/oneOf/2/…` becomes `…/oneOf/title:Card/…`, and
/// `…/parameters/0/…` becomes `…/parameters/query:limit/…`.
final class RecordKeys {
    private let document: Document
    private let recorded: RecordedTokens
    private lazy var replacements = makeReplacements()
    /// Those that were asked for: several passes need the key of one pointer.
    private var keys: [String: String] = [:]
    private static let lists = RecordedTokens.lists + ["/parameters/"]

    init(_ document: Document, _ record: NameRecord) {
        self.document = document
        recorded = RecordedTokens(record)
    }

    func key(_ pointer: String) -> String {
        if let key = keys[pointer] { return key }
        let hasList = Self.lists.contains(where: pointer.utf8.contains) && !replacements.isEmpty
        let key = hasList ? Self.key(pointer, replacements) : pointer
        keys[pointer] = key
        return key
    }

    /// What identifies a branch among others, wherever it stands; `nil` where only its position does.
    func label(of branch: SchemaID) -> String? {
        replacements[document[branch].pointer] ?? labels(of: branch).first
    }

    private static func key(_ pointer: String, _ replacements: [String: String]) -> String {
        var (result, start) = ("", pointer.startIndex)
        func extend(by token: Substring, of pointer: Substring) {
            if let replacement = replacements[String(pointer)] {
                result += "/" + replacement
            } else {
                result += token
            }
        }
        for slash in pointer.indices where pointer[slash] == "/" && slash > pointer.startIndex {
            extend(by: pointer[start..<slash], of: pointer[..<slash])
            start = slash
        }
        extend(by: pointer[start...], of: pointer[...])
        return result
    }

    // MARK: Tokens

    /// The token for an element of a list, by its pointer.
    private func makeReplacements() -> [String: String] {
        var result: [String: String] = [:]
        for operation in document.paths.flatMap(\.operations) { addParameters(of: operation, to: &result) }
        var lists: [String: [SchemaID]] = [:]
        for schema in document.schemas {
            for branch in schema.oneOf + schema.anyOf + schema.allOf {
                let pointer = document[branch].pointer
                guard pointer.hasPrefix(schema.pointer), let slash = pointer.lastIndex(of: "/") else { continue }
                lists[String(pointer[..<slash]), default: []].append(branch)
            }
        }
        // The key of a list needs the tokens of the lists it stands in.
        for list in lists.keys.sorted(by: { ($0.utf8.count, $0) < ($1.utf8.count, $1) }) {
            let branches = lists[list] ?? []
            let known = recorded.isEmpty ? [] : recorded[Self.key(list, result)]
            for (branch, label) in zip(branches, labels(of: branches, recorded: known)) {
                if let label { result[document[branch].pointer] = label }
            }
        }
        return result
    }

    /// Parameters by location and name. A body or a member of a form is a parameter in OpenAPI 2.0.
    private func addParameters(of operation: OpenAPI.Operation, to result: inout [String: String]) {
        for parameter in operation.parameters {
            result[parameter.pointer] = pointerToken("\(parameter.location.rawValue):\(parameter.name)")
        }
        guard document.version.family == .v2_0, let body = operation.requestBody else { return }
        if body.pointer.utf8.contains("/parameters/") { result[body.pointer] = "body" }
        guard let form = body.content.first?.schema, document[form].pointer.hasSuffix("/parameters") else { return }
        for member in document[form].properties {
            result[document[member.schema].pointer] = pointerToken("formData:\(member.name)")
        }
    }

    /// The labels of the branches of one list: those that are recorded, then those that no other branch can have.
    private func labels(of branches: [SchemaID], recorded known: [String]) -> [String?] {
        let candidates = branches.map { labels(of: $0) }
        var counts: [String: Int] = [:]
        for label in candidates.joined() { counts[label, default: 0] += 1 }
        var result = [String?](repeating: nil, count: branches.count)
        var (free, used): (Set<String>, Set<String>) = (Set(known), [])
        func assign(_ choose: (Int) -> String?) {
            for index in branches.indices where result[index] == nil {
                guard let label = choose(index) else { continue }
                result[index] = label
                free.remove(label)
                used.insert(label)
            }
        }
        if !free.isEmpty {
            assign { candidates[$0].first { free.contains($0) && counts[$0] == 1 } }
            assign { candidates[$0].first.flatMap { free.contains($0) ? $0 : nil } }
            assign { candidates[$0].first { free.contains($0) } }
            assign { recordedMembers(of: branches[$0], among: known.filter(free.contains)) }
        }
        assign { candidates[$0].first { counts[$0] == 1 && !used.contains($0) } }
        assign { index in candidates[index].first { !used.contains($0) } ?? candidates[index].first }
        return result
    }

    /// The longest of some labels that lists members which a branch has.
    private func recordedMembers(of branch: SchemaID, among labels: [String]) -> String? {
        let lists = labels.compactMap { label in RecordedTokens.members(label).map { (label, $0) } }
        if lists.isEmpty { return nil }
        let names = Set(memberNames(branch))
        return lists.filter { names.isSuperset(of: $0.1) }.max { $0.1.count < $1.1.count }?.0
    }

    /// What a branch can be identified by, the best first.
    private func labels(of branch: SchemaID) -> [String] {
        let schema = document[branch]
        if let name = schema.componentName { return [pointerToken(name)] }
        var labels = schema.title.map { [pointerToken("title:" + $0)] } ?? []
        for property in schema.properties {
            let inner = document[property.schema]
            let values = inner.constant.map { [$0] } ?? inner.enumeration ?? []
            if values.count == 1, let text = values[0].text { labels.append(pointerToken("\(property.name):\(text)")) }
        }
        let members = schema.required.isEmpty ? schema.properties.prefix(3).map(\.name) : schema.required.map(\.name)
        if !members.isEmpty { labels.append(pointerToken("with:" + members.sorted().joined(separator: ","))) }
        if members.isEmpty, let types = schema.types {
            labels.append("type:" + types.map(\.rawValue).joined(separator: ","))
        }
        return labels
    }

    /// As they stand in tokens.
    private func memberNames(_ branch: SchemaID) -> [String] {
        document[branch].properties.map { pointerToken($0.name) }
            + document[branch].required.map { pointerToken($0.name) }
    }
}

/// The tokens of branches in the keys of a record, by the list that they are in.
private struct RecordedTokens {
    static let lists = ["/oneOf/", "/anyOf/", "/allOf/"]
    private var tokens: [String: [String]] = [:]

    init(_ record: NameRecord) {
        for entry in record.entries {
            let key = entry.key
            for list in Self.lists {
                for range in key.utf8.ranges(of: list.utf8) {
                    let end = key[range.upperBound...].utf8.firstIndex(of: UInt8(ascii: "/")) ?? key.endIndex
                    add(String(key[range.upperBound..<end]), to: String(key[..<range.upperBound].dropLast()))
                }
            }
        }
    }

    var isEmpty: Bool { tokens.isEmpty }

    subscript(_ list: String) -> [String] { tokens[list] ?? [] }

    /// The names in a token that lists members of a branch.
    static func members(_ token: String) -> [String]? {
        guard token.hasPrefix("with:") else { return nil }
        return token.dropFirst("with:".count).split(separator: ",").map(String.init)
    }

    private mutating func add(_ token: String, to list: String) {
        if tokens[list]?.last != token, tokens[list]?.contains(token) != true {
            tokens[list, default: []].append(token)
        }
    }
}

extension String.UTF8View {
    fileprivate func contains(_ other: String) -> Bool { firstRange(of: other.utf8) != nil }
}
