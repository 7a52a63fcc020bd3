/// The Swift names of one client that depend on other names of its document, and so are kept from one run to the next.
///
/// A name that follows from the document's own spelling is not in it: ``spellings`` decides which of two spellings of one name that is.
public struct NameRecord: Hashable, Sendable {
    /// What is named.
    public enum Kind: String, CaseIterable, Comparable, Sendable {
        /// Each is a kind of entity that the naming pass names; `cases` are those of unions, `outcomes` those of responses.
        case groups, methods, types, properties, parameters, values, cases, outcomes, headers, credentials, servers
        /// The values that required members had as their only ones, by the names of the values.
        case defaults
        /// Whether operations are grouped by `tags` or by `resources`, by the path that all paths begin with.
        case grouping
        /// The types of groups whose properties have names of several words.
        case groupTypes
        /// The order of the arguments of calls, by their labels.
        case arguments
        /// The inline types that are one type.
        case copies
        /// The members of bodies that overloads take as arguments, by the contents of operations.
        case overloads

        /// Orders by raw value, as the file of the record is sorted.
        public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
    }

    /// How a document spells names of several words.
    public enum Spelling: String, CaseIterable, Sendable {
        /// For example: `redirectUrl`.
        case camelCase
        /// For example: `redirect_url`.
        case snakeCase = "snake_case"
        /// For example: `RedirectUrl`.
        case pascalCase = "PascalCase"
        /// For example: `redirect-url`.
        case kebabCase = "kebab-case"
        /// For example: `REDIRECT_URL`.
        case upperCase = "UPPER_CASE"
    }

    /// One name.
    public struct Entry: Hashable, Sendable {
        /// What kind of entity the name belongs to. Keys are unique within a kind.
        public var kind: Kind
        /// What has the name: a pointer whose list positions are replaced by what stands there, or the text that names it.
        public var key: String
        /// Of ``Kind/arguments``, all labels in their order, separated by spaces. Of ``Kind/copies``, a label that
        /// all have which are one type, or `title:` and their title for the first of them.
        /// Of ``Kind/overloads``, all labels in their order, separated by spaces, each with a `?` if calls can omit it.
        public var name: String

        /// The key must be unique among the entries of the kind.
        public init(_ kind: Kind, key: String, name: String) {
            self.kind = kind
            self.key = key
            self.name = name
        }
    }

    /// The spelling that most names of a kind have, which goes before others of the same words.
    public var spellings: [Kind: Spelling]
    /// Sorted by kind and key.
    public private(set) var entries: [Entry]

    /// The entries can have any order; they are sorted.
    public init(spellings: [Kind: Spelling] = [:], entries: [Entry] = []) {
        self.spellings = spellings
        self.entries = entries.sorted { ($0.kind, $0.key) < ($1.kind, $1.key) }
    }

    /// Whether nothing is recorded, as before the first run.
    public var isEmpty: Bool { spellings.isEmpty && entries.isEmpty }
}
