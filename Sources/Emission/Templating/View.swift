/// The values of one ``ViewType``: what a template sees.
///
/// A key the type declares and the view leaves out is absent: its section is skipped, its inverted section rendered.
struct View: Sendable {
    private let declared: [ViewType.Key]
    private var values: [(name: String, value: Value)]

    init(_ type: ViewType, _ values: KeyValuePairs<String, Value?> = [:]) {
        self.init(type, pairs: values)
    }

    init(_ type: ViewType, pairs: some Collection<(key: String, value: Value?)>) {
        declared = type.keys
        values = []
        values.reserveCapacity(pairs.count)
        for pair in pairs {
            if let value = pair.value, !value.isAbsent { values.append((pair.key, value)) }
        }
    }

    /// What a key may hold.
    enum Value: Sendable {
        case code(Code)
        case markdown(Markdown)
        case codes([Code])
        case flag(Bool)
        case view(View)
        case views([View])

        fileprivate var isAbsent: Bool {
            switch self {
            case .code(let code): code.isEmpty
            case .markdown(let text): text.isEmpty
            case .codes(let codes): codes.isEmpty
            case .flag(let flag): !flag
            case .view: false
            case .views(let views): views.isEmpty
            }
        }
    }

    /// The value of a key, or `nil` where it is absent.
    subscript(name: String) -> Value? { values.first { $0.name == name }?.value }

    /// Whether the key is this view's, be it absent or not: otherwise it is looked for in the views around this one.
    func declares(_ name: String) -> Bool { declared.contains { $0.name == name } }

    var keys: [String] { values.map(\.name).sorted() }
}
