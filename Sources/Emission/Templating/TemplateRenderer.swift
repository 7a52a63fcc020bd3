/// Renders templates with views, writing to one text.
struct TemplateRenderer {
    let templates: [String: Template]
    private(set) var text = ""
    /// The view, and those around it, outermost first.
    private var stack: [View]

    init(_ templates: [String: Template], _ view: View) {
        self.templates = templates
        stack = [view]
    }

    mutating func render(_ name: String, element: String? = nil) {
        if let template = templates[name] { render(template.parts, element) }
    }

    /// - Parameter element: what `{{.}}` stands for.
    private mutating func render(_ parts: [Template.Part], _ element: String?) {
        for part in parts {
            switch part {
            case .text(let text): self.text += text
            case .element: if let element { text += element }
            case .slot(let name): print(value(name))
            case .section(let name, let parts): if let value = value(name) { render(parts, for: value, element) }
            case .inverted(let name, let parts): if value(name) == nil { render(parts, element) }
            case .partial(let name, ""): render(name, element: element)
            case .partial(let name, let indentation):
                if let template = templates[name] { render(template.indented(by: indentation).parts, element) }
            }
        }
    }

    /// The innermost view that declares a key says what it is.
    private func value(_ name: String) -> View.Value? {
        for view in stack.reversed() {
            if let value = view[name] { return value }
            if view.declares(name) { return nil }
        }
        return nil
    }

    private mutating func print(_ value: View.Value?) {
        switch value {
        case .code(let code): text += code.text
        case .markdown(let markdown): text += markdown.text
        case .codes, .flag, .view, .views, nil: break
        }
    }

    private mutating func render(_ parts: [Template.Part], for value: View.Value, _ element: String?) {
        switch value {
        case .code(let code): render(parts, code.text)
        case .markdown(let markdown): render(parts, markdown.text)
        case .codes(let codes): for code in codes { render(parts, code.text) }
        case .flag: render(parts, element)
        case .view(let view): render(parts, with: view)
        case .views(let views): for view in views { render(parts, with: view) }
        }
    }

    private mutating func render(_ parts: [Template.Part], with view: View) {
        stack.append(view)
        render(parts, nil)
        stack.removeLast()
    }
}
