import Diagnostics

/// What an anchor stands for: nothing yet while its own value is being read.
struct Anchor {
    struct Value {
        var node: Node
        /// What an alias to it costs; see ``Cost/weight``.
        var weight: Int
        /// How many collections it has inside one another.
        var height: Int
    }

    /// Tells anchors of one name apart: the last one before an alias counts.
    var serial: Int
    var place: Place
    var value: Value?
}

/// What a document has cost so far.
struct Cost {
    /// Values that are written in the document.
    var written = 0
    /// Values that aliases stand for.
    var aliased = 0
    /// One for every 256 bytes of a text.
    var bulk = 0
    /// The most collections inside one another, aliases written out; since the innermost open anchor.
    var deepest = 0
    var anchors = 0

    var weight: Int { written + aliased + bulk }
}
