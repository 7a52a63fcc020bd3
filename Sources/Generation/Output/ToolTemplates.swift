public import Diagnostics
import Emission
import Templates

/// The templates and runtime sources of a run: the tool's own, and those of a user's folder in their places.
public struct ToolTemplates: Sendable {
    /// Paths from the templates' folder, and contents; sorted.
    private let files: [(path: String, contents: String)]
    /// What the user's folder is called in messages, and which of the files are from there.
    private let overrides: (folder: String, paths: Set<String>)?

    private static let runtimeFolder = "ClientRuntime/"

    /// The tool's own.
    public init() {
        files = Templates.files
        overrides = nil
        areChanged = false
    }

    /// - Parameters:
    ///   - folder: the user's folder, as messages name it.
    ///   - own: the files below it, path and contents; those that are neither Mustache nor Swift are not looked at.
    ///   - place: where the configuration names the folder.
    ///   - problems: gets an error for each file that would do nothing, because no template has its name or includes it.
    public init(
        folder: String, files own: [(path: String, contents: String)], at place: Place?, problems: inout Problems
    ) {
        let own = own.filter { $0.path.hasSuffix(".mustache") || $0.path.hasSuffix(".swift") }
        let paths = Set(own.map(\.path))
        overrides = (folder, paths)
        files = (Templates.files.filter { !paths.contains($0.path) } + own).sorted { $0.path < $1.path }
        let known = Templates.files.map(\.path)
        let knownSet = Set(known)
        let texts = Dictionary(uniqueKeysWithValues: Templates.files.map { ($0.path, $0.contents) })
        areChanged = own.contains { texts[$0.path] != $0.contents }
        for file in own where !knownSet.contains(file.path) && !Self.isUsed(file.path, by: own) {
            problems.add(
                Diagnostic(
                    .error, .unknownTemplate,
                    "\(quote(folder + "/" + file.path, limit: 200)) does not match a template",
                    at: place, hint: nearest(to: file.path, among: known).map { "did you mean `\($0)`?" }))
        }
    }

    /// A further source of the runtime is used as it is; a further template where another includes it.
    private static func isUsed(_ path: String, by files: [(path: String, contents: String)]) -> Bool {
        if path.hasPrefix(runtimeFolder), path.hasSuffix(".swift") { return true }
        let name = path.dropLast(".mustache".count)
        return files.contains { file in
            file.contents.split(separator: "{{>", omittingEmptySubsequences: false).dropFirst().contains { tag in
                let rest = tag.drop { $0 == " " }
                return rest.hasPrefix(name + "}") || rest.hasPrefix(name + " ")
            }
        }
    }

    /// The tool's own templates and sources of the runtime: path below the folder `Templates`, and contents.
    public static var own: [(path: String, contents: String)] { Templates.files }

    /// Whether they differ from the tool's own: a user's may use any part of the runtime.
    let areChanged: Bool

    /// The runtime's sources by file name.
    var runtime: [(path: String, contents: String)] {
        files.filter { $0.path.hasPrefix(Self.runtimeFolder) && $0.path.hasSuffix(".swift") }
            .map { (String($0.path.dropFirst(Self.runtimeFolder.count)), $0.contents) }
    }

    var digest: Digest {
        var form = CanonicalForm()
        for file in files {
            form.add("path", file.path)
            form.add("text", file.contents)
        }
        return form.finish()
    }

    /// The templates, parsed and checked; `nil` where they have faults.
    func parsed() -> TemplateSet? { try? TemplateSet(files) }

    /// Reports every fault of templates that could not be parsed, each at its line.
    func faults(_ problems: inout Problems, _ sources: inout SourceFiles) -> TemplateSet? {
        let errors = TemplateSet.check(files)
        for error in errors { report(error, &problems, &sources) }
        if errors.isEmpty {
            problems.add(Diagnostic(.error, .template, "can't parse the templates", at: nil))
        }
        return nil
    }

    private func report(_ error: TemplateError, _ problems: inout Problems, _ sources: inout SourceFiles) {
        let folder = overrides.flatMap { $0.paths.contains(error.template) ? $0.folder : nil } ?? "Templates"
        let name = folder + "/" + error.template
        let text = Array((files.first { $0.path == error.template }?.contents ?? "").utf8)
        let file =
            sources.files.firstIndex { $0.name == name }.map { UInt32($0) }
            ?? sources.add(SourceFile(name: name, bytes: text))
        let starts = [0] + text.indices.filter { text[$0] == UInt8(ascii: "\n") }.map { $0 + 1 }
        let start = UInt32(starts[min(max(error.line, 1), starts.count) - 1])
        problems.add(
            Diagnostic(
                .error, .template, error.message, at: Place(file: file, start: start, end: start), hint: error.hint))
    }
}
