import ClientModel

extension WireComparison {
    /// Whoever could call the operation with the old credentials has to be able to call it still.
    mutating func compareSecurity(_ old: Operation, _ new: Operation) {
        let (before, after) = (old.security.alternatives, new.security.alternatives)
        var told: [Alternative] = []
        for alternative in before where !after.contains(where: { $0.requires(noMoreThan: alternative) }) {
            let subject = "\(old.title) \(alternative.isEmpty ? "none" : alternative.words)"
            if let other = after.first(where: { !before.contains($0) && $0.hasSchemes(of: alternative) }) {
                told.append(other)
                let scopes = other.scopes(beyond: alternative)
                add(
                    .wire, "security-narrowed", subject, "\(code(old.title)) needs \(scopes)", old.spot, new.spot)
                continue
            }
            let lost = alternative.isEmpty ? "without credentials" : "with \(alternative.words)"
            add(
                .wire, "security-narrowed", subject, "\(code(old.title)) can no longer be called \(lost)", old.spot,
                new.spot)
        }
        for alternative in after where !before.contains(alternative) && !told.contains(alternative) {
            let subject = "\(old.title) \(alternative.isEmpty ? "none" : alternative.words)"
            let wider = before.first { !after.contains($0) && alternative.hasSchemes(of: $0) }
            let way = alternative.isEmpty ? "without credentials" : "with \(alternative.words)"
            let message =
                wider.map { "no longer needs \($0.scopes(beyond: alternative))" } ?? "can also be called \(way)"
            add(.safe, "security-added", subject, "\(code(old.title)) \(message)", old.spot, new.spot)
        }
        for scheme in old.usedSchemes { compareScheme(scheme) }
    }

    /// How a credential is sent; once for each scheme, however many operations ask for it.
    private mutating func compareScheme(_ name: String) {
        guard let before = old.securitySchemes.first(where: { $0.wireName == name }),
            let after = new.securitySchemes.first(where: { $0.wireName == name })
        else { return }
        let (was, now) = (before.sending, after.sending)
        guard was != now else { return }
        let pointer = "#/components/securitySchemes"
        add(
            .wire, "security-scheme-changed", name,
            "the credential \(code(name)) is sent as \(now); it was sent as \(was)",
            Change.Spot(pointer: pointer, place: before.place), Change.Spot(pointer: pointer, place: after.place))
    }
}

/// Credentials that are used together, with the scopes each has to have.
private typealias Alternative = [String: Set<String>]

extension [SecurityRequirement] {
    /// None at all is the same as one that asks for nothing.
    fileprivate var alternatives: [Alternative] {
        isEmpty ? [[:]] : map { Alternative($0.schemes.map { ($0.wireName, Set($0.scopes)) }) { $0.union($1) } }
    }
}

extension Alternative {
    fileprivate func requires(noMoreThan other: Alternative) -> Bool {
        allSatisfy { scheme, scopes in other[scheme].map(scopes.isSubset) ?? false }
    }

    /// Whether both differ in scopes alone.
    fileprivate func hasSchemes(of other: Alternative) -> Bool { !isEmpty && Set(keys) == Set(other.keys) }

    /// What is asked for in addition to another one. For example: `` the scope `write` ``.
    fileprivate func scopes(beyond other: Alternative) -> String {
        let scopes = Set(flatMap { scheme, scopes in scopes.subtracting(other[scheme] ?? []) }).sorted()
        return "the scope\(scopes.count == 1 ? "" : "s") \(scopes.map { "\(code($0))" }.joined(separator: ", "))"
    }

    /// For example: `` `oauth` (read, write) and `key` ``.
    fileprivate var words: String {
        sorted { $0.key < $1.key }
            .map { "\(code($0.key))\($0.value.isEmpty ? "" : " (\($0.value.sorted().joined(separator: ", ")))")" }
            .joined(separator: " and ")
    }
}

extension Operation {
    fileprivate var usedSchemes: [String] { Set(security.flatMap { $0.schemes.map(\.wireName) }).sorted() }
}

extension SecurityScheme {
    /// What goes over the wire.
    fileprivate var sending: String {
        let form =
            switch kind {
            case .apiKey(let location, let name): "the \(location.rawValue) \(code(name))"
            case .http(let scheme, _): "\(code(scheme)) authorization"
            case .oauth2, .openIDConnect: "`bearer` authorization"
            case .mutualTLS: "a client certificate"
            }
        return form + (prefix.map { " after \(code($0))" } ?? "")
    }
}
