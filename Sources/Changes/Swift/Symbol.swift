/// A declaration that callers of a client can name.
///
/// For example: the method `TokensAPI.grant`, whose identity is `POST /token`.
struct Symbol {
    enum Kind: Hashable {
        case structure, openEnum, union, alias, choice, group, groupProperty, property, initializer, method, member,
            enumCase,
            server
    }

    var kind: Kind
    /// The path by which both versions are compared: renamed types have their new names in it.
    var key: String
    /// As callers write it, without the service's type. For example: `Pet.name`.
    var name: String
    /// The key of the declaration it stands in, or empty for the service's type.
    var parent: String
    /// What it is on the wire, to find it again under another name.
    var identity: String
    /// Of a property, a case's payload, a raw value or what an alias stands for; empty where there is none.
    var type = Spelling("")
    /// The ways to call it; of several with the same name, each.
    var calls: [Call] = []
    var isDeprecated = false
    var spot: Change.Spot

    /// The key among all symbols: a type may have a property and a nested type of one name.
    var lookup: String { kind.isType ? "type " + key : key }
}

/// A type as callers write it, and as both versions are compared by: without aliases, and with the new names of renamed types.
struct Spelling: Hashable {
    var text: String
    private(set) var canonical: String

    init(_ text: String, canonical: String? = nil) {
        self.text = text
        self.canonical = canonical ?? text
    }

    static func == (left: Self, right: Self) -> Bool { left.canonical == right.canonical }
    func hash(into hasher: inout Hasher) { hasher.combine(canonical) }

    /// For example: `{ "[\($0)]" }` for an array of it.
    func wrapped(_ wrap: (String) -> String) -> Spelling { Spelling(wrap(text), canonical: wrap(canonical)) }

    /// How a message tells two that differ: as callers write them, or what is behind one name of both.
    static func told(_ before: Spelling, _ after: Spelling) -> (String, String) {
        before.text == after.text ? (before.canonical, after.canonical) : (before.text, after.text)
    }

    /// Once, however often it is asked for.
    var optional: Spelling { wrapped { $0.hasSuffix("?") ? $0 : $0 + "?" } }
}

/// How a method or an initializer is called.
struct Call {
    enum Kind: Equatable {
        case method
        /// The method that takes the members of a body of the media type.
        case overload(String)
        /// The initializer of a structure.
        case memberwise
    }

    struct Parameter {
        var label: String
        /// The wire name, to find it again under another label.
        var identity: String
        var type: Spelling
        var hasDefault: Bool
    }

    var kind: Kind = .method
    var parameters: [Parameter]
    var result = Spelling("Void")
    /// What a documented error carries; empty for an initializer.
    var failure = Spelling("")
}

extension Symbol.Kind {
    /// Whether it declares a type that others stand in.
    var isType: Bool {
        switch self {
        case .structure, .openEnum, .union, .alias, .choice, .group: true
        case .groupProperty, .property, .initializer, .method, .member, .enumCase, .server: false
        }
    }

    /// With its article.
    var words: String {
        switch self {
        case .structure: "a struct"
        case .openEnum: "an open enum"
        case .union: "a union"
        case .alias: "a type alias"
        case .choice: "an enum of outcomes"
        case .group: "a group of operations"
        case .groupProperty: "the property of a group"
        case .property: "a property"
        case .initializer: "an initializer"
        case .method: "a method"
        case .member: "a static member"
        case .enumCase: "a case"
        case .server: "a server"
        }
    }

    /// The protocols its values conform to, beside `Sendable`; those of an alias are its target's.
    var conformances: [String] {
        switch self {
        case .structure, .union: ["Codable", "Hashable"]
        case .openEnum: ["Codable", "Hashable", "RawRepresentable", "CustomStringConvertible", "OpenEnum"]
        default: []
        }
    }
}
