import Diagnostics
import YAML

/// A scope of ``Files``.
typealias ScopeID = Int32

/// A node, the file and resource its references are relative to, and where it stands.
struct Located {
    var node: Node
    var scope: ScopeID
    /// The file's name, unless it is the root document, then `#` and an RFC 6901 pointer. Names one place of the whole input.
    var pointer: String

    var place: Place { node.place }

    func child(_ entry: Mapping.Entry) -> Located {
        Located(node: entry.value, scope: scope, pointer: node.pointer(to: entry, below: pointer))
    }

    func child(_ entry: Mapping.Entry, _ name: Mapping.Entry) -> Located {
        let outer = node.pointer(to: entry, below: pointer)
        return Located(node: name.value, scope: scope, pointer: entry.value.pointer(to: name, below: outer))
    }

    func child(_ index: Int, _ node: Node) -> Located {
        Located(node: node, scope: scope, pointer: Pointer.appending(String(index), to: pointer))
    }
}

extension Node {
    fileprivate func pointer(to entry: Mapping.Entry, below pointer: String) -> String {
        guard case .mapping(let mapping) = value else { return Pointer.appending(entry.key, to: pointer) }
        return Pointer.appending(entry.key, of: mapping, to: pointer)
    }
}
