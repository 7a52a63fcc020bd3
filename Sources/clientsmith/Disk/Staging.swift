import Emission
import Generation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Files are written beside the package and moved to their places when all are there. Only one run at a time does so, because it holds the lock.
extension OutputFolder {
    private static let staging = ".clientsmith.staging"
    /// Within it, the files of a package, in the folders they will be in.
    private static let package = staging + "/package"

    /// Makes room for files to be staged. What a run that was cut off has left there is removed.
    mutating func openStaging() throws(SystemError) {
        try discardStaging()
        _ = try folder(Self.staging, isCreated: true)
    }

    /// Writes bytes beside the package, and returns where.
    mutating func stage(_ bytes: [UInt8], as name: String) throws(SystemError) -> String {
        let path = Self.staging + "/" + name
        guard let folder = try folder(Self.staging, isCreated: false) else {
            throw SystemError(path: path, code: ENOENT)
        }
        try Self.write(bytes, to: name, in: folder)
        return path
    }

    /// Puts a staged file in its place at once: other programs see the old bytes or the new ones, never a part.
    mutating func place(_ staged: String, at path: String) throws(SystemError) {
        guard let source = try folder(of: staged, isCreated: false), let target = try folder(of: path, isCreated: true)
        else { throw SystemError(path: path, code: ENOENT) }
        try Self.move(Self.name(of: staged), source, Self.name(of: path), target)
    }

    /// Writes files in their order, each at once.
    mutating func place(_ files: [OutputFile]) throws(SystemError) {
        if files.isEmpty { return }
        try openStaging()
        for (index, file) in files.enumerated() { try place(try stage(file.bytes, as: String(index)), at: file.path) }
        try discardStaging()
    }

    /// Removes the staging folder and what is left in it.
    mutating func discardStaging() throws(SystemError) {
        guard let folder = try folder(Self.staging, isCreated: false) else { return }
        try Self.empty(folder, Self.staging)
        for (path, descriptor) in folders where path == Self.staging || path.hasPrefix(Self.staging + "/") {
            System.close(descriptor)
            folders[path] = nil
        }
        if unlinkat(root, Self.staging, AT_REMOVEDIR) != 0 { throw SystemError(path: Self.staging, code: errno) }
    }

    private static func empty(_ folder: Int32, _ path: String) throws(SystemError) {
        for name in try System.names(in: folder, path: path) {
            guard let status = try System.status(of: name, in: folder) else { continue }
            if System.isFolder(status) {
                let inner = try System.open(name, in: folder, flags: O_RDONLY | O_DIRECTORY | O_NOFOLLOW)
                defer { System.close(inner) }
                try empty(inner, path + "/" + name)
                _ = unlinkat(folder, name, AT_REMOVEDIR)
            } else {
                _ = unlinkat(folder, name, 0)
            }
        }
    }

    // MARK: Whole packages

    /// Writes files beside the package, in the folders they will be in.
    mutating func stage(_ files: [OutputFile]) throws(SystemError) {
        var folders: [Int32] = []
        for file in files {
            guard let folder = try folder(of: Self.package + "/" + file.path, isCreated: true) else {
                throw SystemError(path: file.path, code: ENOENT)
            }
            folders.append(folder)
        }
        // Half of the time goes into what the system does for each file, which it can do for two at once.
        let failures = concurrently(files.count) { [folders] index -> SystemError? in
            do throws(SystemError) {
                try Self.write(files[index].bytes, to: Self.name(of: files[index].path), in: folders[index])
                return nil
            } catch {
                return error
            }
        }
        if let failure = failures.lazy.compactMap({ $0 }).first { throw failure }
    }

    /// Moves the staged files of a package to their places, each at once.
    mutating func placePackage() throws(SystemError) {
        guard let staged = try folder(Self.package, isCreated: false) else { return }
        try Self.merge(staged, into: root, "")
    }

    /// A folder that is not there yet is moved as a whole, so that a first run does not move every file.
    private static func merge(_ source: Int32, into target: Int32, _ path: String) throws(SystemError) {
        for name in try System.names(in: source, path: path) {
            guard let status = try System.status(of: name, in: source) else { continue }
            guard System.isFolder(status), try System.status(of: name, in: target) != nil else {
                try move(name, source, name, target)
                continue
            }
            let inner = try System.open(name, in: source, flags: O_RDONLY | O_DIRECTORY | O_NOFOLLOW)
            defer { System.close(inner) }
            let there = try System.open(name, in: target, flags: O_RDONLY | O_DIRECTORY | O_NOFOLLOW)
            defer { System.close(there) }
            try merge(inner, into: there, path + name + "/")
        }
    }

    private static func move(
        _ name: String, _ source: Int32, _ newName: String, _ target: Int32
    ) throws(SystemError) {
        if renameat(source, name, target, newName) != 0 { throw SystemError(path: newName, code: errno) }
    }

    private static func write(_ bytes: [UInt8], to name: String, in folder: Int32) throws(SystemError) {
        let descriptor = try System.open(name, in: folder, flags: O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW)
        defer { System.close(descriptor) }
        try System.write(bytes, to: descriptor, path: name)
    }
}
