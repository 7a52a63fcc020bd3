import ClientModel
import Diagnostics
import OpenAPI

/// The names that the configuration gives, those that earlier runs recorded, and those that this run records.
struct Naming {
    var pins: Pins
    var recorded: RecordedNames
    let keys: RecordKeys
    /// The candidates of properties, many of which have the same name.
    private var propertyCandidates: [String: [String]] = [:]

    init(_ document: Document, _ options: LoweringOptions, _ findings: inout Findings) {
        pins = Pins(options.pins, &findings)
        recorded = RecordedNames(options.record, document)
        keys = RecordKeys(document, options.record)
    }

    /// The names for a property, the wanted one first.
    mutating func propertyCandidates(_ wireName: String) -> [String] {
        if let known = propertyCandidates[wireName] { return known }
        let names = nameCandidates(wireName, .property)
        propertyCandidates[wireName] = names
        return names
    }

    /// The name that the configuration gives to what stands at a pointer.
    mutating func pinned(_ pointer: String, _ role: Role, _ findings: inout Findings) -> String? {
        pins.isEmpty ? nil : pins.name(at: pointer, as: role, &findings)
    }

    /// Names for the claims of one scope, reporting two pins to one name.
    ///
    /// - Parameter kind: What the names are recorded as; `nil` for those that callers do not see.
    mutating func assign(
        _ claims: [NameScope.Claim], as kind: NameRecord.Kind? = nil, in scope: NameScope, pointers: [String?],
        _ findings: inout Findings
    ) -> [String] {
        var (scope, claims) = (scope, claims)
        if let kind { recorded.prepare(&claims, as: kind) }
        let resolution = scope.resolve(claims)
        if let kind { recorded.add(claims, resolution, as: kind) }
        report(resolution.collisions, of: claims, resolution.names, &findings)
        for index in resolution.clashes {
            findings.report(
                Diagnostic(
                    .error, .repeatedName,
                    "'\(resolution.names[index])' is already used",
                    at: pointers[index].flatMap { pins.place(of: $0) }))
        }
        return resolution.names
    }

    /// The same for claims that nothing can be pinned to.
    mutating func assign(
        _ claims: [NameScope.Claim], as kind: NameRecord.Kind? = nil, in scope: NameScope = NameScope(),
        _ findings: inout Findings
    ) -> [String] {
        assign(claims, as: kind, in: scope, pointers: claims.map { _ in nil }, &findings)
    }

    /// Reports the names that were assigned in this run to something other than what wanted them as well.
    private func report(
        _ collisions: [NameScope.Collision], of claims: [NameScope.Claim], _ names: [String],
        _ findings: inout Findings
    ) {
        for collision in collisions {
            guard let origin = claims[collision.claim].origin, let holder = claims[collision.holder].origin else {
                continue
            }
            // A repeated operationId has a message of its own.
            if claims[collision.claim].labels != nil, origin.text == holder.text { continue }
            findings.report(
                Diagnostic(
                    .remark, .nameCollision,
                    "\(quote(origin.text)) is named `\(names[collision.claim])`; `\(names[collision.holder])` is already used",
                    at: origin.place, notes: [.init("\(quote(holder.text)) has the name", at: holder.place)],
                    hint: "to choose a name, set `names` in the configuration"))
        }
    }
}
