@_spi(Naming) import ClientModel
import Diagnostics

/// The names the configuration gives, and which of them were used.
struct Pins {
    private let options: [LoweringOptions.Pin]
    private var indices: [String: Int] = [:]
    private var used: Set<Int> = []
    private var usedTypes: Set<Int> = []

    /// Reports pins that are no Swift name, and pointers that are pinned twice.
    init(_ options: [LoweringOptions.Pin], _ findings: inout Findings) {
        self.options = options
        for (index, pin) in options.enumerated() {
            if let name = [pin.name, pin.type].compactMap({ $0 }).first(where: { Identifier($0) == nil }) {
                findings.report(
                    Diagnostic(
                        .error, .invalidName, "'\(name)' is not a valid Swift name", at: pin.place,
                        hint: "use ASCII letters, digits and '_', not starting with a digit"))
            } else if let first = indices[pin.pointer] {
                findings.report(
                    Diagnostic(
                        .error, .repeatedName, "'\(pin.pointer)' already has a name", at: pin.place,
                        notes: [.init("the first is here", at: options[first].place)]))
            } else {
                indices[pin.pointer] = index
            }
        }
    }

    var isEmpty: Bool { indices.isEmpty }

    /// Whether there is a name for something within what stands at a pointer.
    func hasName(below pointer: String) -> Bool {
        indices.keys.contains { $0.hasPrefix(pointer + "/") }
    }

    /// The name for what stands at `pointer`, if there is one that its role allows.
    mutating func name(at pointer: String, as role: Role, _ findings: inout Findings) -> String? {
        guard let index = indices[pointer] else { return nil }
        let pin = options[index]
        guard let name = role == .type ? pin.type ?? pin.name : pin.name else { return nil }
        if role == .type, pin.type != nil { usedTypes.insert(index) } else { used.insert(index) }
        return checked(name, pin, as: role, &findings)
    }

    /// The name for a type that the document does not name. A plain name is that of the type only if nothing else has taken it: all members have their names before
    /// types do.
    mutating func typeName(at pointer: String, _ findings: inout Findings) -> String? {
        guard let index = indices[pointer] else { return nil }
        let name: String?
        if let type = options[index].type {
            name = usedTypes.insert(index).inserted ? type : nil
        } else {
            name = used.insert(index).inserted ? options[index].name : nil
        }
        return name.flatMap { checked($0, options[index], as: .type, &findings) }
    }

    /// The name for the type of a tag's group.
    mutating func groupType(at pointer: String) -> LoweringOptions.Pin? {
        guard let index = indices[pointer], options[index].type != nil else { return nil }
        usedTypes.insert(index)
        return options[index]
    }

    private func checked(
        _ name: String, _ pin: LoweringOptions.Pin, as role: Role, _ findings: inout Findings
    ) -> String? {
        guard !role.isReserved(name) else {
            findings.report(
                Diagnostic(
                    .error, .reservedName, "'\(name)' is used by generated code and can't name '\(pin.pointer)'",
                    at: pin.place))
            return nil
        }
        let usual = role.name(Words(name))
        if name.contains("_") || name.first?.isUppercase != usual.first?.isUppercase, name != usual {
            findings.report(
                Diagnostic(
                    .remark, .unusualName,
                    "`\(name)` is not how Swift spells the name of \(role.words); `\(usual)` is",
                    at: pin.place))
        }
        return name
    }

    /// The name for what stands at `pointer`, for one who only looks.
    func name(at pointer: String) -> String? { indices[pointer].flatMap { options[$0].name } }

    func contains(_ pointer: String) -> Bool { indices[pointer] != nil }

    /// Where the pin of a pointer stands.
    func place(of pointer: String) -> Place? { indices[pointer].flatMap { options[$0].place } }

    /// Reports the pins that named nothing, but for those of what stands in one of the `unwanted` places.
    func reportUnused(besides unwanted: Set<String>, _ findings: inout Findings) {
        for (index, pin) in options.enumerated() where indices[pin.pointer] == index {
            if pin.name == nil || used.contains(index), pin.type == nil || usedTypes.contains(index) { continue }
            if !unwanted.isEmpty, isInside(pin.pointer, unwanted) { continue }
            findings.report(
                Diagnostic(
                    .leftOut, .unusedName, "'\(pin.pointer)' does not refer to a named declaration",
                    at: pin.place))
        }
    }

    private func isInside(_ pointer: String, _ places: Set<String>) -> Bool {
        var rest = Substring(pointer)
        while let slash = rest.lastIndex(of: "/") {
            if places.contains(String(rest)) { return true }
            rest = rest[..<slash]
        }
        return false
    }
}
