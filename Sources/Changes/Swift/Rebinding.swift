/// Names that callers still compile against, and that stand for something else of the document.
extension SurfaceComparison {
    /// What a name stands for now, if that is not what it stood for.
    ///
    /// A method always counts. A member or a type counts if what it stood for has another name now: otherwise the document itself has changed
    /// its name, which the comparison of the wire reports.
    func rebinding(_ symbol: Symbol, _ other: Symbol) -> (kind: String, message: String)? {
        guard !symbol.identity.isEmpty, symbol.identity != other.identity else { return nil }
        let (before, after) = (code(symbol.identity), code(other.identity))
        switch symbol.kind {
        case .method:
            return ("method-rebound", "\(symbol.title) now calls \(after); it called \(before)")
        case .property, .member, .structure, .openEnum, .union:
            guard isNamedOtherwise(symbol, other) else { return nil }
            return ("\(symbol.kind.name)-rebound", "\(symbol.title) now stands for \(after); it stood for \(before)")
        case .alias, .choice, .group, .groupProperty, .initializer, .enumCase, .server: return nil
        }
    }

    private func isNamedOtherwise(_ symbol: Symbol, _ other: Symbol) -> Bool {
        newByIdentity[Self.identityKey(symbol, in: other.parent)].map { $0 != other.key } ?? false
    }

    /// By the kind of declaration, and for members by the type that they are in.
    static func identityKey(_ symbol: Symbol, in parent: String) -> String {
        symbol.kind.isType ? "type \(symbol.identity)" : "\(symbol.kind) \(parent) \(symbol.identity)"
    }
}
