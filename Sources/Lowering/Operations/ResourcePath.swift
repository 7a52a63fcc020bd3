import ClientModel

/// The segments of a path template by which operations are grouped and named.
///
/// For example: `/v1/customers/{id}/sources` is the version `v1`, the literals `customers` and `sources`, and the variable `id`.
struct ResourcePath {
    enum Segment: Hashable {
        case literal(String)
        /// What stands behind a variable and a colon. For example: `/messages/{id}:send`.
        case action(String)
        case variable(String)

        var literal: String? {
            switch self {
            case .literal(let text), .action(let text): text
            case .variable: nil
            }
        }
        var isVersion: Bool { literal.map(isVersionText) ?? false }
        /// Whether it can name a group.
        fileprivate var isName: Bool { literal != nil && !isVersion }
    }

    /// Without empty segments, versions included.
    private(set) var segments: [Segment] = []

    /// A query in the template is no part of it, and neither is the extension behind a variable: `/reports/{id}.json`.
    init(_ template: String) {
        let path = template.prefix { $0 != "?" && $0 != "#" }
        for segment in path.split(separator: "/") {
            // As `text` writes it.
            if segment == "{}" {
                segments.append(.variable(""))
                continue
            }
            var hasVariable = false
            for part in PathTemplate(parsing: String(segment)).parts {
                switch part {
                case .parameter(let name):
                    segments.append(.variable(name))
                    hasVariable = true
                case .text(let text):
                    if hasVariable, text.hasPrefix(".") { continue }
                    if !Words(text).isEmpty {
                        segments.append(hasVariable && text.hasPrefix(":") ? .action(text) : .literal(text))
                    }
                }
            }
        }
    }

    private init(_ segments: [Segment]) { self.segments = segments }

    /// The path below `prefix`, without versions; the path itself where it is elsewhere or nothing remains to name it by.
    func dropping(_ prefix: ResourcePath) -> ResourcePath {
        let isBelow =
            segments.count > prefix.segments.count && zip(segments, prefix.segments).allSatisfy { $0.isSame(as: $1) }
        let rest = isBelow ? Array(segments.dropFirst(prefix.segments.count)) : segments
        let below = rest.contains(where: \.isName) ? rest : segments
        return ResourcePath(below.filter { !$0.isVersion })
    }

    var literals: [String] { segments.compactMap(\.literal) }

    /// The first literal.
    var resource: String? { literals.first }

    /// Whether it ends with a variable.
    var isItem: Bool { segments.last?.literal == nil }

    /// The nouns of literals that a variable follows: `customers` of `/customers/{id}/sources`.
    var owners: [String] {
        zip(segments, segments.dropFirst()).compactMap { $1.literal == nil ? $0.literal : nil }.map { Words($0).noun }
    }

    /// What all of some paths begin with and none needs to be named.
    static func common(_ paths: [ResourcePath]) -> ResourcePath {
        let named = paths.compactMap { path in path.segments.lastIndex(where: \.isName).map { (path.segments, $0) } }
        guard let (first, _) = named.first else { return ResourcePath([]) }
        var count = 0
        while named.allSatisfy({ $1 > count && $0[count].isSame(as: first[count]) }) { count += 1 }
        return ResourcePath(Array(first.prefix(count)))
    }

    /// For example: `/api/{}`.
    var text: String {
        segments.isEmpty ? "/" : segments.map { "/" + ($0.literal ?? "{}") }.joined()
    }
}

extension ResourcePath.Segment {
    /// Whether two paths go on alike; variables are alike whatever their names.
    fileprivate func isSame(as other: Self) -> Bool {
        switch (self, other) {
        case (.literal(let left), .literal(let right)): left == right
        case (.variable, .variable): true
        default: false
        }
    }
}

/// Whether a segment is the version of an API: `v1`, `v2.1`, `v1beta1`, `2010-04-01`.
private func isVersionText(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    if bytes.count > 1, bytes[0] == UInt8(ascii: "v") || bytes[0] == UInt8(ascii: "V"), isDigit(bytes[1]) {
        let rest = text.dropFirst().lowercased()
        let stage = rest.drop { $0.isNumber || $0 == "." || $0 == "_" }
        return stage.isEmpty || ["alpha", "beta", "rc"].contains { stage.hasPrefix($0) }
    }
    return bytes.count == 10
        && bytes.enumerated().allSatisfy { [4, 7].contains($0) ? $1 == UInt8(ascii: "-") : isDigit($1) }
}
