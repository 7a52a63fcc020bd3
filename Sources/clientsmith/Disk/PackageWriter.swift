import Generation

/// Brings an output folder to what a run gives.
///
/// Files whose bytes are right already are not touched. What the tool did not write is neither overwritten nor removed: a file counts as the tool's
/// only where a manifest names it and its digest is still the one the manifest has. The names of a run's files are on disk before the
/// first of them, and its manifest after the last, so a run that is cut off leaves nothing that passes for a finished one.
struct PackageWriter {
    /// What a run did.
    struct Result {
        var written: [String] = []
        var removed: [String] = []
        var unchanged = 0
    }

    enum Failure: Error {
        /// Paths that hold something the tool did not write, or that was edited since.
        case occupied([String])
        /// The output folder is none a package may be written to.
        case unsuitable(String)
        case system(SystemError)
    }

    /// Whether files that were edited by hand are overwritten all the same.
    var overwritesEdited = false

    func write(_ output: Output, to path: String) throws(Failure) -> Result {
        if let reason = Self.objection(to: path) { throw .unsuitable(reason) }
        do {
            var folder = try OutputFolder(path, isCreated: true)
            try folder.lock()
            let plan = try plan(output, in: &folder)
            guard plan.occupied.isEmpty else { throw Failure.occupied(plan.occupied) }
            return try carryOut(plan, output, in: &folder)
        } catch let failure as Failure {
            throw failure
        } catch let error as SystemError {
            throw .system(error)
        } catch {
            throw .unsuitable("\(error)")
        }
    }

    private static func objection(to path: String) -> String? {
        guard let real = System.realPath(path) else { return nil }
        if real == "/" { return "'/' is no folder for a package" }
        let home = System.realPath(ProcessEnvironment["HOME"] ?? "")
        return real == home ? "the home folder is no folder for a package" : nil
    }

    private struct Plan {
        var changed: [OutputFile] = []
        var stale: [String] = []
        var occupied: [String] = []
        var unchanged = 0
        var known: [[UInt8]] = []
    }

    private func plan(_ output: Output, in folder: inout OutputFolder) throws(SystemError) -> Plan {
        var plan = Plan()
        for name in [Manifest.fileName, Manifest.pendingFileName] {
            if let bytes = try folder.read(name) { plan.known.append(bytes) }
        }
        let written = Manifest.writtenFiles(plan.known)
        for file in output.files {
            guard let bytes = try folder.read(file.path) else {
                plan.changed.append(file)
                continue
            }
            if bytes == file.bytes {
                plan.unchanged += 1
            } else if written[file.path]?.contains(Digest(of: bytes)) == true || isOverwritten(file.path, written) {
                plan.changed.append(file)
            } else {
                plan.occupied.append(file.path)
            }
        }
        let wanted = Set(output.files.map(\.path))
        for path in written.keys.sorted() where !wanted.contains(path) {
            guard let bytes = try folder.read(path) else { continue }
            if written[path]?.contains(Digest(of: bytes)) == true { plan.stale.append(path) }
        }
        return plan
    }

    private func isOverwritten(_ path: String, _ written: [String: Set<Digest>]) -> Bool {
        overwritesEdited && written[path] != nil
    }

    private func carryOut(_ plan: Plan, _ output: Output, in folder: inout OutputFolder) throws(SystemError) -> Result {
        guard let manifest = output.manifest else { return Result() }
        let bytes = manifest.render()
        let isCurrent = try folder.read(Manifest.fileName) == bytes
        var result = Result(unchanged: plan.unchanged + (isCurrent ? 1 : 0))
        if plan.changed.isEmpty, plan.stale.isEmpty, isCurrent, plan.known.count == 1 { return result }
        let pending = plan.known.reduce(bytes) { $0 + [UInt8(ascii: "\n")] + $1 }
        try folder.write(Manifest.pendingFileName, pending)
        for file in plan.changed {
            try folder.write(file.path, file.bytes)
            result.written.append(file.path)
        }
        for path in plan.stale {
            try folder.remove(path)
            result.removed.append(path)
        }
        if !isCurrent {
            try folder.write(Manifest.fileName, bytes)
            result.written.append(Manifest.fileName)
        }
        try folder.remove(Manifest.pendingFileName)
        return result
    }
}

/// The folder's content as ``Check`` takes it.
func filesOnDisk(_ path: String, _ output: Output) throws(SystemError) -> [String: [UInt8]] {
    guard System.realPath(path) != nil else { return [:] }
    var folder = try OutputFolder(path, isCreated: false)
    var paths = Set(output.allFiles.map(\.path))
    paths.formUnion([Manifest.fileName, Manifest.pendingFileName])
    if let manifest = try folder.read(Manifest.fileName) { paths.formUnion(Manifest.writtenFiles([manifest]).keys) }
    paths.formUnion(try folder.files(under: ["Sources", "Tests", "Documentation"]))
    var files: [String: [UInt8]] = [:]
    for file in paths.sorted() {
        // What cannot be read as a file, such as a link, is there and is not what was written.
        do throws(SystemError) {
            if let bytes = try folder.read(file) { files[file] = bytes }
        } catch { files[file] = [] }
    }
    return files
}
