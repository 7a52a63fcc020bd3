import ClientModel

/// What callers of the old client notice of the new one when they compile.
struct SurfaceComparison {
    private(set) var changes: [Change] = []
    private let old: Surface
    private let new: Surface
    private let newByKey: [String: Symbol]
    private let oldKeys: Set<String>
    /// The keys of the new version's symbols, by what they stand for.
    let newByIdentity: [String: String]
    /// Keys of declarations that are no longer what they were: what stands in them is not looked at.
    private var gone: Set<String> = []
    private let isOneModule: Bool

    init(_ old: API, _ new: API, isOneModule: Bool = false) {
        self.isOneModule = isOneModule
        let keys = OperationKeys(old, new)
        let renamed = Self.renamedTypes(old, new, keys)
        let names = (TypeNames(old, renamed: renamed), TypeNames(new))
        let overloaded = Surface.overloaded(old, names.0).union(Surface.overloaded(new, names.1))
        self.old = Surface(old, names: names.0, keys: keys, overloaded: overloaded)
        self.new = Surface(new, names: names.1, keys: keys, overloaded: overloaded)
        newByKey = Dictionary(self.new.symbols.map { ($0.lookup, $0) }) { first, _ in first }
        newByIdentity = Dictionary(self.new.symbols.map { (Self.identityKey($0, in: $0.parent), $0.key) }) { first, _ in
            first
        }
        oldKeys = Set(self.old.symbols.map(\.lookup))
        let found = NewSymbols(self.new.symbols.filter { !oldKeys.contains($0.lookup) })
        for symbol in self.old.symbols { compare(symbol, found) }
        addAdditions()
    }

    /// The types and groups that have another name in Swift and are the same in the document.
    private static func renamedTypes(_ old: API, _ new: API, _ keys: OperationKeys) -> [String: String] {
        let before = Surface(old, names: TypeNames(old), keys: keys)
        let after = Surface(new, names: TypeNames(new), keys: keys)
        let types = (before.symbols.filter(\.kind.isType), after.symbols.filter(\.kind.isType))
        let (oldNames, newNames) = (Set(types.0.map(\.name)), Set(types.1.map(\.name)))
        let candidates = Dictionary(
            types.1.filter { !oldNames.contains($0.name) && !$0.identity.isEmpty }.map { ($0.identity, $0.name) }
        ) { first, _ in first }
        var renamed: [String: String] = [:]
        for symbol in types.0 where !newNames.contains(symbol.name) {
            if let name = candidates[symbol.identity] { renamed[symbol.name] = name }
        }
        return renamed
    }

    // MARK: One symbol

    private mutating func compare(_ symbol: Symbol, _ found: NewSymbols) {
        guard !gone.contains(symbol.parent) else {
            gone.insert(symbol.key)
            return
        }
        guard let other = newByKey[symbol.lookup] else { return reportMissing(symbol, found) }
        reportRename(symbol, other)
        guard symbol.kind == other.kind else {
            gone.insert(symbol.key)
            return reportKind(symbol, other)
        }
        if let rebinding = rebinding(symbol, other) {
            add(.swift, rebinding.kind, symbol, other, rebinding.message)
        }
        if symbol.type != other.type { reportType(symbol, other) }
        compareCalls(symbol, other)
        if other.isDeprecated, !symbol.isDeprecated {
            add(.safe, "method-deprecated", symbol, other, "\(symbol.title) is deprecated")
        }
    }

    private mutating func reportMissing(_ symbol: Symbol, _ found: NewSymbols) {
        gone.insert(symbol.key)
        guard let other = found.same(as: symbol) else {
            return add(.swift, symbol.kind.name + "-removed", symbol, nil, "\(symbol.title) is gone")
        }
        let isMoved = symbol.parent != other.parent
        add(
            .swift, "\(symbol.kind.name)-\(isMoved ? "moved" : "renamed")", symbol, other,
            "\(symbol.title) is \(isMoved ? "now" : "called") \(code(other.name))\(isMoved ? "" : " now")")
    }

    /// A type under another name; what is nested in it goes with it.
    private mutating func reportRename(_ symbol: Symbol, _ other: Symbol) {
        guard symbol.kind.isType, symbol.name != other.name else { return }
        let last = symbol.name.split(separator: ".").last ?? ""
        if !symbol.parent.isEmpty, symbol.key == "\(symbol.parent).\(last)" { return }
        let isMoved = other.name.split(separator: ".").last == last
        add(
            .swift, symbol.kind.name + (isMoved ? "-moved" : "-renamed"), symbol, other,
            "\(symbol.title) is \(isMoved ? "now" : "called") \(code(other.name))\(isMoved ? "" : " now")")
    }

