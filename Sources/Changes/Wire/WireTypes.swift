import ClientModel

extension WireComparison {
    /// Compares the types of one place of both documents.
    ///
    /// - Parameter bounds: what the place itself says of its values; what named types say is added.
    mutating func compare(
        _ old: TypeReference, _ new: TypeReference, _ site: Site, _ direction: Direction,
        bounds: (old: [Bound], new: [Bound]) = ([], [])
    ) {
        let (before, after) = (Resolved(old, in: self.old), Resolved(new, in: self.new))
        compareBounds(bounds.old + before.bounds, bounds.new + after.bounds, site, direction)
        if before.isNullable != after.isNullable {
            add(
                after.isNullable ? .widens : .narrows, in: direction,
                after.isNullable ? "became-nullable" : "became-not-nullable", site,
                "\(site.title) \(after.isNullable ? "may" : "can no longer") be `null`")
        }
        switch (before.type, after.type) {
        case (.array(let was), .array(let now)):
            compare(was, now, site.inner("the elements of "), direction)
        case (.dictionary(let was), .dictionary(let now)):
            compare(was, now, site.inner("the members of "), direction)
        case (.named(let was), .named(let now)) where self.old[was].shape.isLike(self.new[now].shape):
            enqueue(was, now, site, direction)
        case (let was, let now):
            guard let effect = effect(was, now, asText: site.isText) else { return }
            add(
                effect, in: direction, "type-changed", site,
                "\(site.title) is \(code(newNames.spelled(now).text)); it was \(code(oldNames.spelled(was).text))")
        }
    }

    /// What replacing one type by another does to the set of its values; `nil` where both have the same.
    private func effect(_ old: TypeReference, _ new: TypeReference, asText isText: Bool) -> Effect? {
        if isSame(old, new) { return nil }
        if isText, case .scalar = old, new == .scalar(.string) { return .widens }
        if isText, case .scalar = new, old == .scalar(.string) { return .narrows }
        if includes(new, newNames, old, oldNames) { return .widens }
        return includes(old, oldNames, new, newNames) ? .narrows : .incomparable
    }

    /// Whether each value of `part` is one of `whole`, as far as it can be told without looking into structures.
    private func includes(_ whole: TypeReference, _ a: TypeNames, _ part: TypeReference, _ b: TypeNames) -> Bool {
        switch (whole, part) {
        case (.json, _): return true
        case (.dictionary(.json), .dictionary): return true
        case (.dictionary(.json), .named(let id)):
            if case .structure = b.api[id].shape { return true } else { return false }
        case (.array(let wide), .array(let narrow)): return includes(wide, a, narrow, b)
        case (.scalar(let wide), .scalar(let narrow)): return narrow.isPart(of: wide)
        case (.scalar(let wide), .named(let id)):
            guard case .enumeration(let enumeration) = b.api[id].shape else { return false }
            return wide.contains(enumeration)
        case (.named(let id), _):
            guard case .union(let union) = a.api[id].shape else { return false }
            return union.cases.contains { Self.isSame(Resolved($0.type, in: a.api).type, a, part, b) }
        default: return false
        }
    }

    func isSame(_ old: TypeReference, _ new: TypeReference) -> Bool { Self.isSame(old, oldNames, new, newNames) }

    /// Whether two references mean the same declaration or the same kind of value.
    private static func isSame(
        _ one: TypeReference, _ a: TypeNames, _ other: TypeReference, _ b: TypeNames
    ) -> Bool {
        switch (one, other) {
        case (.scalar(let left), .scalar(let right)): return left == right
        case (.json, .json): return true
        case (.array(let left), .array(let right)), (.dictionary(let left), .dictionary(let right)),
            (.nullable(let left), .nullable(let right)):
            return isSame(left, a, right, b)
        case (.named(let left), .named(let right)):
            let isFound =
                a.api[left].stablePointer == b.api[right].stablePointer
                || a.path(of: .type(left)) == b.path(of: .type(right))
            return isFound && a.api[left].shape.isLike(b.api[right].shape)
        default: return false
        }
    }
}

/// A type without the aliases and the `null` around it.
struct Resolved {
    var type: TypeReference
    var isNullable = false
    /// What the aliases on the way say.
    var bounds: [Bound] = []

    init(_ type: TypeReference, in api: API) {
        self.type = type
        while true {
            switch self.type {
            case .nullable(let wrapped):
                isNullable = true
                self.type = wrapped
            case .named(let id):
                guard case .alias(let target) = api[id].shape else { return }
                bounds += api[id].documentation.bounds
                self.type = target
            default: return
            }
        }
    }
}

extension Site {
    /// A part of what is compared, under the same subject.
    func inner(_ words: String) -> Site {
        Site(subject: subject + " []", title: words + title, old: old, new: new, isText: isText)
    }
}

extension TypeDeclaration.Shape {
    /// Whether both are of the same kind, so that their parts can be compared.
    fileprivate func isLike(_ other: Self) -> Bool {
        switch (self, other) {
        case (.structure, .structure), (.union, .union): true
        case (.enumeration(let left), .enumeration(let right)): left.rawType == right.rawType
        default: false
        }
    }
}

extension Enumeration.RawType {
    fileprivate var scalar: ScalarType {
        switch self {
        case .string: .string
        case .integer: .integer
        case .unsigned: .uint64
        case .number: .double
        case .boolean: .boolean
        }
    }
}

extension ScalarType {
    /// Whether each value of an enumeration is one of this type.
    fileprivate func contains(_ enumeration: Enumeration) -> Bool {
        let raw = enumeration.rawType.scalar
        if raw == self || raw.isPart(of: self) { return true }
        guard raw == .integer else { return false }
        // A format limits integers, which are written without one.
        return enumeration.cases.allSatisfy { value in
            guard case .integer(let number) = value.value else { return false }
            return switch self {
            case .int32: Int32(exactly: number) != nil
            case .int64: true
            case .uint64: number >= 0
            default: false
            }
        }
    }

    /// Whether each of its values, as JSON, is one of another type's.
    fileprivate func isPart(of other: ScalarType) -> Bool {
        switch other {
        case .string: [.dateTime, .instant, .date, .time, .duration, .uuid, .url, .base64, .binary].contains(self)
        case .double: [.integer, .int32, .int64, .uint64, .float, .unixTime].contains(self)
        case .integer: [.int32, .int64, .uint64].contains(self)
        case .int64: self == .int32
        default: false
        }
    }
}
