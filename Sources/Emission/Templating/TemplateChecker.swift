import Diagnostics

/// Reads a template's tags and holds every name against the view it is used in.
///
/// Mustache prints nothing for a name it does not know, so a misspelling has to be found before rendering, also in sections
/// that happen not to be rendered this time.
struct TemplateChecker {
    var templates: [String: String]
    private(set) var errors: [TemplateError] = []
    private var visited: Set<String> = []

    init(templates: [String: String]) { self.templates = templates }

    /// Checks the template and the partials it reaches, `type` being the view it is rendered with.
    mutating func check(_ name: String, with type: ViewType) {
        check(name, stack: [type], element: nil)
    }

    private mutating func check(_ name: String, stack: [ViewType], element: Element?) {
        guard let text = templates[name], visited.insert(name + "/" + (stack.last?.name ?? "")).inserted else { return }
        var state = State(template: name, stack: stack, element: element)
        for tag in TemplateTag.tags(of: Array(text.utf8)) { apply(tag, to: &state) }
        if let section = state.sections.last {
            report(state.template, section.line, "section '\(section.name)' is never closed")
        }
    }

    /// What `{{.}}` stands for in the innermost section.
    private enum Element { case slot }

    private struct State {
        var template: String
        var stack: [ViewType]
        var element: Element?
        var sections: [(name: String, line: Int, restore: (stack: [ViewType], element: Element?))] = []
    }

    private mutating func apply(_ tag: TemplateTag, to state: inout State) {
        switch tag.kind {
        case .variable: checkVariable(tag, state)
        case .section(let isInverted): open(tag, isInverted: isInverted, &state)
        case .end: close(tag, &state)
        case .partial: checkPartial(tag, state)
        case .ignored: break
        case .unsupported(let what): report(state.template, tag.line, "\(what) is not supported here")
        case .malformed(let what): report(state.template, tag.line, what)
        }
    }

    private mutating func checkVariable(_ tag: TemplateTag, _ state: State) {
        if tag.name == "." {
            if state.element == nil {
                report(state.template, tag.line, "'{{.}}' is only allowed inside a list of slots")
            }
            return
        }
        guard let key = lookUp(tag, state) else { return }
        guard case .slot = key.kind else {
            report(
                state.template, tag.line,
                "'\(tag.name)' is not a slot and can't be printed; open it with '{{#\(tag.name)}}'")
            return
        }
    }

    private mutating func open(_ tag: TemplateTag, isInverted: Bool, _ state: inout State) {
        state.sections.append((tag.name, tag.line, (state.stack, state.element)))
        guard let key = lookUp(tag, state), !isInverted else { return }
        switch key.kind {
        case .flag: break
        case .slot, .slots: state.element = .slot
        case .view(let type), .views(let type):
            state.stack.append(type())
            state.element = nil
        }
    }

    private mutating func close(_ tag: TemplateTag, _ state: inout State) {
        guard let section = state.sections.popLast() else {
            report(state.template, tag.line, "'{{/\(tag.name)}}' closes a section that is not open")
            return
        }
        if section.name != tag.name {
            report(
                state.template, tag.line,
                "'{{/\(tag.name)}}' does not match the open section '\(section.name)' of line \(section.line)")
        }
        (state.stack, state.element) = section.restore
    }

    private mutating func checkPartial(_ tag: TemplateTag, _ state: State) {
        guard templates[tag.name] != nil else {
            let hint = hint(tag.name, among: templates.keys.sorted())
            report(state.template, tag.line, "unknown template '\(tag.name)'", hint: hint)
            return
        }
        check(tag.name, stack: state.stack, element: state.element)
    }

    /// The key a name means: the innermost view that declares it, as Mustache climbs.
    private mutating func lookUp(_ tag: TemplateTag, _ state: State) -> ViewType.Key? {
        for type in state.stack.reversed() {
            if let key = type[tag.name] { return key }
        }
        let known = state.stack.reversed().flatMap { $0.keys.map(\.name) }
        report(
            state.template, tag.line, "'\(tag.name)' is not a key of the view '\(state.stack.last?.name ?? "")'",
            hint: hint(tag.name, among: known))
        return nil
    }

    private mutating func report(_ template: String, _ line: Int, _ message: String, hint: String? = nil) {
        errors.append(TemplateError(template: template, line: line, message: message, hint: hint))
    }

    private func hint(_ name: String, among names: [String]) -> String? {
        nearest(to: name, among: names).map { "did you mean '\($0)'?" }
    }
}
