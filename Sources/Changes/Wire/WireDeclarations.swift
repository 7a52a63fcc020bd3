import ClientModel
import Diagnostics

extension WireComparison {
    /// - Parameter subject: The place that is told, instead of the declaration.
    mutating func compare(_ pair: Pair, _ subject: String?) {
        let (before, after) = (old[pair.old], new[pair.new])
        let name = subject ?? oldNames.path(of: .type(pair.old)).text
        let site = Site(subject: name, title: "\(code(name))", old: before.spot, new: after.spot)
        compareBounds(before.documentation.bounds, after.documentation.bounds, site, pair.direction)
        switch (before.shape, after.shape) {
        case (.structure(let was), .structure(let now)): compare(was, now, site, pair.direction)
        case (.enumeration(let was), .enumeration(let now)): compare(was, now, site, pair.direction)
        case (.union(let was), .union(let now)): compare(was, now, site, pair.direction)
        default: break
        }
    }

    // MARK: Objects

    private mutating func compare(_ old: Structure, _ new: Structure, _ site: Site, _ direction: Direction) {
        let (before, after) = (old.properties(in: direction), new.properties(in: direction))
        for property in before {
            let inner = site.member(property.wireName, property, nil)
            guard let other = after.first(where: { $0.wireName == property.wireName }) else {
                // Nothing says that a member which is no longer described is still taken; who reads one that could be missing can do without.
                add(
                    direction == .request ? .narrows : property.isAlwaysThere ? .widens : .narrows, in: direction,
                    "property-removed", inner, "\(inner.title) is gone")
                continue
            }
            compare(property, other, site.member(property.wireName, property, other), direction)
        }
        for property in new.properties(in: direction)
        where !before.contains(where: { $0.wireName == property.wireName }) {
            let inner = site.member(property.wireName, nil, property)
            let isRequired = property.isAlwaysThere
            add(
                direction == .request && isRequired ? .wire : .safe,
                "property-added\(direction == .request && isRequired ? "-required" : "")", inner.subject,
                direction == .request && isRequired
                    ? "\(inner.title) is new, and required in requests" : "\(inner.title) is new", inner.old, inner.new)
        }
        compareAdditional(old, new, site, direction)
    }

    private mutating func compareAdditional(
        _ old: Structure, _ new: Structure, _ site: Site, _ direction: Direction
    ) {
        guard let was = old.additionalProperties, let now = new.additionalProperties else { return }
        compare(was, now, site.inner("the additional members of "), direction)
    }

    private mutating func compare(_ old: Property, _ new: Property, _ site: Site, _ direction: Direction) {
        if old.isAlwaysThere != new.isAlwaysThere {
            add(
                new.isAlwaysThere ? .narrows : .widens, in: direction,
                new.isAlwaysThere ? "property-became-required" : "property-became-optional", site,
                "\(site.title) is \(new.isAlwaysThere ? "required" : "optional") now")
        }
        // Of an optional property of an answer the model does not say it, since clients read `null` as absent.
        let isTold = direction == .request || old.isAlwaysThere && new.isAlwaysThere
        if isTold, old.mayBeNull != new.mayBeNull {
            add(
                new.mayBeNull ? .widens : .narrows, in: direction,
                new.mayBeNull ? "became-nullable" : "became-not-nullable", site,
                "\(site.title) \(new.mayBeNull ? "may" : "can no longer") be `null`")
        }
        if direction == .request { compareDefaults(old.defaultValue, new.defaultValue, site) }
        compare(
            old.type, new.type, site, direction, bounds: (old.documentation.bounds, new.documentation.bounds))
    }

    // MARK: Sets of values

    /// A value that is new in answers is kept by clients that do not know it.
    private mutating func compare(
        _ old: Enumeration, _ new: Enumeration, _ site: Site, _ direction: Direction
    ) {
        for value in old.cases where !new.cases.contains(where: { $0.value == value.value }) {
            let inner = site.value(value.value.text, value.place, nil)
            add(.narrows, in: direction, "value-removed", inner, "\(inner.title) is gone")
        }
        for value in new.cases where !old.cases.contains(where: { $0.value == value.value }) {
            let inner = site.value(value.value.text, nil, value.place)
            add(.safe, "value-added", inner.subject, "\(inner.title) is new", inner.old, inner.new)
        }
    }

    // MARK: Unions

