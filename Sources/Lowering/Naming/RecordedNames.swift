@_spi(Naming) import ClientModel
import OpenAPI
import YAML

/// The names that earlier runs recorded, and those that this run needs to have recorded.
struct RecordedNames {
    private typealias Kind = NameRecord.Kind

    let spellings: [NameRecord.Kind: NameRecord.Spelling]
    private var known: [Kind: [String: String]] = [:]
    /// Whether there is a record of an earlier run.
    let isOlder: Bool
    private var used: [NameRecord.Entry] = []
    private var keys: [Kind: Set<String>] = [:]
    /// Whether texts are spelled as most are, by kind and text.
    private var canonical: [Kind: [String: Bool]] = [:]

    init(_ record: NameRecord, _ document: Document) {
        isOlder = !record.isEmpty
        for entry in record.entries { known[entry.kind, default: [:]][entry.key] = entry.name }
        spellings = document.spellings.merging(record.spellings) { _, recorded in recorded }
    }

    /// Completes claims by what is recorded of them.
    mutating func prepare(_ claims: inout [NameScope.Claim], as kind: NameRecord.Kind) {
        let names = known[kind]
        for index in claims.indices {
            claims[index].isCanonical = isCanonical(claims[index], as: claims[index].source ?? kind)
            claims[index].isOlder = isOlder
            guard let names, let keys = claims[index].keys?() else { continue }
            claims[index].recorded = keys.lazy.compactMap { names[$0] }.first { kind.role.allows($0) }
        }
    }

    /// Records the names that depend on what stands beside them.
    mutating func add(_ claims: [NameScope.Claim], _ resolution: NameScope.Resolution, as kind: NameRecord.Kind) {
        for (index, claim) in claims.enumerated() where claim.pinned == nil {
            let isRecorded = claim.recorded != nil
            let isStable = claim.text == nil || claim.isCanonical
            let isContested = claim.dependsOnSiblings || resolution.contested.contains(index)
            // Documents repeat operationIds, so that a method's name can always be taken.
            guard isRecorded || isContested || !isStable || kind == .methods, let all = claim.keys?(),
                let first = all.first
            else { continue }
            let key = isRecorded ? all.first { known[kind]?[$0] != nil } ?? first : first
            add(resolution.names[index], for: key, as: kind)
        }
    }

    /// What an earlier run recorded for a key.
    func name(_ key: String, as kind: NameRecord.Kind) -> String? { known[kind]?[key] }

    /// What an earlier run recorded of a kind that has one entry.
    func only(_ kind: NameRecord.Kind) -> (key: String, name: String)? {
        known[kind]?.min { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    /// Records a name, once for each key.
    mutating func add(_ name: String, for key: String, as kind: NameRecord.Kind) {
        guard keys[kind, default: []].insert(key).inserted else { return }
        used.append(NameRecord.Entry(kind, key: key, name: name))
    }

    /// What is to be recorded.
    ///
    /// - Parameter isPart: Whether a part of the document was lowered, so that names which are not in use are kept.
    func record(isPart: Bool) -> NameRecord {
        var entries = used
        if isPart {
            for (kind, names) in known {
                for (key, name) in names where keys[kind]?.contains(key) != true {
                    entries.append(NameRecord.Entry(kind, key: key, name: name))
                }
            }
        }
        return NameRecord(spellings: spellings, entries: entries)
    }

    private mutating func isCanonical(_ claim: NameScope.Claim, as kind: NameRecord.Kind) -> Bool {
        guard let text = claim.text else { return false }
        if let known = canonical[kind]?[text] { return known }
        let name = claim.candidates[0]
        let isCanonical =
            kind.hasSpelling && (spellings[kind] ?? .camelCase).text(of: name) == text
            && (!kind.ignoresCase || Words(name).hasUsualCapitals)
        canonical[kind, default: [:]][text] = isCanonical
        return isCanonical
    }
}

extension NameRecord.Kind {
    /// Whether documents spell names of this kind in one way. The names of cases come from several places.
    fileprivate var hasSpelling: Bool {
        switch self {
        case .groups, .methods, .types, .properties, .parameters, .values: true
        case .cases, .outcomes, .headers, .credentials, .servers, .defaults, .grouping, .groupTypes, .arguments,
            .copies, .overloads:
            false
        }
    }

    /// Whether names of this kind differ by more than case, so that one of `PET` and `Pet` alone can be the usual spelling.
    fileprivate var ignoresCase: Bool { self == .types || self == .methods }

    fileprivate var role: Role {
        switch self {
        case .groups, .groupTypes, .grouping: .group
        case .methods: .method
        case .types, .copies: .type
        case .properties: .property
        case .parameters, .arguments, .overloads: .parameter
        case .values, .defaults: .enumCase
        case .cases: .unionCase
        case .outcomes: .outcome
        case .headers: .header
        case .credentials: .scheme
        case .servers: .server
        }
    }
}

extension Role {
    /// Whether a name can be used as it is.
    fileprivate func allows(_ name: String) -> Bool { Identifier(name) != nil && !isReserved(name) }
}

extension Document {
    /// How most names of each kind are spelled.
    fileprivate var spellings: [NameRecord.Kind: NameRecord.Spelling] {
        let operations = paths.flatMap(\.operations)
        var result: [NameRecord.Kind: NameRecord.Spelling] = [:]
        result[.groups] = .prevailing(in: operations.lazy.compactMap { $0.tags.first?.name })
        result[.methods] = .prevailing(in: operations.lazy.compactMap(\.operationID))
        result[.types] = .prevailing(in: componentSchemas.lazy.map(\.name))
        result[.parameters] = .prevailing(in: operations.lazy.flatMap(\.parameters).map(\.name))
        result[.properties] = .prevailing(in: schemas.lazy.flatMap(\.properties).map(\.name))
        result[.values] = .prevailing(in: schemas.lazy.flatMap { ($0.enumeration ?? []).compactMap(\.text) })
        return result
    }
}
