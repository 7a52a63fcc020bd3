public import Diagnostics
import YAML

/// The property that tells the branches of a union apart (Discriminator Object).
public struct Discriminator: Sendable {
    /// The wire name of the property whose value selects a branch.
    public var property: String
    /// In document order.
    public var mapping: [Mapped] = []
    /// The schema of values that are not mapped (3.2).
    public var defaultMapping: SchemaID?
    /// The location of the object; in 2.0, of the property's name.
    public var place: Place

    /// An entry of `mapping`: a value, and the branch that it selects.
    public struct Mapped: Sendable {
        /// The property's value.
        public var value: String
        /// A component's name or a reference, as written.
        public var target: String
        /// `nil` where the target leads nowhere, which has been reported.
        public var schema: SchemaID?
        /// The location of the entry.
        public var place: Place
    }
}

private enum DiscriminatorKey: String, ObjectKey {
    case propertyName, mapping, defaultMapping

    static let table = KeyTable<DiscriminatorKey>("`discriminator`", only: [(.v3_2 ... .newest, [.defaultMapping])])
}

extension Reader {
    /// A Discriminator Object; in 2.0 the property's name alone.
    func discriminator(_ located: Located) -> Discriminator? {
        if case .string(let name) = located.node.value {
            if family(of: located) > .v2_0 {
                report(
                    .repaired, .otherVersionKey,
                    "`discriminator` must be a mapping; the text is read as its `propertyName`", at: located.place)
            }
            return Discriminator(property: name, place: located.place)
        }
        var discriminator = Discriminator(property: "", place: located.place)
        var property: String?
        let isMapping = read(located) { (key: DiscriminatorKey, entry, located) in
            switch key {
            case .propertyName: property = text(entry)
            case .mapping:
                discriminator.mapping = members(entry, in: located).compactMap { mapped($0.entry, in: $0.located) }
            case .defaultMapping:
                guard let target = text(entry) else { break }
                discriminator.defaultMapping = schema(mappedTo: target, in: located, at: entry.value.place)
            }
        }
        guard isMapping else { return nil }
        guard let property else {
            report(
                .leftOut, .missingKey, "`discriminator` needs `propertyName`; it is skipped", at: located.place)
            return nil
        }
        discriminator.property = property
        return discriminator
    }

    private func mapped(_ entry: Mapping.Entry, in located: Located) -> Discriminator.Mapped? {
        guard let target = text(entry) else { return nil }
        return Discriminator.Mapped(
            value: entry.key, target: target, schema: schema(mappedTo: target, in: located, at: entry.value.place),
            place: entry.keyPlace)
    }

    /// A component's name, or else a reference.
    private func schema(mappedTo target: String, in located: Located, at place: Place) -> SchemaID? {
        if let component = arena.components[target] { return component }
        switch resolve(target, in: located.scope) {
        case .found(let found): return arena.schema(at: found, leavingOut: "the mapping", &references, &findings)
        case .failed(let failure):
            if case .refused(let finding) = failure.cause {
                report(.error, finding, failure.message, at: place)
            } else if failure.isRemote {
                report(.leftOut, .remoteReference, "\(failure.message); the mapping is skipped", at: place)
            } else {
                report(
                    .degraded, .danglingReference,
                    "the mapping to \(quote(target)) does not resolve: it is neither a component nor a reference",
                    at: place,
                    hint: hint(for: target, among: arena.components.names))
            }
            return nil
        }
    }
}
