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
            lines += ["| key | kind | what it is | for example |", "| --- | --- | --- | --- |"]
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

        The templates are Mustache. `clientsmith templates export DIR` writes them to a folder of yours; `templates: DIR` in the configuration or
        `--templates DIR` uses those of that folder in place of the tool's own of the same path. Keep only the files you change: the others come
        from the tool, and get better with it. `swift/` and `pages/` hold the templates and the partials they include; a file of your own is used
        where a template includes it with `{{> path/without/ending}}`. The sources under `ClientRuntime/` are no templates and are copied as they
        are; a file of the same name replaces one.

        A template prints typed slots and nothing else, each encoded for its place, so that no text of a document becomes code:

        | kind | in a template |
        | --- | --- |
        | slot | printed with `{{key}}`; opened with `{{#key}}` where it is there, and then printed with `{{.}}` |
        | slots | opened with `{{#key}}`, once for each, which is printed with `{{.}}` |
        | flag | opened with `{{#key}}` or, where it is not there, with `{{^key}}` |
        | view | opened with `{{#key}}` where it is there; inside are its keys and those around it |
        | views | opened with `{{#key}}`, once for each |

        Before anything is rendered, every tag of every template is held against these views, also in sections that this time are not rendered. A key
        that no view has is an error with file and line, and with the key that was probably meant. Line breaks and indentation of Swift come
        from its brackets, whatever a template has.

        ## The templates

        | template | view | what becomes of it |
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
