import Generation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The folder a package is written to, held open so that nothing outside of it is ever touched.
///
/// Every folder below it is opened from its parent without following links, so a link put where a folder was expected is an error and no way
/// out.
struct OutputFolder: ~Copyable {
    let path: String
    let root: Int32
    /// Folders that are open, by their paths.
    var folders: [String: Int32] = [:]

    /// - Parameter isCreated: Whether to make the folder where it is missing.
    init(_ path: String, isCreated: Bool) throws(SystemError) {
        self.path = path
        if isCreated { try Self.make(path) }
        root = try System.open(path, flags: O_RDONLY | O_DIRECTORY)
    }

    deinit {
        for descriptor in folders.values { System.close(descriptor) }
        System.close(root)
    }

    private static func make(_ path: String) throws(SystemError) {
        var made = path.hasPrefix("/") ? "/" : ""
        for part in path.split(separator: "/") {
            made += (made.isEmpty || made == "/" ? "" : "/") + part
            if mkdir(made, 0o777) != 0, errno != EEXIST, errno != EISDIR { throw SystemError(path: made, code: errno) }
        }
    }

    /// Waits until no other run writes here, and keeps others waiting until the folder is closed.
    func lock(onWait: () -> Void) throws(SystemError) {
        if flock(root, LOCK_EX | LOCK_NB) == 0 { return }
        if errno == EWOULDBLOCK { onWait() }
        while flock(root, LOCK_EX) != 0 {
            if errno != EINTR { throw SystemError(path: path, code: errno) }
        }
    }

    // MARK: Reading

    /// The bytes of a file, or `nil` where there is none. A link or a folder in its place is an error.
    mutating func read(_ file: String) throws(SystemError) -> [UInt8]? {
        guard let folder = try folder(of: file, isCreated: false) else { return nil }
        let name = Self.name(of: file)
        guard let status = try System.status(of: name, in: folder) else { return nil }
        guard System.isFile(status) else { throw SystemError(path: file, code: EEXIST) }
        let descriptor = try System.open(name, in: folder, flags: O_RDONLY | O_NOFOLLOW)
        defer { System.close(descriptor) }
        return try System.read(descriptor, path: file, size: Int(status.st_size))
    }

    /// The paths of everything below that is no folder, sorted. What is hidden, as `.build` is, is left out, and so is all below it.
    mutating func files() throws(SystemError) -> [String] {
        var files: [String] = []
        try collect("", root, into: &files)
        return files.sorted()
    }

    private mutating func collect(_ prefix: String, _ descriptor: Int32, into files: inout [String]) throws(SystemError)
    {
        for name in try System.names(in: descriptor, path: prefix) where !name.hasPrefix(".") {
            guard let status = try System.status(of: name, in: descriptor) else { continue }
            if System.isFolder(status) {
                if let inner = try folder(prefix + name, isCreated: false) {
                    try collect(prefix + name + "/", inner, into: &files)
                }
            } else {
                files.append(prefix + name)
            }
        }
    }

    // MARK: Writing

    /// Removes a file, and the folders it leaves empty.
    mutating func remove(_ file: String) throws(SystemError) {
        guard let folder = try folder(of: file, isCreated: false) else { return }
        if unlinkat(folder, Self.name(of: file), 0) != 0, errno != ENOENT { throw SystemError(path: file, code: errno) }
        var path = Self.folderPath(of: file)
        while !path.isEmpty {
            guard let parent = try self.folder(of: path, isCreated: false) else { return }
            // A folder with anything in it stays.
            if unlinkat(parent, Self.name(of: path), AT_REMOVEDIR) != 0 { return }
            if let open = folders.removeValue(forKey: path) { System.close(open) }
            path = Self.folderPath(of: path)
        }
    }

    // MARK: Folders

    static func name(of path: String) -> String {
        path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[path.utf8.index(after: $0)...]) } ?? path
    }

    /// Whether each component of a path is a name of its own: opening `..` would lead out.
    private static func staysBelow(_ path: String) -> Bool {
        path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).allSatisfy {
            !$0.isEmpty && !$0.elementsEqual(".".utf8) && !$0.elementsEqual("..".utf8)
        }
    }

    static func folderPath(of path: String) -> String {
        path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[..<$0]) } ?? ""
    }

    /// The folder a file is in, or `nil` where there is none.
    mutating func folder(of path: String, isCreated: Bool) throws(SystemError) -> Int32? {
        try folder(Self.folderPath(of: path), isCreated: isCreated)
    }

    mutating func folder(_ path: String, isCreated: Bool) throws(SystemError) -> Int32? {
        if path.isEmpty { return root }
        guard Self.staysBelow(path) else { throw SystemError(path: path, code: EINVAL) }
        if let open = folders[path] { return open }
        guard let parent = try folder(of: path, isCreated: isCreated) else { return nil }
        let name = Self.name(of: path)
        if isCreated, mkdirat(parent, name, 0o777) != 0, errno != EEXIST { throw SystemError(path: path, code: errno) }
        do throws(SystemError) {
            let descriptor = try System.open(name, in: parent, flags: O_RDONLY | O_DIRECTORY | O_NOFOLLOW)
            folders[path] = descriptor
            return descriptor
        } catch {
            if error.code == ENOENT, !isCreated { return nil }
            throw SystemError(path: path, code: error.code)
        }
    }
}
