import Generation

/// What bringing an output folder to a run's output takes, decided before anything is touched.
struct WritePlan {
    /// Files that are missing or differ.
    var changed: [OutputFile] = []
    var unchanged = 0
    /// Files of earlier runs that are no longer made, exactly as they were written.
    var stale: [String] = []
    /// Files of earlier runs that are no longer made, but were edited since: they stay.
    var kept: [String] = []
    /// Paths that hold something the tool did not write.
    var foreign: [String] = []
    /// Files the tool wrote and somebody edited since.
    var edited: [String] = []
    /// The manifest, if it is missing or differs.
    var manifest: [UInt8]?
    /// The record to leave while writing.
    var pending: [UInt8] = []
    /// Whether an earlier run was cut off.
    var isRecovery = false

    var isEmpty: Bool { changed.isEmpty && stale.isEmpty && manifest == nil && !isRecovery }

    init(_ output: Output, _ new: Manifest, in folder: inout OutputFolder) throws(SystemError) {
        let manifestBytes = try Self.entry(Manifest.fileName, in: &folder)
        let pendingBytes = try Self.entry(Manifest.pendingFileName, in: &folder).bytes
        let written = WrittenFiles(manifest: manifestBytes.bytes, pending: pendingBytes)
        isRecovery = pendingBytes != nil
        pending = written.pending(adding: new.files)
        let rendered = new.render()
        if manifestBytes.bytes != rendered { manifest = rendered }
        if manifestBytes.isOther || written.isForeign { foreign.append(Manifest.fileName) }
        try planStale(output, written, &folder)
        let removed = Set(stale.map { $0.lowercased() })
        for file in output.files {
            switch try Self.entry(file.path, in: &folder) {
            case .missing: changed.append(file)
            case .other: foreign.append(file.path)
            case .file(let bytes):
                if !removed.isEmpty, removed.contains(file.path.lowercased()) {
                    // On a disk that ignores case this is the file that goes.
                    changed.append(file)
                } else if bytes == file.bytes {
                    unchanged += 1
                } else {
                    decide(file, bytes, written)
                }
            }
        }
    }

    private mutating func decide(_ file: OutputFile, _ bytes: [UInt8], _ written: WrittenFiles) {
        if written.proves(file.path, bytes) {
            changed.append(file)
        } else if written.contains(file.path) {
            changed.append(file)
            edited.append(file.path)
        } else {
            foreign.append(file.path)
        }
    }

    private mutating func planStale(
        _ output: Output, _ written: WrittenFiles, _ folder: inout OutputFolder
    ) throws(SystemError) {
        let made = Set(output.files.map(\.path))
        for path in written.paths where !made.contains(path) {
            switch try Self.entry(path, in: &folder) {
            case .missing: break
            case .file(let bytes) where written.proves(path, bytes): stale.append(path)
            case .file, .other: kept.append(path)
            }
        }
    }

    private enum Entry {
        case missing
        case file([UInt8])
        case other

        var bytes: [UInt8]? { if case .file(let bytes) = self { bytes } else { nil } }
        var isOther: Bool { if case .other = self { true } else { false } }
    }

    private static func entry(_ path: String, in folder: inout OutputFolder) throws(SystemError) -> Entry {
        do throws(SystemError) {
            return try folder.read(path).map { .file($0) } ?? .missing
        } catch {
            if error.isSomethingElse { return .other }
            throw error
        }
    }
}
