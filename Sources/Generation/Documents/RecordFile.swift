@_spi(Naming) public import ClientModel
public import Diagnostics
public import YAML

/// The records of names of all clients of a configuration, as the file that is checked in beside it.
///
/// One name a line, sorted by module, kind and key, so that version control merges and shows it well.
public struct RecordFile: Hashable, Sendable {
    /// By module. A client without recorded names has none.
    public private(set) var records: [String: NameRecord]

    /// The records by module.
    public init(_ records: [String: NameRecord] = [:]) {
        self.records = records.filter { !$0.value.isEmpty }
    }

    init(_ clients: [Lowered]) {
        self.init(Dictionary(clients.map { ($0.api.name.text, $0.api.record) }) { first, _ in first })
    }

    /// Whether no module has a record, as before the first run.
    public var isEmpty: Bool { records.isEmpty }

    /// `nil` for an empty record.
    var digest: Digest? { isEmpty ? nil : Digest(of: render()) }

    /// Where the file stands: `clientsmith.names.yaml` is the record of `clientsmith.yaml`.
    public static func path(ofConfiguration path: String) -> String {
        for ending in [".yaml", ".yml", ".json"] where path.hasSuffix(ending) {
            return path.dropLast(ending.count) + ".names.yaml"
        }
        return path + ".names.yaml"
    }

    /// The record of a package that has no configuration, in its own folder.
    public static let fileName = "clientsmith.names.yaml"

    /// The names and orders that are recorded here and not there, or otherwise there.
    public func additions(to other: RecordFile) -> Additions {
        var additions = Additions()
        for (module, record) in records.sorted(by: { $0.key < $1.key }) {
            let known = Set(other.records[module]?.entries ?? [])
            for entry in record.entries where !known.contains(entry) {
                switch entry.kind {
                case .arguments: additions.orderCount += 1
                case .copies: additions.copyCount += 1
                case .overloads: additions.overloadCount += 1
                default: additions.nameCount += 1
                }
                additions.texts.append(
                    "\(module): \(entry.kind.rawValue) \(quote(entry.key, limit: 200)) is `\(entry.name)`")
            }
        }
        return additions
    }

    /// What one record has and another lacks.
    public struct Additions {
        /// Each, for people.
        public fileprivate(set) var texts: [String] = []
        fileprivate var nameCount = 0
        fileprivate var orderCount = 0
        fileprivate var copyCount = 0
        fileprivate var overloadCount = 0

        /// Whether nothing was recorded.
        public var isEmpty: Bool { texts.isEmpty }

        /// For example: `4 names and 1 argument order`.
        public var summary: String {
            let counts = [
                (nameCount, "name"), (orderCount, "argument order"), (copyCount, "shared type"),
                (overloadCount, "overload"),
            ]
            let texts = counts.filter { $0.0 > 0 }.map { counted($0.0, $0.1) }
            return texts.count < 3
                ? texts.joined(separator: " and ")
                : texts.dropLast().joined(separator: ", ") + " and " + (texts.last ?? "")
        }
    }

    /// The text of the file.
    public func render() -> [UInt8] {
        var text = Self.header
        if isEmpty { text += "{}\n" }
        for (module, record) in records.sorted(by: { $0.key < $1.key }) {
            text += "\(module):\n"
            if !record.spellings.isEmpty {
                text += "  spelling:\n"
                for kind in NameRecord.Kind.allCases {
                    if let spelling = record.spellings[kind] {
                        text += "    \(kind.rawValue): \(spelling.rawValue)\n"
                    }
                }
            }
            for kind in NameRecord.Kind.allCases {
                let entries = record.entries.filter { $0.kind == kind }
                if entries.isEmpty { continue }
                text += "  \(kind.rawValue):\n"
                for entry in entries {
                    let name = kind == .copies ? jsonText(entry.name) : yamlScalar(entry.name)
                    text += "    \(jsonText(entry.key)): \(name)\n"
                }
            }
        }
        return Array(text.utf8)
    }

