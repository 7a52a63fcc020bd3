/// Paths as texts, with `/`; nothing is asked of a disk.
enum Path {
    /// `path` as seen from `folder`, in its simplest form; an absolute path stays what it is.
    static func joined(_ folder: String, _ path: String) -> String {
        simplified(path.hasPrefix("/") ? path : folder + "/" + path)
    }

    /// Everything before the last component; `.` where there is nothing.
    static func folder(of path: String) -> String {
        guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    /// The way from a folder to something below it, or `nil` where it is not below. Both in their simplest form.
    static func relative(_ path: String, to folder: String) -> String? {
        if folder == "." { return path.hasPrefix("/") || path == ".." || path.hasPrefix("../") ? nil : path }
        let prefix = folder.hasSuffix("/") ? folder : folder + "/"
        guard path.hasPrefix(prefix), path != prefix else { return nil }
        return String(path.dropFirst(prefix.count))
    }

    /// Without `.` and, where it can be told without looking at the disk, without `..`.
    static func simplified(_ path: String) -> String {
        let isAbsolute = path.hasPrefix("/")
        var parts: [Substring] = []
        for part in path.split(separator: "/") where part != "." {
            if part == "..", let last = parts.last, last != ".." {
                parts.removeLast()
            } else if part != ".." || !isAbsolute {
                parts.append(part)
            }
        }
        let joined = parts.joined(separator: "/")
        return isAbsolute ? "/" + joined : joined.isEmpty ? "." : joined
    }
}
