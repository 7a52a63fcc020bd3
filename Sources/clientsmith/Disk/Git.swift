import Generation
import OpenAPI

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Files as they were at a revision of a git repository, read by the program `git`; nothing is written and nothing fetched.
struct GitFiles: InputFiles {
    /// What git calls the revision. For example: `v1.2.0`, `origin/main`, `HEAD~3`.
    var revision: String
    /// The configuration's folder; `nil` without one.
    var folder: String?
    /// Bytes; a larger file is refused.
    var limit: Int

    /// Reads `git:REV:path`; `nil` for the name of any other file. A path may hold further colons, a revision none.
    static func parse(_ text: String) -> (revision: String, path: String)? {
        guard text.hasPrefix("git:") else { return nil }
        let rest = text.dropFirst("git:".count)
        guard let colon = rest.firstIndex(of: ":") else { return nil }
        return (String(rest[..<colon]), String(rest[rest.index(after: colon)...]))
    }

    func document(_ path: String) throws(LoadError) -> InputFile {
        let full = Path.joined(folder ?? ".", path)
        let root = root(ofDocument: full)
        return InputFile(
            name: "\(revision):\(full)", path: Path.relative(full, to: root) ?? full, bytes: try bytes(of: full))
    }

    func file(_ path: String, besides document: String) throws(LoadError) -> InputFile {
        let full = Path.joined(root(ofDocument: Path.joined(folder ?? ".", document)), path)
        return InputFile(name: "\(revision):\(full)", path: path, bytes: try bytes(of: full))
    }

    private func root(ofDocument path: String) -> String {
        if let folder, Path.relative(path, to: Path.joined(folder, ".")) != nil { return Path.joined(folder, ".") }
        return Path.folder(of: path)
    }

    private func bytes(of path: String) throws(LoadError) -> [UInt8] {
        guard !revision.isEmpty, !revision.hasPrefix("-") else { throw .refused("'\(revision)' is not a revision") }
        let isAbsolute = path.hasPrefix("/")
        let name = isAbsolute ? String(path.dropFirst(Path.folder(of: path).count).drop { $0 == "/" }) : path
        let place = isAbsolute ? ["-C", Path.folder(of: path)] : []
        let ended: Subprocess.Ended
        do throws(SystemError) {
            ended = try Subprocess.run(
                "git", ["--no-optional-locks"] + place + ["cat-file", "blob", "\(revision):./\(name)"], limit: limit)
        } catch {
            throw error.code == ENOENT ? .refused("missing program `git`") : error.loadError(limit: limit)
        }
        if ended.status == 0 { return ended.output }
        if isMissing(name, place) { throw .missing }
        let reason = ended.errors.split(separator: "\n").first.map(String.init)
        throw .refused(reason ?? "git ended with status \(ended.status)")
    }

    /// Whether the revision exists and has no such file.
    private func isMissing(_ name: String, _ place: [String]) -> Bool {
        let arguments = ["--no-optional-locks"] + place + ["ls-tree", "--name-only", revision, "--", "./\(name)"]
        let ended = try? Subprocess.run("git", arguments, limit: limit)
        return ended?.status == 0 && ended?.output.isEmpty == true
    }
}
