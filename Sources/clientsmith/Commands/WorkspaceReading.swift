import ArgumentParser
import ClientModel
import Diagnostics
import Generation
import OpenAPI
import YAML

// MARK: Documents

extension Workspace {
    /// What a document says, and the findings as this run judges them.
    struct Reading {
        /// `nil` for a refused document.
        var api: API?
        var problems: Problems

        init(_ api: API?, _ problems: Problems) {
            self.api = problems.hasErrors ? nil : api
            self.problems = problems
        }
    }

    /// Reads the document of a client to its model.
    mutating func read(_ client: Configuration.Client, from input: (any InputFiles)? = nil) -> Reading {
        var problems = Problems()
        let input = input ?? files
        let lowered = lower(client, from: input, limits: limits, sources: &sources, problems: &problems)
        return Reading(lowered?.api, reporting.judged(problems))
    }

    /// Reads a client model that `clientsmith model` printed.
    ///
    /// - Returns: `nil` if the file is not a model.
    mutating func readModel(_ path: String) -> Reading? {
        guard let file = try? files.document(path) else { return nil }
        let before = sources
        var problems = Problems()
        guard let tree = tree(of: file, &problems), API.isModel(tree) else {
            sources = before
            return nil
        }
        return Reading(API(model: tree, problems: &problems), problems)
    }

    /// Suggests groups and names for a client.
    mutating func suggest(
        for client: Configuration.Client, _ stainless: Node?, allTypes: Bool, _ problems: inout Problems
    ) -> Suggestion? {
        let input = files
        return Generation.suggest(
            for: client, from: input, stainless: stainless, allTypes: allTypes, limits: limits, sources: &sources,
            problems: &problems)
    }

    /// The tree of a YAML or JSON file, under the limits of the workspace; `nil` if the file is neither.
    private mutating func tree(of file: InputFile, _ problems: inout Problems) -> Node? {
        YAML.parse(file.bytes, name: file.name, into: &sources, limits: limits, problems: &problems)
    }
}

// MARK: Files besides the documents

/// A YAML file that is read beside the documents: a configuration, a record of names, or a list of accepted changes.
struct UserFile {
    var path: String
    /// The kind of the error if it can't be read.
    var unreadable: Diagnostic.Kind
    /// What messages call it. For example: `the record of names`.
    var title: String?
    /// What to do if it can't be read.
    var hint: String?
    /// The last line of a run that refuses it; `nil` for none.
    var summary: String? = "nothing written"
}

extension Workspace {
    /// Makes a value of a file's tree.
    ///
    /// - Returns: `nil` if the tree is refused; the reasons are then in the problems.
    typealias Making<Value> = (Node, inout Problems) -> Value?

    /// Reads a file, on the disk or at a revision of a git repository, and makes a value of its tree.
    ///
    /// - Throws: The exit status, after every reason was reported.
    mutating func read<Value>(_ file: UserFile, at revision: String? = nil, _ make: Making<Value>) throws -> Value {
        let content: InputFile
        do throws(LoadError) {
            content = try input(at: revision).document(file.path)
        } catch {
            throw unreadable(file, error)
        }
        return try value(of: content, file, make)
    }

    /// The same, or `nil` if there is no such file.
    mutating func readIfPresent<Value>(
        _ file: UserFile, at revision: String? = nil, _ make: Making<Value>
    ) throws -> Value? {
        let content: InputFile
        do throws(LoadError) {
            content = try input(at: revision).document(file.path)
        } catch .missing {
            return nil
        } catch {
            throw unreadable(file, error)
        }
        return try value(of: content, file, make)
    }

    /// Reads the text of a configuration that is about to be edited; `nil` if the text is refused, or is not UTF-8. Nothing is reported.
    func configuration(in text: [UInt8]) -> Configuration? {
        var (copy, problems) = (self, Problems())
        copy.sources = SourceFiles()
        let file = InputFile(name: path ?? "", path: path ?? "", bytes: text)
        guard let tree = copy.tree(of: file, &problems), copy.sources.files.first?.bytes == text else { return nil }
        return Configuration(tree, problems: &problems)
    }

    private mutating func value<Value>(of content: InputFile, _ file: UserFile, _ make: Making<Value>) throws -> Value {
        var problems = Problems()
        let tree = tree(of: content, &problems)
        if let tree, !problems.hasErrors, let value = make(tree, &problems) { return value }
        throw refusal(problems, file.summary)
    }

    private func unreadable(_ file: UserFile, _ error: LoadError) -> ExitCode {
        let name = (file.title.map { $0 + " " } ?? "") + quote(file.path, limit: 200)
        return failure(file.unreadable, "\(name) can't be read: \(error.explanation)", hint: file.hint)
    }
}
