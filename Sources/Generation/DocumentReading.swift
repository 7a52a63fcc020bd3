import Diagnostics
public import OpenAPI
import YAML

/// The files of one client's document, as they are read: the root first, then those its references lead to.
struct DocumentReading<Input: InputFiles> {
    private let client: Configuration.Client
    private let input: Input
    private let limits: Limits
    private(set) var sources: SourceFiles
    /// Each file's name from the root document's folder, and its tree.
    private(set) var trees: [(name: String, tree: Node)] = []

    init(_ client: Configuration.Client, input: Input, limits: Limits, sources: SourceFiles) {
        self.client = client
        self.input = input
        self.limits = limits
        self.sources = sources
    }

    /// The root document's name in its own folder.
    var fileName: String {
        client.document.value.split(separator: "/").last.map(String.init) ?? client.document.value
    }

    mutating func root(_ problems: inout Problems) -> Node? {
        let path = client.document.value
        do throws(LoadError) {
            let file = try input.document(path)
            return parse(file, as: fileName, &problems)
        } catch {
            problems.add(
                Diagnostic(
                    .error, "unreadable-document", "\(quote(path)) cannot be read: \(error.explanation)",
                    at: client.document.place))
            return nil
        }
    }

    mutating func file(_ path: String, _ problems: inout Problems) throws(LoadError) -> Node {
        let file = try input.file(path, besides: client.document.value)
        guard let node = parse(file, as: path, &problems) else { throw .invalid }
        return node
    }

    private mutating func parse(_ file: InputFile, as name: String, _ problems: inout Problems) -> Node? {
        let tree = YAML.parse(file.bytes, name: file.name, into: &sources, limits: limits, problems: &problems)
        if let tree { trees.append((name, tree)) }
        return tree
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
