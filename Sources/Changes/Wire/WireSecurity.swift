import ClientModel

extension WireComparison {
    /// Whoever could call the operation with the old credentials has to be able to call it still.
    mutating func compareSecurity(_ old: Operation, _ new: Operation) {
        let (before, after) = (old.security.alternatives, new.security.alternatives)
        for alternative in before where !after.contains(where: { $0.requires(noMoreThan: alternative) }) {
            let lost = alternative.isEmpty ? "without credentials" : "with \(alternative.words)"
            add(
                .wire, "security-narrowed", "\(old.title) \(alternative.isEmpty ? "none" : alternative.words)",
                "\(code(old.title)) can no longer be called \(lost)", old.spot, new.spot)
        }
        for alternative in after where !before.contains(alternative) {
            let way = alternative.isEmpty ? "without credentials" : "with \(alternative.words)"
            add(
                .safe, "security-added", "\(old.title) \(alternative.isEmpty ? "none" : alternative.words)",
                "\(code(old.title)) can also be called \(way)", old.spot, new.spot)
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
