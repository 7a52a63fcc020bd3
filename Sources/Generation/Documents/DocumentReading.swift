import Diagnostics
public import OpenAPI
import Overlays
import YAML

/// The files of one client's document, as they are read: the root first, then those its references lead to. Overlays are applied as soon as
/// the file they are for is there.
struct DocumentReading<Input: InputFiles> {
    private let client: Configuration.Client
    private let input: Input
    private let limits: Limits
    private(set) var sources: SourceFiles
    /// Each file's path from the root folder, and its tree. The document's own path is empty: it is the same by any name.
    private(set) var trees: [(name: String, tree: Node)] = []
    /// The same trees by what file they are of.
    private var known: [String: Node] = [:]
    private var overlays = ClientOverlays()

    init(_ client: Configuration.Client, input: Input, limits: Limits, sources: SourceFiles) {
        self.client = client
        self.input = input
        self.limits = limits
        self.sources = sources
    }

    /// The document's tree, and its path from the root folder.
    mutating func root(_ problems: inout Problems) -> (tree: Node, path: String)? {
        guard let file = named(client.document, &problems), hasExpectedDigest(file, &problems) else { return nil }
        // Its messages come before those of overlays, and the changes after those are known.
        let tree = parse(file, &problems)
        readOverlays(document: file.name, &problems)
        guard let tree, !overlays.areRefused else { return nil }
        let changed = overlays.apply(to: tree, of: file.name, limits: limits, &problems)
        remember(changed, of: file, as: "")
        return (changed, file.path)
    }

    mutating func file(_ path: String, _ problems: inout Problems) throws(LoadError) -> Node {
        let file = try input.file(path, besides: client.document.value)
        if let tree = known[file.identity] { return tree }
        guard let tree = parse(file, &problems) else { throw .invalid }
        let changed = overlays.apply(to: tree, of: file.name, limits: limits, &problems)
        remember(changed, of: file, as: file.path)
        return changed
    }

    /// An overlay for a file that nothing refers to changes nothing.
    func reportUnusedOverlays(_ problems: inout Problems) { overlays.reportUnused(&problems) }

    private mutating func readOverlays(document: String, _ problems: inout Problems) {
        for path in client.overlays {
            guard let file = named(path, &problems), let tree = parse(file, &problems),
                let overlay = Overlay(tree, problems: &problems)
            else {
                overlays.areRefused = true
                continue
            }
            overlays.add(overlay, of: file.name, document: document, problems: &problems)
        }
    }

    /// A file that the configuration or the command line names.
    private func named(_ path: Located<String>, _ problems: inout Problems) -> InputFile? {
        do throws(LoadError) {
            return try input.document(path.value)
        } catch {
            problems.add(
                Diagnostic(
                    .error, .unreadableDocument,
                    "\(quote(path.value, limit: 200)) can't be read: \(error.explanation)", at: path.place))
            return nil
        }
    }

    private func hasExpectedDigest(_ file: InputFile, _ problems: inout Problems) -> Bool {
        guard let expected = client.digest else { return true }
        let found = Digest(of: file.bytes)
        guard found != expected.value else { return true }
        problems.add(
            Diagnostic(
                .error, .wrongDigest,
                "\(quote(file.name, limit: 200)) has changed: its SHA-256 is \(found), expected \(expected.value)",
                at: expected.place,
                hint: "to accept the new content, write its SHA-256 here"))
        return false
    }

    private mutating func parse(_ file: InputFile, _ problems: inout Problems) -> Node? {
        var found = Problems()
        let tree = YAML.parse(file.bytes, name: file.name, into: &sources, limits: limits, problems: &found)
        problems.add(contentsOf: found.withHints())
        return tree
    }

    private mutating func remember(_ tree: Node, of file: InputFile, as path: String) {
        trees.append((path, tree))
        known[file.identity] = tree
    }
}

extension LimitKey {
    fileprivate var hint: String { "`limits: {\(rawValue): …}` in the configuration, or `\(option)`, raises the limit" }
}

extension Problems {
    /// The same findings; those of limits say how they are raised.
    func withHints() -> Problems {
        var result = Problems()
        for var diagnostic in diagnostics {
            if diagnostic.hint == nil, let key = LimitKey(finding: diagnostic.kind) { diagnostic.hint = key.hint }
            result.add(diagnostic)
        }
        return result
    }
}

extension LoadError {
    /// Why, as the end of a sentence.
    public var explanation: String {
        switch self {
        case .missing: "the file does not exist"
        case .refused(let reason): reason
        case .invalid: "it is not YAML or JSON"
        }
    }
}
