/// Why calls that fit one declaration do not fit another.
struct CallComparison {
    struct Problem {
        var kind: String
        /// Of the argument, or empty.
        var label: String
        /// The end of a sentence that starts with the method.
        var text: String
    }

    private(set) var problems: [Problem] = []
    private let before: Call
    private let after: Call

    init(_ before: Call, _ after: Call) {
        self.before = before
        self.after = after
        for parameter in before.parameters { compare(parameter) }
        compareOrder()
        for parameter in after.parameters where !parameter.hasDefault {
            guard
                !before.parameters.contains(where: { $0.label == parameter.label || $0.identity == parameter.identity })
            else { continue }
            add("argument-required", parameter, "needs \(parameter.title)")
        }
    }

    private mutating func compare(_ parameter: Call.Parameter) {
        guard let other = after.parameters.first(where: { $0.label == parameter.label }) else {
            return reportMissing(parameter)
        }
        if before.kind == .method, other.identity != parameter.identity,
            let moved = after.parameters.first(where: { $0.identity == parameter.identity })
        {
            return add(
                "argument-rebound", parameter,
                "sends \(parameter.title) as \(code(other.identity)); \(code(parameter.identity)) is \(moved.title) now"
            )
        }
        // A value is promoted to an optional one.
        if other.type != parameter.type, other.type != parameter.type.wrapped({ $0 + "?" }) {
            switch before.kind {
            case .method:
                let (was, now) = Spelling.told(parameter.type, other.type)
                return add(
                    "argument-type-changed", parameter,
                    "takes \(code(now)) for \(parameter.title); it took \(code(was))"
                )
            // Their arguments are properties, which are compared by themselves.
            case .memberwise: return
            case .overload: break
            }
        }
        if parameter.hasDefault, !other.hasDefault {
            add("argument-required", parameter, "needs \(parameter.title), which was optional")
        }
    }

    private mutating func reportMissing(_ parameter: Call.Parameter) {
        switch before.kind {
        case .memberwise: return
        case .method:
            if let other = after.parameters.first(where: { $0.identity == parameter.identity }) {
                return add("argument-renamed", parameter, "takes \(other.title) where it took \(parameter.title)")
            }
        case .overload: break
        }
        add("argument-removed", parameter, "no longer has \(parameter.title)")
    }

    private mutating func compareOrder() {
        let positions = before.parameters.compactMap { parameter in
            after.parameters.firstIndex { $0.label == parameter.label }
        }
        guard positions != positions.sorted() else { return }
        let order = after.parameters.filter { new in before.parameters.contains { $0.label == new.label } }
        let titles = order.map(\.title).joined(separator: ", ")
        add("arguments-reordered", nil, "takes its arguments in another order: \(titles)")
    }

    private mutating func add(_ kind: String, _ parameter: Call.Parameter?, _ text: String) {
        problems.append(Problem(kind: kind, label: parameter?.label ?? "", text: text))
    }
}

extension Call {
    /// Why none of several declarations takes what this one took; of the first, where there is a reason against each.
    func problems(with others: [Call]) -> [CallComparison.Problem] {
        let all = others.filter { $0.kind == kind }.map { CallComparison(self, $0).problems }
        if all.isEmpty, case .overload = kind {
            return [.init(kind: "overload-removed", label: "", text: "no longer takes the members of its body")]
        }
        return all.contains { $0.isEmpty } ? [] : all.first ?? []
    }
}

extension Call.Parameter {
    /// For example: `` `userAgent` ``.
    var title: String { label == "_" ? "a body" : "\(code(label))" }
}

extension Symbol {
    var title: String {
        switch kind {
        case .initializer where parent.isEmpty: "the client's initializer"
        case .server: "the server \(code(name.dropFirst("server ".count)))"
        default: "\(code(name))"
        }
    }

    /// With its target, where it is an alias.
    var described: String { kind == .alias ? "an alias of \(code(type.text))" : kind.words }
}

extension Symbol.Kind {
    /// The start of a change's kind.
    var name: String {
        switch self {
        case .structure, .openEnum, .union, .alias, .choice, .group: "type"
        case .groupProperty: "group"
        case .property: "property"
        case .initializer: "initializer"
        case .method: "method"
        case .member: "member"
        case .enumCase: "case"
        case .server: "server"
        }
    }
}
