public import Changes
public import Diagnostics
public import YAML

/// The changes a reviewer has accepted, as a file says that is checked in.
///
/// For example:
///
///     accepted:
///       - change: property-removed Pet.age
///         reason: The service never answered it.
public struct AcceptedChanges: Sendable {
    private struct Entry {
        var id: Located<String>
        var reason: String
    }

    private var entries: [Entry] = []
    private var used: Set<String> = []

    /// Accepts nothing.
    public init() {}

    /// - Parameter problems: gets an error for each entry that is wrong.
    public init(_ root: Node, problems: inout Problems) {
        guard case .mapping(let fields) = root.value, case .sequence(let items)? = fields["accepted"]?.value else {
            problems.add(
                Diagnostic(
                    .error, .badAcceptance, "expected a list `accepted`", at: root.place,
                    hint: "each entry must have a `change` and a `reason`"))
            return
        }
        for item in items {
            guard case .mapping(let members) = item.value, case .string(let id)? = members["change"]?.value,
                case .string(let reason)? = members["reason"]?.value, !reason.isEmpty, members.entries.count == 2
            else {
                problems.add(
                    Diagnostic(
                        .error, .badAcceptance,
                        "an entry must have a `change` and a `reason`, both strings, and nothing else",
                        at: item.place))
                continue
            }
            entries.append(Entry(id: Located(id, at: item.place), reason: reason))
        }
    }

    /// Sorts the changes of a client into those that are accepted and the others.
    public mutating func report(on changes: [Change], of module: String) -> ChangeReport {
        var report = ChangeReport(module: module, changes: [])
        for change in changes {
            let entry = change.verdict == .safe ? nil : entries.first { $0.id.value == change.id }
            if let entry {
                used.insert(change.id)
                report.accepted.append((change, entry.reason))
            } else {
                report.changes.append(change)
            }
        }
        return report
    }

    /// A warning for each entry that no change was accepted by.
    public func reportUnused(_ problems: inout Problems) {
        for entry in entries where !used.contains(entry.id.value) {
            problems.add(
                Diagnostic(
                    .degraded, .unusedAcceptance, "unknown change \(quote(entry.id.value, limit: 120))",
                    at: entry.id.place, hint: "remove the entry"))
        }
    }
}
