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
        for index in resolution.clashes {
            problems.add(
                Diagnostic(
                    .error, .repeatedName,
                    "'\(resolution.names[index])' is already used",
                    at: pointers[index].flatMap { pins.place(of: $0) }))
        }
        return resolution.names
    }
}
