import Diagnostics
import YAML

/// Counts what will be written while the client model grows, so that a small document that makes a large package is refused before the
/// memory is spent.
///
/// Bytes are estimates; see ``OutputWeight``.
struct OutputBudget {
    /// What one construct of the document adds, each time that it is used.
    private struct Share {
        var name: String
        var place: Place
        var bytes = 0
        var declarations = 0
        var uses = 0

        mutating func add(_ bytes: Int, _ declarations: Int, _ isUse: Bool) {
            self.bytes += bytes
            self.declarations += declarations
            uses += isUse ? 1 : 0
        }
    }

    private let limits: Limits
    private var bytes = 0
    private var declarations = 0
    private var shares: [Place: Share] = [:]

    init(_ limits: Limits) { self.limits = limits }

    /// Whether more is to be written than the limits allow. What is made from then on is not used.
    var isSpent: Bool { bytes > limits.outputBytes || declarations > limits.declarations }

    /// - Parameters:
    ///   - name: What messages call the construct. For example: `'#/components/schemas/Pet'`.
    ///   - place: Where the construct is written, the same for each of its uses.
    ///   - isUse: Whether this is one of its uses, and not more of one.
    mutating func charge(
        _ bytes: Int, declarations: Int = 0, for name: String, at place: Place, isUse: Bool = true
    ) {
        self.bytes += bytes
        self.declarations += declarations
        shares[place, default: Share(name: name, place: place)].add(bytes, declarations, isUse)
    }

    /// The error for a spent budget, at the construct that contributes most.
    var objection: Diagnostic? {
        guard isSpent else { return nil }
        let countsBytes = bytes > limits.outputBytes
        let amount = countsBytes ? \Share.bytes : \Share.declarations
        let most = shares.values.max { (-$0[keyPath: amount], $0.place.order) > (-$1[keyPath: amount], $1.place.order) }
        guard let most else { return nil }
        let limit = countsBytes ? "\(limits.outputBytes) bytes" : "\(limits.declarations) declarations"
        let share = countsBytes ? "about \(most.bytes) bytes" : counted(most.declarations, "declaration")
        return Diagnostic(
            .error, countsBytes ? .limitOutputBytes : .limitDeclarations,
            "the output has more than \(limit); \(most.name) contributes most: \(share) in \(counted(max(1, most.uses), "use"))",
            at: most.place)
    }
}

extension Place {
    fileprivate var order: UInt64 { UInt64(file) << 32 | UInt64(start) }
}
