import ArgumentParser
import Diagnostics
import Generation
import OpenAPI
import YAML

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

    /// Reads the file and makes a value of its tree.
    ///
    /// - Throws: The exit status, after every reason was reported.
    func read<Value>(
        from input: some InputFiles, _ limits: Limits, _ reporting: ReportOptions, _ sources: inout SourceFiles,
        _ make: (Node, inout Problems) -> Value?
    ) throws -> Value {
        let file: InputFile
        do throws(LoadError) { file = try input.document(path) } catch { throw failure(error, reporting) }
        return try value(of: file, limits, reporting, &sources, make)
    }

    /// The same, or `nil` if there is no such file.
    func readIfPresent<Value>(
        from input: some InputFiles, _ limits: Limits, _ reporting: ReportOptions, _ sources: inout SourceFiles,
        _ make: (Node, inout Problems) -> Value?
    ) throws -> Value? {
        let file: InputFile
        do throws(LoadError) {
            file = try input.document(path)
        } catch .missing {
            return nil
        } catch {
            throw failure(error, reporting)
        }
        return try value(of: file, limits, reporting, &sources, make)
    }

    private func value<Value>(
        of file: InputFile, _ limits: Limits, _ reporting: ReportOptions, _ sources: inout SourceFiles,
        _ make: (Node, inout Problems) -> Value?
    ) throws -> Value {
        var problems = Problems()
        let tree = YAML.parse(file.bytes, name: file.name, into: &sources, limits: limits, problems: &problems)
        if let tree, !problems.hasErrors, let value = make(tree, &problems) { return value }
        throw reporting.refusal(problems, in: sources, summary)
    }

    private func failure(_ error: LoadError, _ reporting: ReportOptions) -> ExitCode {
        let name = (title.map { $0 + " " } ?? "") + quote(path, limit: 200)
        return reporting.failure(
            unreadable, "\(name) can't be read: \(error.explanation)", hint: hint, status: Exit.noInput)
    }
}
