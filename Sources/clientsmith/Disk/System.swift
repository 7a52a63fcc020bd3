#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A failed call to the system.
struct SystemError: Error, CustomStringConvertible {
    var path: String
    var code: Int32

    var description: String { "\(path): \(reason)" }

    /// What the system says. For example: `Permission denied`.
    var reason: String { String(cString: strerror(code)) }

    /// Whether something stands at the path that is no regular file, or below something that is no folder.
    var isSomethingElse: Bool { [EEXIST, ELOOP, ENOTDIR].contains(code) }
}

/// The few calls the tool makes, each with its error as a Swift error.
enum System {
    /// Opens a file, without following a link in its last component.
    static func open(_ name: String, in folder: Int32 = AT_FDCWD, flags: Int32, mode: mode_t = 0o644)
        throws(SystemError) -> Int32
    {
        let descriptor = openat(folder, name, flags | O_CLOEXEC, mode)
        if descriptor < 0 { throw SystemError(path: name, code: errno) }
        return descriptor
    }

    static func close(_ descriptor: Int32) {
        #if canImport(Glibc)
            _ = Glibc.close(descriptor)
        #elseif canImport(Musl)
            _ = Musl.close(descriptor)
        #else
            _ = Darwin.close(descriptor)
        #endif
    }

    /// What a descriptor is open on.
    static func status(of descriptor: Int32, path: String) throws(SystemError) -> stat {
        var status = stat()
        if fstat(descriptor, &status) != 0 { throw SystemError(path: path, code: errno) }
        return status
    }

    /// What stands at a name, a link itself and not what it leads to; `nil` where nothing does.
    static func status(of name: String, in folder: Int32) throws(SystemError) -> stat? {
        var status = stat()
        if fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) == 0 { return status }
        if errno == ENOENT { return nil }
        throw SystemError(path: name, code: errno)
    }

    static func isFolder(_ status: stat) -> Bool { status.st_mode & S_IFMT == S_IFDIR }
    static func isFile(_ status: stat) -> Bool { status.st_mode & S_IFMT == S_IFREG }

    /// All bytes of an open file, at most `limit` and one more.
    static func read(_ descriptor: Int32, path: String, size: Int, limit: Int = .max) throws(SystemError) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: min(size, limit) + 1)
        var count = 0
        while count <= limit {
            let space = bytes.count - count
            let got = bytes.withUnsafeMutableBytes { buffer in
                readBytes(descriptor, buffer.baseAddress.map { $0 + count }, space)
            }
            if got < 0 {
                if errno == EINTR { continue }
                throw SystemError(path: path, code: errno)
            }
            if got == 0 { break }
            count += got
            if count == bytes.count { bytes.append(contentsOf: repeatElement(0, count: max(4096, count))) }
        }
        bytes.removeLast(bytes.count - count)
        return bytes
    }

    private static func readBytes(_ descriptor: Int32, _ start: UnsafeMutableRawPointer?, _ count: Int) -> Int {
        #if canImport(Glibc)
            Glibc.read(descriptor, start, count)
        #elseif canImport(Musl)
            Musl.read(descriptor, start, count)
        #else
            Darwin.read(descriptor, start, count)
        #endif
    }

    static func write(_ bytes: [UInt8], to descriptor: Int32, path: String) throws(SystemError) {
        var written = 0
        while written < bytes.count {
            let sent = bytes.withUnsafeBytes { buffer in
                writeBytes(descriptor, buffer.baseAddress.map { $0 + written }, bytes.count - written)
            }
            if sent < 0 {
                if errno == EINTR { continue }
                throw SystemError(path: path, code: errno)
            }
            written += sent
        }
    }

    private static func writeBytes(_ descriptor: Int32, _ start: UnsafeRawPointer?, _ count: Int) -> Int {
        #if canImport(Glibc)
            Glibc.write(descriptor, start, count)
        #elseif canImport(Musl)
            Musl.write(descriptor, start, count)
        #else
            Darwin.write(descriptor, start, count)
        #endif
    }

    /// The path with every link followed, or `nil` where it leads nowhere.
    static func realPath(_ path: String) -> String? {
        guard let resolved = realpath(path, nil) else { return nil }
        defer { free(resolved) }
        return String(cString: resolved)
    }

    /// The names in the folder at a path.
    static func names(ofFolder path: String) throws(SystemError) -> [String] {
        let descriptor = try open(path, flags: O_RDONLY | O_DIRECTORY)
        defer { close(descriptor) }
        return try names(in: descriptor, path: path)
    }

    /// The regular files below a folder, relative to it and sorted; what is hidden and what links lead to is left out.
    static func files(below path: String) throws(SystemError) -> [String] {
        let folder = try open(path, flags: O_RDONLY | O_DIRECTORY)
        defer { close(folder) }
        return try files(in: folder, prefix: "")
    }

    private static func files(in folder: Int32, prefix: String) throws(SystemError) -> [String] {
        var found: [String] = []
        for name in try names(in: folder, path: prefix) where !name.hasPrefix(".") {
            guard let status = try status(of: name, in: folder) else { continue }
            if isFile(status) { found.append(prefix + name) }
            guard isFolder(status) else { continue }
            let inner = try open(name, in: folder, flags: O_RDONLY | O_DIRECTORY | O_NOFOLLOW)
            defer { close(inner) }
            found += try files(in: inner, prefix: prefix + name + "/")
        }
        return found
    }

    /// The names in a folder, sorted, without `.` and `..`.
    static func names(in folder: Int32, path: String) throws(SystemError) -> [String] {
        let copy = try open(".", in: folder, flags: O_RDONLY | O_DIRECTORY)
        guard let stream = fdopendir(copy) else {
            close(copy)
            throw SystemError(path: path, code: errno)
        }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted()
    }
}