    private mutating func compare(_ old: Union, _ new: Union, _ site: Site, _ direction: Direction) {
        compareSelection(old, new, site, direction)
        for (index, branch) in old.cases.enumerated() {
            let subject = "\(site.subject).\(branch.name)"
            let title = "the branch \(code(branch.name)) of \(site.title)"
            let inner = Site(subject: subject, title: title, old: branch.spot(site.old), new: site.new)
            guard let position = match(branch, index, old, new) else {
                add(.narrows, in: direction, "branch-removed", inner, "\(title) is gone")
                continue
            }
            let other = new.cases[position]
            compare(
                branch.type, other.type,
                Site(subject: subject, title: title, old: inner.old, new: other.spot(site.new)), direction)
        }
        for (position, branch) in new.cases.enumerated() {
            guard !old.cases.enumerated().contains(where: { match($1, $0, old, new) == position }) else { continue }
            // Clients keep a branch they do not know.
            add(
                .safe, "branch-added", "\(site.subject).\(branch.name)",
                "the branch \(code(branch.name)) of \(site.title) is new", site.old, branch.spot(site.new))
        }
    }

    /// The branch of the new union that takes what the old one took: by tag, by type, by name.
    private func match(_ branch: Union.Case, _ index: Int, _ old: Union, _ new: Union) -> Int? {
        let tags = old.tags(of: index)
        if let position = new.cases.indices.first(where: { !tags.isDisjoint(with: new.tags(of: $0)) }) {
            return position
        }
        // Branches of one `allOf` have one pointer.
        let same = new.cases.indices.filter { isSame(branch.type, new.cases[$0].type) }
        if !tags.isEmpty, new.property != nil {
            // One whose tags are all new has been given them.
            let known = old.cases.indices.reduce(into: Set<String>()) { $0.formUnion(old.tags(of: $1)) }
            return same.first { known.isDisjoint(with: new.tags(of: $0)) }
        }
        return same.first { new.cases[$0].name == branch.name } ?? same.first
            ?? new.cases.firstIndex { $0.name == branch.name }
    }

    private mutating func compareSelection(_ old: Union, _ new: Union, _ site: Site, _ direction: Direction) {
        guard let was = old.property, was != new.property else { return compareTags(old, new, site, direction) }
        add(
            .incomparable, in: direction, "discriminator-changed", site,
            "\(site.title) is distinguished by \(new.property.map { "\(code($0))" } ?? "its shape"); it was by \(code(was))"
        )
    }

    private mutating func compareTags(_ old: Union, _ new: Union, _ site: Site, _ direction: Direction) {
        for (index, branch) in old.cases.enumerated() where new.property != nil {
            guard let position = match(branch, index, old, new) else { continue }
            let (was, now) = (old.tags(of: index), new.tags(of: position))
            let (lost, added) = (was.subtracting(now).sorted(), now.subtracting(was).sorted())
            for (number, tag) in lost.enumerated() {
                let inner = Site(
                    subject: "\(site.subject) \(tag)", title: "the tag \(code(tag)) of \(site.title)", old: site.old,
                    new: site.new)
                let isReplaced = number < added.count
                add(
                    .incomparable, in: direction, isReplaced ? "tag-changed" : "tag-removed", inner,
                    isReplaced ? "\(inner.title) is \(code(added[number])) now" : "\(inner.title) is gone")
            }
            for tag in added.dropFirst(lost.count) {
                add(
                    .safe, "tag-added", "\(site.subject) \(tag)",
                    "the tag \(code(tag)) of \(site.title), for its branch \(code(branch.name)), is new", site.old,
                    site.new)
            }
        }
    }
}

extension Structure {
    /// Those that travel: a read-only property is not sent, a write-only one not answered.
    fileprivate func properties(in direction: Direction) -> [Property] {
        properties.filter { direction == .request ? !$0.isReadOnly : !$0.isWriteOnly }
    }
}

extension Property {
    fileprivate var isAlwaysThere: Bool { presence == .required || presence == .requiredNullable }
    fileprivate var mayBeNull: Bool { presence == .requiredNullable || presence == .optionalNullable }
}

extension Union {
    fileprivate var property: String? { if case .discriminator(let property, _) = selection { property } else { nil } }

    fileprivate func tags(of index: Int) -> Set<String> {
        guard case .discriminator(_, let mapping) = selection else { return [] }
        return Set(mapping.filter { $0.case == index }.map(\.value))
    }
}

extension Union.Case {
    fileprivate func spot(_ union: Change.Spot?) -> Change.Spot {
        Change.Spot(pointer: union?.pointer ?? "", place: place)
    }
}

extension Site {
    /// A property of the type.
    fileprivate func member(_ name: String, _ old: Property?, _ new: Property?) -> Site {
        Site(
            subject: "\(subject).\(name)", title: code("\(subject).\(name)"),
            old: old.map { Change.Spot(place: $0.place) } ?? self.old,
            new: new.map { Change.Spot(place: $0.place) } ?? self.new)
    }

    /// A value of the type.
    fileprivate func value(_ text: String, _ old: Place?, _ new: Place?) -> Site {
        Site(
            subject: "\(subject) \(text)", title: "the value \(code(text)) of \(title)",
            old: self.old.map { Change.Spot(pointer: $0.pointer, place: old ?? $0.place) },
            new: self.new.map { Change.Spot(pointer: $0.pointer, place: new ?? $0.place) })
    }
}
