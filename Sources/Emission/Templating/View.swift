import Mustache

/// The values of one ``ViewType``: what a template sees.
///
/// A key the type declares and the view leaves out is absent: its section is skipped, its inverted section rendered.
struct View: MustacheParent {
    private let type: ViewType
    private var values: [String: any Sendable]

    init(_ type: ViewType, _ values: [String: Value?] = [:]) {
        self.type = type
        self.values = values.compactMapValues { $0?.content }
    }

    /// What a key may hold.
    enum Value {
        case code(Code)
        case markdown(Markdown)
        case codes([Code])
        case flag(Bool)
        case view(View)
        case views([View])

        /// What Mustache is given. Absent things are `nil`, since it takes an empty text for a value.
        fileprivate var content: (any Sendable)? {
            switch self {
            case .code(let code): code.isEmpty ? nil : code
            case .markdown(let text): text.isEmpty ? nil : text
            case .codes(let codes): codes.isEmpty ? nil : SlotLines(codes: codes)
            case .flag(let flag): flag ? true : nil
            case .view(let view): view
            case .views(let views): views.isEmpty ? nil : views
            }
        }
    }

    /// An absent key of this view is there as nothing: otherwise Mustache would go on looking in the views around this one.
    func child(named name: String) -> Any? {
        values[name] ?? (type.names.contains(name) ? Absent() as any MustacheCustomRenderable : nil)
    }

    private struct Absent: MustacheCustomRenderable {
        var renderText: String { "" }
        var isNull: Bool { true }
    }

    var keys: [String] { values.keys.sorted() }
}
