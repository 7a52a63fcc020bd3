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

/// The files that have been read, and the resources that references are relative to.
struct Files {
    private let loader: Loader
    private var files: [LoadedFile] = []
    private var filesByPath: [String: Result<Int, LoadError>] = [:]
    private var scopes: [Scope] = []
    /// By the pointer of the resource's root.
    private var scopesByPointer: [String: ScopeID] = [:]
    /// Schemas with an `$id`, by pointer.
    private var embedded: [String: Located] = [:]
    /// The version whose rules the root document follows.
    private(set) var family = Version.Family.v3_0

    init(loader: @escaping Loader) { self.loader = loader }

    var count: Int { files.count }

    subscript(file: Int) -> LoadedFile { files[file] }

    subscript(scope: ScopeID) -> Scope { scopes[Int(scope)] }

    /// The version whose rules the file of a node follows.
    func family(of located: Located) -> Version.Family { files[scopes[Int(located.scope)].file].family }

    /// Whether a node is a whole OpenAPI document.
    func isDocument(_ located: Located) -> Bool {
        let file = files[scopes[Int(located.scope)].file]
        return located.pointer == file.prefix && Version(of: file.root) != nil
    }

    /// Registers a file and the scope of its root. The first one is the root document.
    @discardableResult
    mutating func add(_ root: Node, path: String, family: Version.Family) -> Int {
        if files.isEmpty { self.family = family }
        let prefix = files.isEmpty ? "#" : "\(path)#"
        var base: URIReference?
        if case .mapping(let mapping) = root.value, case .string(let text)? = mapping["$self"]?.value {
            base = URIReference(text)
        }
        files.append(LoadedFile(path: path, root: root, prefix: prefix, family: family, base: base))
        filesByPath[path] = .success(files.count - 1)
        scopesByPointer[prefix] = add(Scope(file: files.count - 1, pointer: prefix, base: base))
        return files.count - 1
    }

    private mutating func add(_ scope: Scope) -> ScopeID {
        scopes.append(scope)
        return ScopeID(scopes.count - 1)
    }

    /// The root of a file.
    func root(of file: Int) -> Located {
        Located(node: files[file].root, scope: scopesByPointer[files[file].prefix] ?? 0, pointer: files[file].prefix)
    }

    /// The schema with an `$id` that is the root of a resource, where that is no file.
    func schema(of scope: Scope) -> Located? { embedded[scope.pointer] }

    /// The file at a path, read at most once however it is spelled.
    mutating func file(at path: String, _ problems: inout Problems) -> Result<Int, LoadError> {
        if let known = filesByPath[path] { return known }
        let result: Result<Int, LoadError>
        do throws(LoadError) {
            let root = try loader(path, &problems)
            if let same = files.firstIndex(where: { $0.root.place.file == root.place.file }) {
                result = .success(same)
            } else {
                result = .success(add(root, path: path, family: Version(of: root)?.family ?? family))
            }
        } catch {
            result = .failure(error)
        }
        filesByPath[path] = result
        return result
    }

    /// A schema with an `$id` is a resource of its own.
    mutating func entering(_ located: Located) -> Located {
        guard case .mapping(let mapping) = located.node.value, mapping.entries.count < 40,
            case .string(let id)? = mapping["$id"]?.value, !id.hasPrefix("#")
        else { return located }
        var located = located
        if let scope = scopesByPointer[located.pointer] {
            located.scope = scope
        } else {
            let outer = scopes[Int(located.scope)]
            let reference = URIReference(id)
            let base = outer.base.map { reference.resolved(against: $0) } ?? reference
            located.scope = add(Scope(file: outer.file, pointer: located.pointer, base: base))
            scopesByPointer[located.pointer] = located.scope
            embedded[located.pointer] = located
        }
        return located
    }
}
