/// What one document may cost before it is refused. Each limit is enforced while it is spent, so that no input takes long to refuse.
public struct Limits: Hashable, Sendable {
    /// The most bytes of a file, counted as they were given. 64 MiB unless told otherwise.
    public var bytes = 64 << 20
    /// The most collections inside one another. 128 unless told otherwise, and never more than 1,000.
    public var depth = 128
    /// The most values written in a document, keys not counted. 5,000,000 unless told otherwise.
    public var nodes = 5_000_000
    /// The most values that aliases may stand for, all together; a text counts one more for every 256 bytes. 500,000 unless told
    /// otherwise.
    public var aliasedNodes = 500_000
    /// The most bytes of what is written for a document, as they are estimated before. 50,000,000 unless told otherwise; the largest
    /// real documents need half of that.
    public var outputBytes = 50_000_000
    /// The most types and operations written for a document. 100,000 unless told otherwise.
    public var declarations = 100_000
    /// The most errors reported of one file. 1,000 unless told otherwise.
    public var errors = 1_000

    /// The defaults.
    public init() {}

    /// What ``depth`` is never more than.
    public static let deepest = 1_000
    /// What ``bytes`` is never more than.
    public static let largest = 1 << 30
    static let tagDirectives = 64
}
