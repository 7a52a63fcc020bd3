@_spi(Naming) public import ClientModel

/// The Swift name of what another generator calls `text`. For example: a method `create_message` is `createMessage`, a type `chat_completion` is
/// `ChatCompletion`.
public func swiftName(of text: String, for kind: SuggestedKind) -> Identifier {
    let words = Words(text)
    switch kind {
    case .method: return Identifier(sanitizing: Role.method.name(words))
    case .type: return Identifier(sanitizing: Role.type.name(words))
    case .member: return Identifier(sanitizing: Role.property.name(words))
    case .group: return Identifier(sanitizing: Role.group.name(words))
    }
}

/// What a suggested name is for.
public enum SuggestedKind: Sendable {
    /// The roles that a suggested name can have.
    case method, type, group
    /// A property, a parameter or a case.
    case member
}
