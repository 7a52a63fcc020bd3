import ClientModel
import Diagnostics
import OpenAPI

/// A declaration whose name is not settled.
struct Draft {
    var scope: TypeDeclaration.Scope
    /// The names to try, the wanted one first.
    var names: [String]
    /// What the names were made of, for a type that the document does not name.
    var stem: Context.Stem?
    var wireName: String
    var pointer: String
    var place: Place
    var documentation = Documentation()
    var shape: TypeDeclaration.Shape
    /// The schemas it was made from.
    var source: Conjunction
    /// Drafts of a lower rank choose their names first.
    var rank = Rank.component

    enum Rank: Int, Comparable {
        case component, nested, shared, hidden

        static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
    }
}

/// Where a type would be nested and what it would be called, should a schema need a declaration of its own.
struct Context {
    var scope: TypeDeclaration.Scope
    /// The component that it is nested in instead. It gets a declaration only when something is.
    var component: SchemaID?
    var stem: Stem
    var wireName: String
    /// The pointer of the object the schema stands in: a schema elsewhere has its own home.
    var pointer: String

    enum Stem {
        /// The wire name of a member. Its elements are named in the singular: `tags` are of type `Tag`.
        case member(String)
        /// A member's wire name in the singular.
        case element(String)
        /// A finished name. Its elements are called `…Item`.
        case fixed(String)
        /// Words that lead to a schema: as many of the last ones as it takes to differ.
        case path([String])
        /// The title of a schema.
        case title(String)

        /// The names to try, the wanted one first.
        var typeNames: [String] {
            switch self {
            case .member(let name), .element(let name): [Role.type.name(Words(name))]
            case .fixed(let name): [name]
            case .title(let title): [Role.type.name(Words(title))]
            case .path(let words):
                (1...min(words.count, 4)).map { Role.type.name(Words(words.suffix($0).joined(separator: " "))) }
            }
        }

        /// What the document calls the member that a type is of.
        var text: String? { if case .member(let name) = self { name } else { nil } }

        var isElement: Bool { if case .element = self { true } else { false } }

        /// Whether another type can want the name that it leads to.
        var dependsOnSiblings: Bool {
            switch self {
            case .element, .title: true
            case .member, .fixed, .path: false
            }
        }

        var ofElement: Stem {
            switch self {
            case .member(let name), .element(let name): .element(singular(name))
            case .fixed(let name): .fixed(name + "Item")
            case .title(let title): .fixed(Role.type.name(Words(title)) + "Item")
            case .path(let words): .path(words + ["item"])
            }
        }
    }

    func ofElement(in pointer: String) -> Context {
        Context(scope: scope, component: component, stem: stem.ofElement, wireName: wireName, pointer: pointer)
    }
}

/// An English plural's singular, where it is certain enough: `entries` is `entry`, `tags` is `tag`, `status` stays.
func singular(_ name: String) -> String {
    let lower = String(decoding: lowercased(Array(name.utf8)), as: UTF8.self)
    guard lower.utf8.count > 3 else { return name }
    if lower.hasSuffix("ies") { return lower.utf8.count > 4 ? name.dropLast(3) + "y" : name }
    if singularEndings.contains(where: lower.hasSuffix) { return name }
    for ending in ["sses", "xes", "ches", "shes", "zzes"] where lower.hasSuffix(ending) {
        return String(name.dropLast(2))
    }
    return lower.hasSuffix("s") ? String(name.dropLast()) : name
}

private let singularEndings = ["ss", "us", "is", "ews", "ics", "eries", "ias", "atlas", "canvas", "overseas"]
