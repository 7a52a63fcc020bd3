/// The templates of one run, parsed and checked against the views they are rendered with.
public struct TemplateSet: Sendable {
    private let templates: [String: Template]

    /// - Parameter files: Path relative to the `Templates` folder, and text. Only `swift/*.mustache` and `pages/*.mustache` are taken; a later file
    ///   replaces an earlier one of the same path.
    /// - Throws: The first ``TemplateError``; ``check(_:)`` gives all of them.
    public init(_ files: [(path: String, contents: String)]) throws {
        if let error = Self.check(files).first { throw error }
        templates = Self.texts(files).mapValues { Template($0) }
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
        return errors.map { error in
            var error = error
            error.template += ".mustache"
            return error
        }
    }

    func render(_ root: Root, _ view: View) -> String {
        var renderer = TemplateRenderer(templates, view)
        renderer.render(root.rawValue)
        return renderer.text
    }

    private static func texts(_ files: [(path: String, contents: String)]) -> [String: String] {
        var texts: [String: String] = [:]
        for file in files where file.path.hasSuffix(".mustache") {
            texts[String(file.path.dropLast(".mustache".count))] = file.contents
        }
        return texts
    }
}
