import Diagnostics
import YAML

/// The names of components: for what stands at a pointer, the first one declared.
struct ComponentNames {
    private var names: [ComponentKind: [String: String]] = [:]

    func name(of kind: ComponentKind, at pointer: String) -> String? { names[kind]?[pointer] }

    /// The names of one section, by pointer.
    subscript(kind: ComponentKind) -> [String: String] {
        get { names[kind] ?? [:] }
        set { names[kind] = newValue }
    }

    /// Names the members of a section that isn't `schemas`: those that stand there, then those that are elsewhere.
    mutating func declare(
        _ members: [Member], _ kind: ComponentKind, _ references: inout References, _ findings: inout Findings
    ) {
        var names: [String: String] = [:]
        for member in members {
            findings.checkComponentName(member.entry, in: references.files.family)
            if member.located.node.referenceText == nil { names[member.located.pointer] = member.key }
        }
        for member in members {
            guard !references.isComponent(member.located, kind, &findings),
                let end = references.quietEnd(of: member.located, &findings), names[end] == nil
            else { continue }
            names[end] = member.key
        }
        self.names[kind] = names
    }
}

/// The component schemas by name.
struct ComponentSchemas {
    /// All that are declared, in document order.
    private(set) var names: [String] = []
    private var ids: [ExactText: SchemaID] = [:]

    /// `nil` where it is not declared or is out of reach.
    subscript(name: String) -> SchemaID? { ids[ExactText(name)] }

    mutating func declare(_ name: String) { names.append(name) }

    mutating func define(_ name: String, as id: SchemaID) { ids[ExactText(name)] = id }
}

extension References {
    /// Whether a component is another one, which then gives the name.
    fileprivate mutating func isComponent(
        _ located: Located, _ kind: ComponentKind, _ findings: inout Findings
    ) -> Bool {
        guard let text = located.node.referenceText,
            case .found(let next) = resolve(text, in: located.scope, &findings)
        else { return false }
        return componentKind(of: next.pointer) == kind
    }

    /// Where a chain of references ends, without a word where it does not.
    fileprivate mutating func quietEnd(of start: Located, _ findings: inout Findings) -> String? {
        var current = start
        for _ in 0..<32 {
            guard let text = current.node.referenceText else { return current.pointer }
            guard case .found(let next) = resolve(text, in: current.scope, &findings) else { return nil }
            current = next
        }
        return nil
    }
}

extension Findings {
    mutating func checkComponentName(_ entry: Mapping.Entry, in family: Version.Family) {
        let isPlain = entry.key.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
                UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"):
                true
            default: false
            }
        }
        guard !isPlain, family > .v2_0 else { return }
        report(
            .remark, .badName,
            "the component name \(quote(entry.key)) should only have letters, digits, `.`, `-` and `_`",
            at: entry.keyPlace)
    }
}