    private static let header = """
        # Swift names that depend on other names of the document, as `clientsmith generate` assigned them. Check this file in.
        # A name stays the same for as long as the document contains what it names. Without its line, it is assigned anew.
        # To choose a name yourself, set `names` in the configuration. `spelling` decides which of two spellings of a name comes first.
        # `arguments` keeps the order of the arguments of methods and initializers when the document is reordered.
        # `copies` lists the inline schemas that are one type: they have the same value. A title is the name of the type that they are.
        # `overloads` lists the members of request bodies that methods take as arguments. Calls can omit those with a `?`.

        """
}

/// A name as a YAML string: those that are values of another type are quoted.
func yamlScalar(_ name: String) -> String {
    switch name {
    case "true", "false", "null": jsonText(name)
    default: name
    }
}

extension RecordFile {
    /// Reads a file that ``render()`` wrote, perhaps merged by version control.
    ///
    /// - Returns: `nil` if it is not a record of names; every mistake is in `problems`, with its location.
    public init?(_ root: Node, problems: inout Problems) {
        var reader = RecordReader()
        let records = reader.records(root)
        problems.add(contentsOf: reader.problems)
        guard !reader.problems.hasErrors else { return nil }
        self.init(records)
    }
}

private struct RecordReader {
    var problems = Problems()

    mutating func records(_ root: Node) -> [String: NameRecord] {
        var result: [String: NameRecord] = [:]
        for module in entries(of: root, "the record of names") {
            result[module.key] = record(module.value)
        }
        return result
    }

    private mutating func record(_ node: Node) -> NameRecord {
        var spellings: [NameRecord.Kind: NameRecord.Spelling] = [:]
        var names: [NameRecord.Entry] = []
        for part in entries(of: node, "a module") {
            if part.key == "spelling" {
                for entry in entries(of: part.value, "`spelling`") {
                    guard let kind = kind(entry) else { continue }
                    spellings[kind] = text(entry.value, "a spelling", NameRecord.Spelling.init(rawValue:))
                }
            } else if let kind = kind(part) {
                for entry in entries(of: part.value, "`\(part.key)`") {
                    guard let name = name(entry.value, as: kind) else { continue }
                    names.append(NameRecord.Entry(kind, key: entry.key, name: name))
                }
            }
        }
        return NameRecord(spellings: spellings, entries: names)
    }

    private mutating func name(_ node: Node, as kind: NameRecord.Kind) -> String? {
        if kind == .copies { return text(node, "a label of equal types, or a title,") { $0.isEmpty ? nil : $0 } }
        guard kind == .arguments || kind == .overloads else {
            return text(node, "a Swift identifier") { Identifier($0)?.text }
        }
        return text(node, "a list of labels, separated by spaces,") { labels in
            labels.split(separator: " ").allSatisfy { label in
                let isOptional = kind == .overloads && label.last == "?"
                return Identifier(String(isOptional ? label.dropLast() : label)) != nil
            } ? labels : nil
        }
    }

    private mutating func entries(of node: Node, _ what: String) -> [Mapping.Entry] {
        if case .mapping(let mapping) = node.value { return mapping.entries }
        report("\(what) must be a mapping, not \(node.value.kindName)", at: node.place)
        return []
    }

    private mutating func kind(_ entry: Mapping.Entry) -> NameRecord.Kind? {
        if let kind = NameRecord.Kind(rawValue: entry.key) { return kind }
        report("\(quote(entry.key)) is not a kind of name", at: entry.keyPlace)
        return nil
    }

    private mutating func text<Value>(_ node: Node, _ what: String, _ read: (String) -> Value?) -> Value? {
        if case .string(let text) = node.value, let value = read(text) { return value }
        report("\(what) is expected here", at: node.place)
        return nil
    }

    private mutating func report(_ message: String, at place: Place) {
        problems.add(
            Diagnostic(
                .error, .badRecord, message, at: place,
                hint: "restore the file from version control, or delete it to have all names assigned anew"))
    }
}
