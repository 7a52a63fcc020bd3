@_spi(Naming) import ClientModel
import Diagnostics

/// The names the configuration gives, and which of them were used.
struct Pins {
    private let options: [LoweringOptions.Pin]
    private var indices: [String: Int] = [:]
    private var used: Set<Int> = []

    /// Reports pins that are no Swift name, and pointers that are pinned twice.
    init(_ options: [LoweringOptions.Pin], _ problems: inout Problems) {
        self.options = options
        for (index, pin) in options.enumerated() {
            if Identifier(pin.name) == nil {
                problems.add(
                    Diagnostic(
                        .error, .invalidName, "'\(pin.name)' is not a valid Swift name", at: pin.place,
                        hint: "use ASCII letters, digits and '_', not starting with a digit"))
            } else if let first = indices[pin.pointer] {
                problems.add(
                    Diagnostic(
                        .error, .repeatedName, "'\(pin.pointer)' already has a name", at: pin.place,
                        notes: [.init("the first is here", at: options[first].place)]))
            } else {
                indices[pin.pointer] = index
            }
        }
    }

    var isEmpty: Bool { indices.isEmpty }

    /// The name for what stands at `pointer`, if there is one that its role allows.
    mutating func name(at pointer: String, as role: Role, _ problems: inout Problems) -> String? {
        guard let index = indices[pointer] else { return nil }
        used.insert(index)
        let pin = options[index]
        guard role.isReserved(pin.name) else { return pin.name }
        problems.add(
            Diagnostic(
                .error, .reservedName, "'\(pin.name)' is used by generated code and can't name '\(pin.pointer)'",
                at: pin.place))
        return nil
    }

    /// The name for what stands at `pointer`, for one who only looks.
    func name(at pointer: String) -> String? { indices[pointer].map { options[$0].name } }

    func contains(_ pointer: String) -> Bool { indices[pointer] != nil }

    /// Where the pin of a pointer stands.
    func place(of pointer: String) -> Place? { indices[pointer].flatMap { options[$0].place } }

    /// Reports the pins that named nothing, but for those of what stands in one of the `unwanted` places.
    func reportUnused(besides unwanted: Set<String>, _ problems: inout Problems) {
        for (index, pin) in options.enumerated() where indices[pin.pointer] == index && !used.contains(index) {
            if !unwanted.isEmpty, isInside(pin.pointer, unwanted) { continue }
            problems.add(
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
