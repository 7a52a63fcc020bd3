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
/// References are followed inside of the folder of the document they start from and nowhere else, links resolved first; nothing but regular
/// files under the limit is read.
struct DiskFiles: InputFiles {
    /// What relative paths start from: the configuration's folder.
    var folder: String
    /// Bytes; a larger file is refused.
    var limit: Int
    /// The content of the document called `-`.
    var standardInput: [UInt8]?

    init(folder: String = "", limit: Int, standardInput: [UInt8]? = nil) {
        self.folder = folder
        self.limit = limit
        self.standardInput = standardInput
    }

    func document(_ path: String) throws(LoadError) -> InputFile {
        if path == "-" { return InputFile(name: "<stdin>", bytes: standardInput ?? []) }
        let full = Path.joined(folder, path)
        return InputFile(name: full, bytes: try bytes(of: full))
    }

    func file(_ path: String, besides document: String) throws(LoadError) -> InputFile {
        let root = document == "-" ? "." : Path.folder(of: Path.joined(folder, document))
        let full = Path.joined(root, path)
        guard let realRoot = System.realPath(root.isEmpty ? "." : root), let real = System.realPath(full) else {
            throw .missing
        }
        guard real.hasPrefix(realRoot == "/" ? "/" : realRoot + "/") else {
            throw .refused("it leads out of the document's folder")
        }
        return InputFile(name: full, bytes: try bytes(of: real))
    }

    private func bytes(of path: String) throws(LoadError) -> [UInt8] {
        do throws(SystemError) {
            // Without O_NONBLOCK, opening a pipe nobody writes to would wait for ever.
            let descriptor = try System.open(path, flags: O_RDONLY | O_NONBLOCK)
            defer { System.close(descriptor) }
            let status = try System.status(of: descriptor, path: path)
            guard System.isFile(status) else { throw SystemError(path: path, code: EISDIR) }
            if status.st_size > limit { throw SystemError(path: path, code: EFBIG) }
            return try System.read(descriptor, path: path, size: Int(status.st_size), limit: limit)
        } catch {
            throw switch error.code {
            case ENOENT, ENOTDIR: .missing
            case EISDIR: .refused("it is no regular file")
            case EFBIG: .refused("it is larger than the limit of \(limit) bytes")
            default: .refused(String(cString: strerror(error.code)))
            }
        }
    }
}

/// Paths as texts, with `/`.
enum Path {
    /// `path` as seen from `folder`; an absolute path stays what it is.
    static func joined(_ folder: String, _ path: String) -> String {
        if folder.isEmpty || path.hasPrefix("/") { return simplified(path) }
        return simplified(folder + "/" + path)
    }

    static func folder(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "" }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    /// Without `.` and, where it can be told without looking at the disk, without `..`.
    static func simplified(_ path: String) -> String {
        var parts: [Substring] = []
        for part in path.split(separator: "/") where part != "." {
            if part == "..", let last = parts.last, last != ".." {
                parts.removeLast()
            } else {
                parts.append(part)
            }
        }
        let joined = parts.joined(separator: "/")
        return path.hasPrefix("/") ? "/" + joined : joined.isEmpty ? "." : joined
    }
}
