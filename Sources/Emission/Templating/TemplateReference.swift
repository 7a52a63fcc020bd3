/// What template authors are told of the views, as a page of Markdown: every template with the view it is given, every view key by key.
public func templateReference() -> String {
    var page = TemplateReference()
    for root in Root.allCases { page.add(root) }
    return page.text
}

private struct TemplateReference {
    private var roots: [String] = []
    private var sections: [String] = []
    private var described: Set<String> = []

    mutating func add(_ root: Root) {
        let type = root.type
        roots.append("| `\(root.rawValue).mustache` | [\(type.name)](#\(type.anchor)) | \(type.summary) |")
        describe(type)
    }

    /// Each view once, where it is first met, those inside of it behind it.
    private mutating func describe(_ type: ViewType) {
        guard described.insert(type.name).inserted else { return }
        var lines = ["### \(type.name)", "", type.summary, ""]
        if type.keys.isEmpty {
            lines.append("It has no keys.")
        } else {
            lines += ["| key | kind | meaning | example |", "| --- | --- | --- | --- |"]
            lines += type.keys.map(row)
        }
        sections.append(lines.joined(separator: "\n"))
        for key in type.keys {
            switch key.kind {
            case .view(let inner), .views(let inner): describe(inner())
            case .slot, .slots, .flag: break
            }
        }
    }

    private func row(_ key: ViewType.Key) -> String {
        let kind =
            switch key.kind {
            case .slot: "slot"
            case .slots: "slots"
            case .flag: "flag"
            case .view(let type): "view [\(type().name)](#\(type().anchor))"
            case .views(let type): "views [\(type().name)](#\(type().anchor))"
            }
        let example = key.example.map { "`\($0.replacing("|", with: "\\|").replacing("\n", with: " "))`" } ?? ""
        return "| `\(key.name)` | \(kind) | \(key.summary.replacing("|", with: "\\|")) | \(example) |"
    }

    var text: String {
        """
        # Templates

        This page is written by `clientsmith templates describe`, from the code that fills the templates.

        Templates use the Mustache syntax. `clientsmith templates export DIR` writes them to a folder; `templates: DIR` in the configuration or
        `--templates DIR` uses the templates of that folder instead of the built-in ones with the same path. Keep only the files that you change, so
        that the others are updated with the tool. `swift/` and `pages/` contain the templates and their partials. A template includes another file
        with `{{> path/without/extension}}`. The sources in `ClientRuntime/` are copied without rendering; a file with the same name replaces one.

        A template prints only typed slots. Each is encoded for its location, so that no text of a document becomes code:

        | kind | in a template |
        | --- | --- |
        | slot | printed with `{{key}}`; opened with `{{#key}}` if it is set, and printed inside with `{{.}}` |
        | slots | opened with `{{#key}}` for each slot, which is printed with `{{.}}` |
        | flag | opened with `{{#key}}` if it is set, or with `{{^key}}` if not |
        | view | opened with `{{#key}}` if it is set; its keys and the enclosing ones are available inside |
        | views | opened with `{{#key}}` for each view |

        Every tag of every template is checked against these views before rendering, including sections that are not rendered. An unknown key is an
        error with file, line and the most similar key. Line breaks and indentation of Swift follow its brackets, not the template.

        ## The templates

        | template | view | output |
        | --- | --- | --- |
        \(roots.joined(separator: "\n"))

        ## The views

        \(sections.joined(separator: "\n\n"))

        """
    }
}

extension ViewType {
    /// As a page's links name its heading.
    fileprivate var anchor: String { name.lowercased() }
}
