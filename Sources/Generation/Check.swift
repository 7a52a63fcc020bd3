/// Whether what is on disk is what the tool would write now.
public struct Check: Sendable {
    public enum State: Int32, Sendable {
        case current = 0
        /// What a document means has changed since the output was written.
        case documentChanged = 1
        /// The tool, a template or the configuration has changed, and no document.
        case toolChanged = 2
        /// A file was edited, is missing, or stands where only the tool's own belong.
        case outputChanged = 3
    }

    public var state: State
    /// What was found about single files, in order of path.
    public var findings: [Finding]
    /// What ``state`` rests on, in words: documents, or parts of the tool.
    public var reasons: [String]

    public struct Finding: Hashable, Sendable {
        public enum Kind: String, Sendable {
            case edited, missing, extra
            /// Written by the tool, and different from what it would write now.
            case outdated
            /// Not written yet, or no longer to be.
            case added, removed
        }

        public var kind: Kind
        public var path: String
    }
}

extension Check {
    /// Compares the output on disk with what a run gives now.
    ///
    /// An edited file comes before a changed document, and that before a changed tool: each hides the ones after it.
    ///
    /// - Parameters:
    ///   - output: What a run gives; not refused.
    ///   - disk: Every regular file below the output folder that could be the tool's, by path.
    public init(_ output: Output, against disk: [String: [UInt8]]) {
        let manifest = disk[Manifest.fileName].flatMap { Manifest($0) }
        let damage = Self.damage(disk, manifest)
        let changes = Self.changes(output, disk)
        guard damage.isEmpty, let manifest, let new = output.manifest else {
            self.init(state: .outputChanged, findings: damage, reasons: Self.reason(disk, manifest))
            return
        }
        let documents = Self.changedNames(manifest.documents, new.documents)
        if !documents.isEmpty {
            let reasons = documents.map { "the document of \($0) has changed" }
            self.init(state: .documentChanged, findings: changes, reasons: reasons)
        } else if manifest != new || !changes.isEmpty {
            self.init(state: .toolChanged, findings: changes, reasons: Self.toolReasons(manifest, new))
        } else {
            self.init(state: .current, findings: [], reasons: [])
        }
    }

    /// What differs from the manifest on disk, whatever a run would give now.
    private static func damage(_ disk: [String: [UInt8]], _ manifest: Manifest?) -> [Finding] {
        let known = manifest?.files ?? []
        var findings = known.compactMap { entry -> Finding? in
            guard let bytes = disk[entry.name] else { return Finding(kind: .missing, path: entry.name) }
            return Digest(of: bytes) == entry.digest ? nil : Finding(kind: .edited, path: entry.name)
        }
        let names = Set(known.map(\.name))
        if manifest != nil {
            findings += disk.keys.filter { !names.contains($0) && OutputFile.isOwned($0) }
                .map { Finding(kind: .extra, path: $0) }
        }
        if disk[Manifest.pendingFileName] != nil {
            findings.append(Finding(kind: .extra, path: Manifest.pendingFileName))
        }
        return findings.sorted { $0.path < $1.path }
    }

    private static func changes(_ output: Output, _ disk: [String: [UInt8]]) -> [Finding] {
        let new = Set(output.files.map(\.path))
        let changed = output.files.compactMap { file -> Finding? in
            guard let bytes = disk[file.path] else { return Finding(kind: .added, path: file.path) }
            return bytes == file.bytes ? nil : Finding(kind: .outdated, path: file.path)
        }
        let old = disk[Manifest.fileName].flatMap { Manifest($0) }?.files ?? []
        let removed = old.filter { !new.contains($0.name) }.map { Finding(kind: .removed, path: $0.name) }
        return (changed + removed).sorted { $0.path < $1.path }
    }

    private static func reason(_ disk: [String: [UInt8]], _ manifest: Manifest?) -> [String] {
        if disk[Manifest.fileName] == nil { return ["there is no \(Manifest.fileName): nothing was generated here"] }
        if manifest == nil { return ["\(Manifest.fileName) was edited"] }
        if disk[Manifest.pendingFileName] != nil { return ["a run was cut off before its end"] }
        return []
    }

    private static func toolReasons(_ old: Manifest, _ new: Manifest) -> [String] {
        var reasons: [String] = []
        if old.configuration != new.configuration { reasons.append("the configuration has changed") }
        if old.tool != new.tool { reasons.append("the tool has changed from \(old.tool) to \(new.tool)") }
        if old.templates != new.templates { reasons.append("the templates have changed") }
        return reasons.isEmpty ? ["the tool has changed"] : reasons
    }

    private static func changedNames(_ old: [Manifest.Entry], _ new: [Manifest.Entry]) -> [String] {
        // A client that comes or goes is the configuration's doing.
        new.filter { entry in old.contains { $0.name == entry.name && $0.digest != entry.digest } }.map(\.name)
    }
}

extension OutputFile {
    /// Whether a path is in a folder where the package's build takes every file.
    static func isOwned(_ path: String) -> Bool {
        ["Sources/", "Tests/", "Documentation/"].contains { path.hasPrefix($0) }
    }
}

extension Manifest {
    /// The digests of everything a manifest or an unfinished run says the tool has written.
    public static func writtenFiles(_ manifests: [[UInt8]]) -> [String: Set<Digest>] {
        var digests: [String: Set<Digest>] = [:]
        for bytes in manifests {
            let entries = Manifest(bytes)?.files ?? salvage(bytes)
            for entry in entries { digests[entry.name, default: []].insert(entry.digest) }
        }
        return digests
    }
}
