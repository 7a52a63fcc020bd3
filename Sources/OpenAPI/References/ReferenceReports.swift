import Diagnostics
import YAML

extension Node {
    /// The text of a node's `$ref`, or `nil` where it has none.
    var referenceText: String? {
        guard case .mapping(let mapping) = value else { return nil }
        for entry in mapping.entries where entry.key == "$ref" {
            if case .string(let text) = entry.value.value { return text }
        }
        return nil
    }

    /// The place of the `$ref`, or of the node where it has none.
    var referencePlace: Place {
        guard case .mapping(let mapping) = value, let reference = mapping["$ref"] else { return place }
        return reference.place
    }

    /// The `$ref` of a schema that has no other keyword.
    func pureReference(in family: Version.Family) -> String? {
        guard case .mapping(let mapping) = value else { return nil }
        var text: String?
        for entry in mapping.entries {
            if entry.key == "$ref", case .string(let reference) = entry.value.value {
                text = reference
            } else if !entry.key.hasPrefix("x-") || (entry.key == "x-nullable" && family == .v2_0) {
                return nil
            }
        }
        return text
    }
}

extension Findings {
    /// - Parameter severity: of a reference that leads nowhere.
    mutating func reportFailure(
        _ failure: ReferenceFailure, at link: Located, _ severity: Diagnostic.Severity,
        otherwise consequence: @autoclosure () -> String
    ) {
        let place = link.node.referencePlace
        switch failure.cause {
        case .dangling:
            report(
                severity, .danglingReference, "\(failure.message); \(consequence())", at: place, hint: failure.hint)
        case .remote: report(.leftOut, .remoteReference, "\(failure.message); \(consequence())", at: place)
        case .refused(let finding): report(.error, finding, failure.message, at: place, hint: failure.hint)
        case .reported: break
        }
    }

    /// What was refused with an error needs no word on what is lost with it.
    mutating func reportLost(_ start: Located, _ cause: LostCause?, _ consequence: @autoclosure () -> String) {
        guard cause != .error else { return }
        report(
            .leftOut, .danglingReference, "the target of the reference is skipped; \(consequence())",
            at: start.node.referencePlace)
    }

    /// Pure references that lead to each other have no meaning.
    mutating func reportCycle(_ cycle: some Collection<Located>) {
        guard let first = cycle.first else { return }
        let chain = cycle.map { quote($0.pointer) } + [quote(first.pointer)]
        let shown = chain.count <= 8 ? chain : chain.prefix(4) + ["…"] + chain.suffix(3)
        report(
            .error, .circularReference, "circular reference: \(shown.joined(separator: " → "))",
            at: first.node.referencePlace,
            notes: cycle.dropFirst().prefix(7).map {
                Diagnostic.Note("through this reference", at: $0.node.referencePlace)
            })
    }

    /// - Parameter kind: what the reference leads to; `nil` is a whole document.
    mutating func reportWrongTarget(_ kind: ComponentKind?, from link: Located) {
        let noun = kind?.noun ?? "whole document"
        report(
            .degraded, .wrongTarget,
            "a schema is expected, but this refers to a \(noun); it is read as a schema that allows anything",
            at: link.node.referencePlace)
    }
}
