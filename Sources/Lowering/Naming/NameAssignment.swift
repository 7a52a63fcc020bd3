import ClientModel
import Diagnostics

extension Lowerer {
    /// Names for the claims of one scope, reporting two pins to one name.
    ///
    /// - Parameter kind: What the names are recorded as; `nil` for those that callers do not see.
    mutating func assignNames(
        _ claims: [NameScope.Claim], as kind: NameRecord.Kind? = nil, in scope: NameScope, pointers: [String?]
    ) -> [String] {
        var (scope, claims) = (scope, claims)
        if let kind { recordedNames.prepare(&claims, as: kind) }
        let resolution = scope.resolve(claims)
        if let kind { recordedNames.add(claims, resolution, as: kind) }
        report(resolution.collisions, of: claims, resolution.names)
        for index in resolution.clashes {
            problems.add(
                Diagnostic(
                    .error, .repeatedName,
                    "'\(resolution.names[index])' is already used",
                    at: pointers[index].flatMap { pins.place(of: $0) }))
        }
        return resolution.names
    }

    /// Reports the names that were assigned in this run to something other than what wanted them as well.
    private mutating func report(_ collisions: [NameScope.Collision], of claims: [NameScope.Claim], _ names: [String]) {
        for collision in collisions {
            guard let origin = claims[collision.claim].origin, let holder = claims[collision.holder].origin else {
                continue
            }
            // A repeated operationId has a message of its own.
            if claims[collision.claim].labels != nil, origin.text == holder.text { continue }
            report(
                Diagnostic(
                    .remark, .nameCollision,
                    "\(quote(origin.text)) is named `\(names[collision.claim])`; `\(names[collision.holder])` is already used",
                    at: origin.place, notes: [.init("\(quote(holder.text)) has the name", at: holder.place)],
                    hint: "to choose a name, set `names` in the configuration"))
        }
    }
}
