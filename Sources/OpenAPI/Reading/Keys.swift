/// The keys an OpenAPI object may have.
protocol ObjectKey: RawRepresentable<String>, CaseIterable, Hashable, Sendable {
    static var table: KeyTable<Self> { get }
}

/// The keys of one kind of object, by name, and the versions that have them.
struct KeyTable<Key: ObjectKey>: Sendable {
    /// As a message says it. For example: `a media type`.
    let object: String
    let names: [String]
    private let keys: [String: Key]
    private let versions: [Key: ClosedRange<Version.Family>]
    private let strict: Set<Key>

    /// - Parameters:
    ///   - versions: the versions of the keys that not all of them have.
    ///   - strict: of those, the ones that mean nothing in any other version. All others are read as they are meant in theirs.
    init(
        _ object: String, only versions: [(ClosedRange<Version.Family>, [Key])] = [], strict: Set<Key> = []
    ) {
        self.object = object
        self.strict = strict
        names = Key.allCases.map(\.rawValue)
        keys = Dictionary(uniqueKeysWithValues: Key.allCases.map { ($0.rawValue, $0) })
        self.versions = Dictionary(
            uniqueKeysWithValues: versions.flatMap { range, keys in keys.map { ($0, range) } })
    }

    subscript(name: String) -> Key? { keys[name] }

    /// Whether a key means nothing where its version is another.
    func isStrict(_ key: Key) -> Bool { strict.contains(key) }

    /// The versions that have a key, where those are not all.
    func versions(of key: Key) -> ClosedRange<Version.Family>? { versions[key] }
}
