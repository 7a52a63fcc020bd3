/// What the manifests in an output folder prove to be the tool's own.
public struct WrittenFiles: Sendable {
    /// Whether the manifest's place holds something the tool never wrote.
    public let isForeign: Bool
    private var digests: [String: Set<Digest>] = [:]

    /// - Parameters:
    ///   - manifest: the bytes of the manifest on disk. One that was damaged still proves what it shows: both sides of a
    ///     merge conflict, for example.
    ///   - pending: the bytes of the record a run leaves that was cut off.
    public init(manifest: [UInt8]?, pending: [UInt8]?) {
        let listed = manifest.map { Manifest($0)?.files ?? Manifest.salvage($0) }
        isForeign = listed?.isEmpty ?? false
        for entry in (listed ?? []) + (pending.map(Manifest.salvage) ?? []) {
            digests[entry.name, default: []].insert(entry.digest)
        }
    }

    /// Every path, sorted.
    public var paths: [String] { digests.keys.sorted() }

    /// Whether a run has written something at the path.
    public func contains(_ path: String) -> Bool { digests[path] != nil }

    /// Whether a run has written these very bytes at the path.
    public func proves(_ path: String, _ bytes: [UInt8]) -> Bool {
        digests[path]?.contains(Digest(of: bytes)) ?? false
    }

    /// The record of a run that is about to write: should it be cut off, the next one knows its files and those of
    /// every run before.
    public func pending(adding files: [Manifest.Entry]) -> [UInt8] {
        var all = digests
        for entry in files { all[entry.name, default: []].insert(entry.digest) }
        let entries = all.keys.sorted().flatMap { name in
            (all[name] ?? []).sorted { $0.text < $1.text }.map { Manifest.Entry(name, $0) }
        }
        return Manifest.renderPending(entries)
    }
}
