import Generation

/// Brings an output folder to what a run gives.
///
/// Files whose bytes are right already are not touched. What the tool did not write is neither overwritten nor removed: a file counts as the tool's
/// only where a manifest names it and its digest is still the one the manifest has. A run that is cut off leaves nothing that passes for a finished
/// one: the names of its files are on disk before the first of them, all are written beside the package before any is moved to its place, and the
/// manifest comes last.
struct PackageWriter {
    /// What a run did.
    struct Result {
        var written: [String] = []
        var removed: [String] = []
        /// Files that are no longer made, left because they were edited.
        var kept: [String] = []
        var unchanged = 0
    }

    enum Failure: Error {
        /// Paths that hold something the tool did not write, and files that were edited since it did.
        case occupied(foreign: [String], edited: [String])
        /// The output folder is none a package may be written to.
        case unsuitable(String)
        case system(SystemError)
    }

    /// Whether files that were edited by hand are overwritten all the same.
    var overwritesEdited = false
    /// Called where another run has the folder, before waiting for it.
    var onWait: () -> Void = {}

    func write(_ output: Output, to path: String) throws(Failure) -> Result {
        guard let manifest = output.manifest else { return Result() }
        if let reason = Self.objection(to: path) { throw .unsuitable(reason) }
        let outcome: Swift.Result<Result, Failure>
        do throws(SystemError) {
            outcome = try attempt(output, manifest, path)
        } catch {
            throw .system(error)
        }
        return try outcome.get()
    }

    private func attempt(
        _ output: Output, _ manifest: Manifest, _ path: String
    ) throws(SystemError) -> Swift.Result<Result, Failure> {
        var folder = try OutputFolder(path, isCreated: true)
        try folder.lock(onWait: onWait)
        let plan = try WritePlan(output, manifest, in: &folder)
        guard plan.foreign.isEmpty, plan.edited.isEmpty || overwritesEdited else {
            return .failure(.occupied(foreign: plan.foreign, edited: overwritesEdited ? [] : plan.edited))
        }
        return .success(try Self.carryOut(plan, in: &folder))
    }

    /// Why a package may not be written to a folder, if there is a reason.
    private static func objection(to path: String) -> String? {
        guard let real = System.realPath(path) else { return nil }
        if real == "/" { return "refusing to write a package to '/'" }
        let home = System.realPath(ProcessEnvironment["HOME"] ?? "")
        if real == home { return "refusing to write a package to the home folder" }
        let names = (try? System.names(ofFolder: real)) ?? []
        if names.contains(".git"), !names.contains(Manifest.fileName), names.contains(where: { !$0.hasPrefix(".") }) {
            return "'\(path)' is the root of a repository with other files; use a separate folder"
        }
        return nil
    }

    private static func carryOut(_ plan: WritePlan, in folder: inout OutputFolder) throws(SystemError) -> Result {
        var result = Result(kept: plan.kept, unchanged: plan.unchanged + (plan.manifest == nil ? 1 : 0))
        if plan.isEmpty { return result }
        let manifest = try stage(plan, in: &folder)
        // First, because on a disk that ignores case a new file may have the name of an old one.
        for path in plan.stale { try folder.remove(path) }
        try folder.placePackage()
        if let manifest { try folder.place(manifest, at: Manifest.fileName) }
        try folder.discardStaging()
        try folder.remove(Manifest.pendingFileName)
        result.removed = plan.stale
        result.written = plan.changed.map(\.path) + (manifest == nil ? [] : [Manifest.fileName])
        return result
    }

    /// Writes everything beside the package, the record of what is about to happen first.
    ///
    /// - Returns: Where the manifest is, if it changes.
    private static func stage(_ plan: WritePlan, in folder: inout OutputFolder) throws(SystemError) -> String? {
        try folder.openStaging()
        do throws(SystemError) {
            try folder.place(folder.stage(plan.pending, as: "pending"), at: Manifest.pendingFileName)
            try folder.stage(plan.changed)
            guard let manifest = plan.manifest else { return nil }
            return try folder.stage(manifest, as: "manifest")
        } catch {
            // The package is as it was; only a run before this one may have left it unfinished.
            try? folder.discardStaging()
            if !plan.isRecovery { try? folder.remove(Manifest.pendingFileName) }
            throw error
        }
    }
}

/// The folder's content as ``Check`` takes it. What stands in a file's place and is none, such as a link, is an empty file.
func filesOnDisk(_ path: String) throws(SystemError) -> [String: [UInt8]] {
    guard System.realPath(path) != nil else { return [:] }
    var folder = try OutputFolder(path, isCreated: false)
    var paths = Set(try folder.files())
    paths.formUnion([Manifest.fileName, Manifest.pendingFileName])
    if let manifest = try folder.read(Manifest.fileName) {
        paths.formUnion(WrittenFiles(manifest: manifest, pending: nil).paths)
    }
    var files: [String: [UInt8]] = [:]
    for file in paths.sorted() {
        do throws(SystemError) {
            if let bytes = try folder.read(file) { files[file] = bytes }
        } catch {
            guard error.isSomethingElse else { throw error }
            files[file] = []
        }
    }
    return files
}
