@_spi(Naming) import ClientModel

/// The names for a text, the wanted one first: that of its words, the text itself where it can be a name, and those that say
/// what else is in the text: its signs and the case of its letters. A case of a union is no type's name: it would hide it.
func nameCandidates(_ text: String, _ role: Role) -> [String] {
    let name = role.name(Words(text))
    if role == .unionCase, let first = text.utf8.first, !isLower(first) { return [name] }
    guard text.utf8.count < 100 else { return [name] }
    guard Identifier(text) != nil else {
        return role == .unionCase ? [name] : [name] + spelledOut(text, name, role)
    }
    let isUsable = text != name && !role.isReserved(text) && !SwiftWords.ofEveryType.contains(text)
    return isUsable ? [name, text] : [name]
}

/// For example: `foo-bar` is `fooDashBar` where another is `fooBar`, and `Foo bar` is `fooBarCapitalized`.
private func spelledOut(_ text: String, _ name: String, _ role: Role) -> [String] {
    let signs = role.name(Words(Signs.spelledOut(text)))
    guard let letterCase = Signs.letterCase(text) else { return [signs] }
    return letterCase == "lowercase"
        ? [signs] : [name + letterCase.prefix(1).uppercased() + letterCase.dropFirst(), signs]
}
