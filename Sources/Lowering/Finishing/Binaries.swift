import ClientModel

/// Leaves `format: binary` to multipart bodies, whose parts are bytes: anywhere else such a member is text of JSON or of a
/// form, which holds no raw bytes, and stays a `String`.
///
/// - Parameter contents: Those of all requests and responses.
func keepBinaries(in declarations: inout Declarations, ofMultipart contents: [Content]) {
    var isSentInParts = [Bool](repeating: false, count: declarations.count)
    for content in contents where content.mediaType.kind == .multipart {
        var open = content.type.mentioned
        while let id = open.popLast() {
            guard !isSentInParts[id.index] else { continue }
            isSentInParts[id.index] = true
            open.append(contentsOf: declarations[id].shape.parts.flatMap(\.mentioned))
        }
    }
    for index in declarations.indices where !isSentInParts[index] {
        guard declarations[index].shape.parts.contains(where: { $0.withoutBinary != $0 }) else { continue }
        declarations[index].shape.mapTypes(\.withoutBinary)
    }
}

extension [ClientModel.Operation] {
    /// What they send and receive.
    var contents: [Content] { flatMap { ($0.body?.contents ?? []) + $0.responses.flatMap(\.contents) } }
}

extension [Webhook] {
    /// What they send and receive.
    var contents: [Content] { flatMap { $0.contents + $0.responses.flatMap(\.contents) } }
}

extension TypeReference {
    /// The same with text for bytes.
    var withoutBinary: TypeReference {
        switch self {
        case .scalar(.binary): .scalar(.string)
        case .scalar, .json, .named: self
        case .array(let element): .array(element.withoutBinary)
        case .dictionary(let value): .dictionary(value.withoutBinary)
        case .nullable(let inner): .nullable(inner.withoutBinary)
        }
    }
}
