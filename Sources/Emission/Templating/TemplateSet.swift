import Mustache

/// The templates of one run, parsed and checked against the views they are rendered with.
public struct TemplateSet: Sendable {
    private var library: MustacheLibrary

    /// - Parameter files: Path relative to the `Templates` folder, and text. Only `swift/*.mustache` and `pages/*.mustache` are taken; a later file
    ///   replaces an earlier one of the same path.
    /// - Parameter access: The access of what they write.
    /// - Throws: The first ``TemplateError``; ``check(_:)`` gives all of them.
    public init(_ files: [(path: String, contents: String)], access: PackageModel.Access = .public) throws {
        let texts = Self.texts(files)
        if let error = Self.check(files).first { throw error }
        library = MustacheLibrary()
        let folding = TemplateFolding(texts: texts, constants: ["access": access.modifier.text])
        for name in texts.keys.sorted() {
            // A partial is rendered as HTML unless it says otherwise, whatever its caller says.
            try library.register("{{% CONTENT_TYPE:TEXT}}\n" + folding.folded(name), named: name)
        }
    }

    /// Every fault of the templates: names no view has, sections left open, tags that cannot be parsed, files that are missing.
    public static func check(_ files: [(path: String, contents: String)]) -> [TemplateError] {
        let texts = texts(files)
        var checker = TemplateChecker(templates: texts)
        var errors: [TemplateError] = []
        for root in Root.allCases {
            if texts[root.rawValue] == nil {
                errors.append(TemplateError(template: root.rawValue, line: 1, message: "the template is missing"))
            }
            checker.check(root.rawValue, with: root.type)
        }
        errors += checker.errors
        if errors.isEmpty { errors += texts.keys.sorted().compactMap { syntaxError(in: $0, texts[$0] ?? "") } }
        return errors.map { error in
            var error = error
            error.template += ".mustache"
            return error
        }
    }

    func render(_ root: Root, _ view: View) -> String {
        library.render(view, withTemplate: root.rawValue) ?? ""
    }

    private static func texts(_ files: [(path: String, contents: String)]) -> [String: String] {
        var texts: [String: String] = [:]
        for file in files where file.path.hasSuffix(".mustache") {
            texts[String(file.path.dropLast(".mustache".count))] = file.contents
        }
        return texts
    }

    private static func syntaxError(in name: String, _ text: String) -> TemplateError? {
        do {
            _ = try MustacheTemplate(string: text)
            return nil
        } catch let error as MustacheTemplate.ParserError {
            return TemplateError(
                template: name, line: error.context.lineNumber, message: "the template cannot be parsed: \(error.error)"
            )
        } catch {
            return TemplateError(template: name, line: 1, message: "the template cannot be parsed: \(error)")
        }
    }
}
