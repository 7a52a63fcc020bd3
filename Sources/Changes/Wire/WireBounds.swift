import ClientModel

extension WireComparison {
    /// Compares what both documents say of the values of one place.
    mutating func compareBounds(_ old: [Bound], _ new: [Bound], _ site: Site, _ direction: Direction) {
        if old == new { return }
        for keyword in Bound.Keyword.allCases {
            let was = old.first { $0.keyword == keyword }?.value
            let now = new.first { $0.keyword == keyword }?.value
            guard was != now, let effect = keyword.effect(was, now) else { continue }
            let change = was == nil ? "set" : now == nil ? "unset" : "changed"
            let inner = Site(
                subject: "\(site.subject) \(keyword.rawValue)", title: site.title, old: site.old, new: site.new)
            add(
                effect, in: direction, "bound-\(change)", inner,
                "\(code(keyword.rawValue)) of \(site.title) is \(now.map { "\(code($0))" } ?? "no longer given")"
                    + (was.map { "; it was \(code($0))" } ?? ""))
        }
    }
}

extension Bound.Keyword {
    /// What another value does; `nil` where both are the same number.
    fileprivate func effect(_ old: String?, _ new: String?) -> Effect? {
        guard let old else { return .narrows }
        guard let new else { return .widens }
        guard let was = Double(old), let now = Double(new) else { return .incomparable }
        if was == now { return nil }
        switch self {
        case .minimum, .exclusiveMinimum, .minLength, .minItems, .minProperties: return now > was ? .narrows : .widens
        case .maximum, .exclusiveMaximum, .maxLength, .maxItems, .maxProperties: return now < was ? .narrows : .widens
        case .multipleOf:
            if (now / was).rounded() * was == now { return .narrows }
            return (was / now).rounded() * now == was ? .widens : .incomparable
        case .pattern, .format, .uniqueItems: return .incomparable
        }
    }
}
