import Foundation
import SchemasRuntime

/// What a value was read as, for comparing: the cases of unions, the members that are there, and nothing of scalars.
///
/// For example: `cat(kind, lives)` is the case `cat` with two members, `(a=string, b)` a struct whose member `a` is a union's case
/// `string`, `[x=integer]` a dictionary, `[cat(), dog()]` an array. What has no structure is `value`.
func outline(_ value: Any) -> String {
    let text = inner(value)
    return text.isEmpty ? "value" : text
}

private func inner(_ value: Any) -> String {
    if isScalar(value) { return "" }
    let mirror = Mirror(reflecting: value)
    switch mirror.displayStyle {
    case .optional: return mirror.children.first.map { inner($0.value) } ?? "null"
    case .enum: return union(mirror, value)
    case .struct: return "(" + members(mirror).joined(separator: ", ") + ")"
    case .collection:
        let elements = mirror.children.map { inner($0.value) }
        return elements.allSatisfy(\.isEmpty) ? "" : "[" + elements.joined(separator: ", ") + "]"
    case .dictionary: return dictionary(mirror)
    default: return ""
    }
}

private func isScalar(_ value: Any) -> Bool {
    switch value {
    case is UUIDText, is URLText, is Data, is Decimal, is DateTime, is CalendarDate, is TimeOfDay, is CalendarDuration,
        is JSONValue,
        is any OpenEnum:
        true
    default: false
    }
}

private func union(_ mirror: Mirror, _ value: Any) -> String {
    guard let branch = mirror.children.first, let label = branch.label else { return "\(value)" }
    if label == "stored" { return inner(branch.value) }
    let text = inner(branch.value)
    return label + (text.first?.isLetter == true ? "." : "") + text
}

/// The members that are there, by name. Those kept in a box stand under their name with `_` before it.
private func members(_ mirror: Mirror) -> [String] {
    mirror.children.flatMap { child -> [String] in
        guard let label = child.label.map({ $0.hasPrefix("_") ? String($0.dropFirst()) : $0 }) else { return [] }
        if label == "explicitNulls" { return nulls(child.value) }
        if isAbsent(child.value) { return [] }
        let text = inner(child.value)
        return [text.isEmpty ? label : label + (text.first == "[" ? "" : "=") + text]
    }.sorted()
}

/// The members that are `null` on purpose.
private func nulls(_ value: Any) -> [String] {
    let names = Mirror(reflecting: value).children.first?.value as? Set<String>
    return (names ?? []).map { "\($0)=null" }
}

/// `nil`, and no further members.
private func isAbsent(_ value: Any) -> Bool {
    let mirror = Mirror(reflecting: value)
    if let boxed = mirror.children.first, boxed.label == "stored" { return isAbsent(boxed.value) }
    let mayBeAbsent = mirror.displayStyle == .optional || mirror.displayStyle == .dictionary
    return mayBeAbsent && mirror.children.isEmpty
}

private func dictionary(_ mirror: Mirror) -> String {
    let members = mirror.children.compactMap { child -> String? in
        let pair = Mirror(reflecting: child.value).children.map(\.value)
        guard pair.count == 2, let name = pair[0] as? String else { return nil }
        let text = inner(pair[1])
        return text.isEmpty ? name : "\(name)=\(text)"
    }
    return members.isEmpty ? "" : "[" + members.sorted().joined(separator: ", ") + "]"
}
