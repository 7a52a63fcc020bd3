public import Diagnostics
public import OpenAPI
import YAML

/// The files of one client's document, as they are read: the root first, then those its references lead to.
struct DocumentReading<Input: InputFiles> {
    private let client: Configuration.Client
    private let input: Input
    private let limits: Limits
    private(set) var sources: SourceFiles
    /// Each file's path from the root folder, and its tree. The document's own path is empty: it is the same by any name.
    private(set) var trees: [(name: String, tree: Node)] = []

    init(_ client: Configuration.Client, input: Input, limits: Limits, sources: SourceFiles) {
        self.client = client
        self.input = input
        self.limits = limits
        self.sources = sources
    }

    /// The document's tree, and its path from the root folder.
    mutating func root(_ problems: inout Problems) -> (tree: Node, path: String)? {
        let path = client.document.value
        do throws(LoadError) {
            let file = try input.document(path)
            return parse(file, as: "", &problems).map { ($0, file.path) }
        } catch {
            problems.add(
                Diagnostic(
                    .error, Problems.unreadableDocument,
                    "\(quote(path, limit: 200)) can't be read: \(error.explanation)",
                    at: client.document.place))
            return nil
        }
    }

    mutating func file(_ path: String, _ problems: inout Problems) throws(LoadError) -> Node {
        let file = try input.file(path, besides: client.document.value)
        guard let node = parse(file, as: file.path, &problems) else { throw .invalid }
        return node
    }

    private mutating func parse(_ file: InputFile, as path: String, _ problems: inout Problems) -> Node? {
        let tree = YAML.parse(file.bytes, name: file.name, into: &sources, limits: limits, problems: &problems)
        if let tree { trees.append((path, tree)) }
        return tree
    }

}

extension Problems {
    static let unreadableDocument = "unreadable-document"

    /// Whether a document the command line named could not be read. One that a configuration names is a mistake in that.
    public var lackInput: Bool {
        diagnostics.contains { $0.kind == Self.unreadableDocument && $0.place == nil }
    }
}

extension LoadError {
    /// Why, as the end of a sentence.
    public var explanation: String {
        switch self {
        case .missing: "there is no such file"
        case .refused(let reason): reason
        case .invalid: "it is neither YAML nor JSON"
        }
    }
}
