import Diagnostics
import YAML

/// A file that has been read.
struct LoadedFile {
    /// Relative to the root folder, normalised.
    var path: String
    var root: Node
    /// What pointers into the file begin with.
    var prefix: String
    /// The version whose rules it follows: its own where it is a whole document, else the root document's.
    var family: Version.Family
    /// Where its references are relative to, as far as it says so itself (`$self`, 3.2).
    var base: URIReference?
}

/// The resource a reference is relative to: a file, or a schema with an `$id` inside it.
struct Scope {
    var file: Int
    /// The resource's root.
    var pointer: String
    var base: URIReference?
}

extension Reader {
    /// Registers a file and the scope of its root.
    @discardableResult
    func add(_ root: Node, path: String, family: Version.Family) -> Int {
        let prefix = files.isEmpty ? "#" : "\(path)#"
        var base: URIReference?
        if case .mapping(let mapping) = root.value, case .string(let text)? = mapping["$self"]?.value {
            base = URIReference(text)
        }
        files.append(LoadedFile(path: path, root: root, prefix: prefix, family: family, base: base))
        filesByPath[path] = .success(files.count - 1)
        scopesByPointer[prefix] = addScope(Scope(file: files.count - 1, pointer: prefix, base: base))
        return files.count - 1
    }

    func addScope(_ scope: Scope) -> ScopeID {
        scopes.append(scope)
        return ScopeID(scopes.count - 1)
    }

    /// The root of a file.
    func root(of file: Int) -> Located {
        Located(node: files[file].root, scope: scopesByPointer[files[file].prefix] ?? 0, pointer: files[file].prefix)
    }

    /// The file at a path, read at most once however it is spelled.
    func file(at path: String) -> Result<Int, LoadError> {
        if let known = filesByPath[path] { return known }
        let result: Result<Int, LoadError>
        do throws(LoadError) {
            let root = try loader(path, &problems)
            if let same = files.firstIndex(where: { $0.root.place.file == root.place.file }) {
                result = .success(same)
            } else {
                result = .success(add(root, path: path, family: Version(of: root)?.family ?? version.family))
            }
        } catch {
            result = .failure(error)
        }
        filesByPath[path] = result
        return result
    }
}
