import Generation
import OpenAPI

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Documents on disk, and one from standard input.
///
/// References are followed inside of one folder and nowhere else, links resolved first: the configuration's folder where the document is below it,
/// else the document's own. Nothing but regular files under the limit is read.
struct DiskFiles: InputFiles {
    /// What relative paths start from: the configuration's folder; `nil` without one.
    var folder: String?
    /// Bytes; a larger file is refused.
    var limit: Int
    /// The content of the document called `-`.
    var standardInput: [UInt8]?

    init(folder: String? = nil, limit: Int, standardInput: [UInt8]? = nil) {
        self.folder = folder
        self.limit = limit
        self.standardInput = standardInput
    }

    func document(_ path: String) throws(LoadError) -> InputFile {
        if path == "-" { return InputFile(name: "<stdin>", path: "-", bytes: standardInput ?? []) }
        let full = Path.joined(folder ?? ".", path)
        let root = root(ofDocument: full)
        return InputFile(
            name: full, path: Path.relative(full, to: root) ?? full, bytes: try bytes(of: full),
            identity: System.realPath(full))
    }

    func file(_ path: String, besides document: String) throws(LoadError) -> InputFile {
        let spelled = document == "-" ? "./-" : Path.joined(folder ?? ".", document)
        let root = document == "-" ? "." : root(ofDocument: spelled)
        let full = Path.joined(root, path)
        guard let real = System.realPath(full) else {
            FileLog.current?.add(full)
            throw .missing
        }
        guard realRoots(root, document: spelled).contains(where: { Path.relative(real, to: $0) != nil }) else {
            throw .refused("it is outside \(root == "." ? "the current folder" : "'\(root)'")")
        }
        return InputFile(name: full, path: path, bytes: try bytes(of: real), identity: real)
    }

    private func root(ofDocument path: String) -> String {
        if let folder, Path.relative(path, to: Path.joined(folder, ".")) != nil { return Path.joined(folder, ".") }
        return Path.folder(of: path)
    }

    /// The root folder's real path; and another where the document itself is a link, as in a build system that links every input to its true
    /// place: the folder that lies to the true document as the root lies to the link.
    private func realRoots(_ root: String, document: String) -> [String] {
        let real = System.realPath(root)
        guard let way = Path.relative(document, to: root), let target = System.realPath(document) else {
            return [real].compactMap { $0 }
        }
        let other = target.hasSuffix("/" + way) ? String(target.dropLast(way.utf8.count + 1)) : Path.folder(of: target)
        return [real, other.isEmpty ? "/" : other].compactMap { $0 }
    }

    private func bytes(of path: String) throws(LoadError) -> [UInt8] {
        do throws(SystemError) {
            return try System.read(path, limit: limit)
        } catch {
            throw error.loadError(limit: limit)
        }
    }
}

extension System {
    /// The bytes of a regular file.
    static func read(_ path: String, limit: Int) throws(SystemError) -> [UInt8] {
        FileLog.current?.add(path)
        // Without O_NONBLOCK, opening a pipe nobody writes to would wait for ever.
        let descriptor = try open(path, flags: O_RDONLY | O_NONBLOCK)
        defer { close(descriptor) }
        let status = try status(of: descriptor, path: path)
        guard isFile(status) else { throw SystemError(path: path, code: EISDIR) }
        guard status.st_size <= limit else { throw SystemError(path: path, code: EFBIG) }
        return try read(descriptor, path: path, size: Int(status.st_size), limit: limit)
    }
}

extension SystemError {
    func loadError(limit: Int) -> LoadError {
        switch code {
        case ENOENT, ENOTDIR: .missing
        case EISDIR: .refused("it is not a regular file")
        case EFBIG: .refused("it is larger than the limit of \(limit) bytes, which `limits` or `--max-bytes` raises")
        default: .refused(reason)
        }
    }
}
