public import Diagnostics

/// Whether what is on disk is what the tool would write now.
public struct Check: Sendable {
    /// The result of a check. Raw values are exit statuses.
    public enum State: Int32, Sendable {
        /// Generating would write nothing.
        case current = 0
        /// What a document means has changed since the output was written.
        case documentChanged = 1
        /// The tool, a template or the configuration has changed, and no document.
        case toolChanged = 2
        /// A file was edited, is missing, or stands where only the tool's own belong.
        case outputChanged = 3
    }

    /// The most severe of the findings and reasons.
    public var state: State
    /// What was found about single files, in order of path.
    public var findings: [Finding]
    /// What ``state`` rests on, in words: documents, or parts of the tool.
    public var reasons: [String]

    /// One file that differs.
    public struct Finding: Hashable, Sendable {
        /// What is wrong with a file; raw values are printed.
        public enum Kind: String, Sendable {
            /// Changed by hand, deleted, or not written by the tool.
            case edited, missing, extra
            /// Written by the tool, and different from what it would write now.
            case outdated
            /// Not written yet, or no longer to be.
            case added, removed

            /// The kind of the diagnostic that annotates the file.
            public var diagnosticKind: Diagnostic.Kind {
                switch self {
                case .edited: .checkEdited
                case .missing: .checkMissing
                case .extra: .checkExtra
                case .outdated: .checkOutdated
                case .added: .checkAdded
                case .removed: .checkRemoved
                }
            }
        }

        /// What is wrong with the file.
        public var kind: Kind
        /// From the output folder, with `/`.
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
    ///   - record: The record of names as it was read, and its path; `nil` without one.
    ///   - disk: every file below the output folder that is not hidden, and the hidden ones a manifest names, by path.
    public init(
        _ output: Output, record: (names: RecordFile, path: String)? = nil, against disk: [String: [UInt8]]
    ) {
        let manifest = disk[Manifest.fileName].flatMap { Manifest($0) }
        let damage = Self.damage(disk, manifest)
        guard damage.isEmpty, let manifest, let new = output.manifest else {
            self.init(state: .outputChanged, findings: damage, reasons: Self.reason(disk, manifest))
            return
        }
        let changes = Self.changes(output, disk, manifest)
        let documents = Self.changedNames(manifest.documents, new.documents)
        var tool = Self.toolReasons(manifest, new)
        let isRecorded = record.map { $0.names == output.record } ?? true
        if let record, !isRecorded {
            tool.append("\(record.path) is not what `clientsmith generate` would write")
        } else if manifest.names != new.names {
            tool.append("the record of names has changed")
        }
        if !documents.isEmpty {
            let reasons = documents.map { "the document of \($0) has changed" }
            self.init(state: .documentChanged, findings: changes, reasons: reasons + tool)
        } else if !tool.isEmpty {
            self.init(state: .toolChanged, findings: changes, reasons: tool)
        } else if !changes.isEmpty {
            // Documents mean what they did, so only the order of their keys can differ; or this version was built anew.
            let reason = "the order of keys in a document has changed, or the tool was built from different sources"
            self.init(state: .documentChanged, findings: changes, reasons: [reason])
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
            findings += disk.keys.filter {
                !names.contains($0) && $0 != Manifest.fileName && !OutputFile.isTolerated($0)
            }
            .map { Finding(kind: .extra, path: $0) }
        }
        if disk[Manifest.fileName] != nil, manifest == nil {
            findings.append(Finding(kind: .edited, path: Manifest.fileName))
        }
        if disk[Manifest.pendingFileName] != nil {
            findings.append(Finding(kind: .extra, path: Manifest.pendingFileName))
        }
        return findings.sorted { $0.path < $1.path }
    }

    private static func changes(_ output: Output, _ disk: [String: [UInt8]], _ manifest: Manifest) -> [Finding] {
        let new = Set(output.files.map(\.path))
        let changed = output.files.compactMap { file -> Finding? in
            guard let bytes = disk[file.path] else { return Finding(kind: .added, path: file.path) }
            return bytes == file.bytes ? nil : Finding(kind: .outdated, path: file.path)
        }
        let removed = manifest.files.filter { !new.contains($0.name) }
            .map { Finding(kind: .removed, path: $0.name) }
        return (changed + removed).sorted { $0.path < $1.path }
    }

    private static func reason(_ disk: [String: [UInt8]], _ manifest: Manifest?) -> [String] {
        if disk[Manifest.fileName] == nil { return ["\(Manifest.fileName) is missing: nothing was generated here"] }
        if manifest == nil { return ["\(Manifest.fileName) was edited"] }
        if disk[Manifest.pendingFileName] != nil { return ["a run was interrupted"] }
        return ["the output was changed since it was written"]
    }

    private static func toolReasons(_ old: Manifest, _ new: Manifest) -> [String] {
        var reasons: [String] = []
        if old.configuration != new.configuration { reasons.append("the configuration has changed") }
        if old.tool != new.tool { reasons.append("the tool has changed from \(old.tool) to \(new.tool)") }
        if old.templates != new.templates { reasons.append("the templates have changed") }
        return reasons
    }

    private static func changedNames(_ old: [Manifest.Entry], _ new: [Manifest.Entry]) -> [String] {
        // A client that comes or goes is the configuration's doing.
        new.filter { entry in old.contains { $0.name == entry.name && $0.digest != entry.digest } }.map(\.name)
    }
}

extension OutputFile {
    /// Whether a file that is not the tool's may stand in the output folder: what is hidden, and the record of names, and what resolving the
    /// package's dependencies leaves. Everything else would be built, or be taken for generated.
    static func isTolerated(_ path: String) -> Bool {
        path == "Package.resolved" || path == RecordFile.fileName || path.hasPrefix(".") || path.contains("/.")
    }
}

extension Check {
    /// The difference in the unified format, file by file: from what is on disk to what a run gives; for edited files, where a
    /// run gives what was written, from that to what is on disk.
    public func difference(_ output: Output, _ disk: [String: [UInt8]]) -> String {
        let new = Dictionary(output.files.map { ($0.path, $0.bytes) }) { first, _ in first }
        let written = disk[Manifest.fileName].flatMap { Manifest($0) }?.files ?? []
        let digests = Dictionary(written.map { ($0.name, $0.digest) }) { first, _ in first }
        return findings.map { finding in
            let path = finding.path
            switch finding.kind {
            case .outdated, .added, .removed: return UnifiedDiff.text(path: path, old: disk[path], new: new[path])
            case .edited:
                guard let made = new[path], digests[path] == Digest(of: made) else { return "" }
                return UnifiedDiff.text(path: path, old: made, new: disk[path])
            case .missing, .extra: return ""
            }
        }.joined()
    }

    /// The result as a JSON object.
    public func json(_ output: Output, _ disk: [String: [UInt8]]) -> String {
        let files = findings.map { JSONValue.object([("path", .text($0.path)), ("kind", .text($0.kind.rawValue))]) }
        return JSONValue.object([
            ("state", .text("\(state)")), ("status", .number(Int(state.rawValue))),
            ("reasons", .list(reasons.map { .text($0) })), ("files", .list(files)),
            ("difference", .text(difference(output, disk))),
        ]).document
    }
}