    private mutating func reportKind(_ symbol: Symbol, _ other: Symbol) {
        let lost = symbol.kind.conformances.filter { !other.kind.conformances.contains($0) }
        let isTold = symbol.kind != .alias && other.kind != .alias && !lost.isEmpty
        add(
            .swift, "type-kind-changed", symbol, other,
            "\(symbol.title) was \(symbol.described) and is \(other.described)"
                + (isTold ? "; it no longer conforms to \(lost.map { "\(code($0))" }.joined(separator: ", "))" : ""))
    }

    private mutating func reportType(_ symbol: Symbol, _ other: Symbol) {
        let (before, after) = Spelling.told(symbol.type, other.type)
        let message: String =
            switch symbol.kind {
            case .enumCase where before.isEmpty: "\(symbol.title) has a payload, \(code(after))"
            case .enumCase where after.isEmpty: "\(symbol.title) no longer has a payload"
            case .enumCase: "the payload of \(symbol.title) is \(code(after)); it was \(code(before))"
            case .openEnum: "the raw values of \(symbol.title) are \(code(after)); they were \(code(before))"
            case .alias: "\(symbol.title) is an alias of \(code(after)); it was an alias of \(code(before))"
            default: "\(symbol.title) is \(code(after)); it was \(code(before))"
            }
        add(.swift, symbol.kind.name + "-type-changed", symbol, other, message)
    }

    // MARK: Calls

    private mutating func compareCalls(_ symbol: Symbol, _ other: Symbol) {
        guard symbol.kind != .server || symbol.calls.isEmpty == other.calls.isEmpty else {
            return add(
                .swift, "server-kind-changed", symbol, other,
                other.calls.isEmpty
                    ? "\(symbol.title) takes no arguments any more" : "\(symbol.title) is a function of its variables")
        }
        guard let before = symbol.calls.first, let after = other.calls.first else { return }
        var told: Set<String> = []
        for problem in symbol.calls.flatMap({ $0.problems(with: other.calls) })
        where told.insert("\(problem.kind) \(problem.label)").inserted {
            add(
                .swift, symbol.kind.name + "-" + problem.kind, symbol, other, "\(symbol.title) \(problem.text)",
                part: problem.label)
        }
        if before.result != after.result {
            let (was, now) = Spelling.told(before.result, after.result)
            add(
                .swift, "method-result-changed", symbol, other,
                "\(symbol.title) returns \(code(now)); it returned \(code(was))")
        }
        if before.failure != after.failure {
            let (was, now) = Spelling.told(before.failure, after.failure)
            add(
                .swift, "method-failure-changed", symbol, other,
                "the documented error of \(symbol.title) is \(code(now)); it was \(code(was))")
        }
    }

    // MARK: What is new

    private mutating func addAdditions() {
        let added = new.symbols.filter { !oldKeys.contains($0.lookup) }
        let keys = Set(added.map(\.key))
        let taken = Set(
            changes.compactMap { $0.kind.hasSuffix("-renamed") || $0.kind.hasSuffix("-moved") ? $0.new : nil })
        for symbol in added where !keys.contains(symbol.parent) && !gone.contains(symbol.parent) {
            // Groups are told by their property.
            guard symbol.kind != .group, !taken.contains(symbol.spot) else { continue }
            let breaksSwitches = isOneModule && symbol.kind == .enumCase
            add(
                breaksSwitches ? .swift : .safe, symbol.kind.name + "-added", nil, symbol,
                "\(symbol.title) is new" + (breaksSwitches ? "; a `switch` over all cases no longer compiles" : ""))
        }
    }

    private mutating func add(
        _ verdict: Change.Verdict, _ kind: String, _ old: Symbol?, _ new: Symbol?, _ message: String,
        part: String = ""
    ) {
        let name = old?.name ?? new?.name ?? ""
        changes.append(
            Change(
                verdict, "swift-" + kind, part.isEmpty ? name : name + " " + part, message, old: old?.spot,
                new: new?.spot))
    }
}

/// The symbols that only the new version has, to find those of the old one again under other names.
private struct NewSymbols {
    private var byIdentity: [String: Symbol] = [:]

    init(_ symbols: [Symbol]) {
        for symbol in symbols where !symbol.identity.isEmpty {
            byIdentity[Self.key(symbol, anywhere: false)] = symbol
            byIdentity[Self.key(symbol, anywhere: true)] = symbol
        }
    }

    /// An operation and a group may have moved; a member is looked for in its own type.
    func same(as symbol: Symbol) -> Symbol? {
        byIdentity[Self.key(symbol, anywhere: symbol.kind == .method)]
    }

    private static func key(_ symbol: Symbol, anywhere: Bool) -> String {
        "\(symbol.kind) \(anywhere ? "*" : symbol.parent) \(symbol.identity)"
    }
}
