@_spi(Naming) import ClientModel
import OpenAPI

/// The bodies that methods of their own ask for, that of the plain method first: where one success has a body in all media types, every
/// success has one in that of the plain method, and the media type alone decides what is returned.
///
/// The plain method keeps the media type that it had when it was recorded. Else it asks for JSON, if the document lists it.
///
/// - Parameters:
///   - successes: The bodies of each success.
///   - bodies: The distinct bodies of all.
func mediaVariants(
    _ successes: [[Content]], of bodies: [Content?], _ located: Located, _ names: RecordedNames
) -> [Content] {
    guard bodies.count > 1, let all = successes.first(where: { $0.count == bodies.count }) else { return [] }
    let types = all.map(\.mediaType)
    let recorded = types.firstIndex {
        names.name(variantKey(located.operation.pointer, $0.text), as: .methods) == located.name
    }
    let plain =
        recorded ?? types.firstIndex(where: \.isPlainJSON) ?? types.firstIndex { $0.kind == .json } ?? 0
    let isComplete = successes.allSatisfy { success in
        let own = success.map(\.mediaType)
        return own.contains(types[plain]) && own.allSatisfy(types.contains)
    }
    guard isComplete else { return [] }
    return [all[plain]] + all.indices.filter { $0 != plain }.map { all[$0] }
}

/// Names the methods that ask for another media type after the plain one. For example: `createCompletionStream`.
func nameVariants(
    of operations: inout [GroupedOperation], in groups: [OperationGroup], _ naming: inout Naming,
    _ findings: inout Findings
) {
    let members = Dictionary(grouping: operations.indices) { operations[$0].group }
    let inner = Dictionary(grouping: groups, by: \.parent)
    for group in groups.indices {
        let own = members[group] ?? []
        let variants = own.filter { operations[$0].operation.variant != nil }
        if variants.isEmpty { continue }
        let taken = own.filter { operations[$0].operation.variant == nil }.map { operations[$0].operation.name.text }
        let properties = (inner[group] ?? []).map(\.name.text)
        let keys = variants.map { variantKey(operations[$0].operation.pointer, operations[$0].operation.variant ?? "") }
        let claims = zip(variants, keys).map { claim(variant: operations[$0].operation, $1, &naming, &findings) }
        let names = naming.assign(
            claims, as: .methods, in: NameScope(ignoresCase: true, taken: taken + properties), pointers: keys,
            &findings)
        for (index, name) in zip(variants, names) {
            operations[index].operation.name = Identifier(sanitizing: name)
            operations[index].operation.typeName = Identifier(sanitizing: endpointName(ofMethod: name))
            let plain = operations[..<index].lastIndex { $0.operation.variant == nil } ?? index
            let media = operations[index].operation.variant ?? ""
            operations[plain].operation.documentation.facts.append("`\(name)` returns `\(media)`.")
        }
    }
}

private func claim(
    variant operation: ClientModel.Operation, _ key: String, _ naming: inout Naming, _ findings: inout Findings
) -> NameScope.Claim {
    let media = operation.output.content.map { variantWords($0.mediaType) } ?? ""
    let name = Role.method.name(Words(operation.name.text + " " + media))
    return NameScope.Claim(
        [name], wireName: "\(operation.requestLine) \(operation.variant ?? "")",
        pinned: naming.pinned(key, .method, &findings), keys: { [key] })
}

/// The names that methods for other media types of an operation have in the record.
func recordedVariants(of operation: OpenAPI.Operation, _ names: RecordedNames) -> [String] {
    let plain = names.name(operation.pointer, as: .methods)
    return operation.responses.flatMap(\.content).compactMap { media in
        names.name(variantKey(operation.pointer, media.name), as: .methods)
    }.filter { $0 != plain }
}

/// Records the media type that a plain method asks for, unless it is the one that it would ask for anyway.
func recordPlainVariants(of operations: [GroupedOperation], in names: inout RecordedNames) {
    for operation in operations.map(\.operation) where operation.variant == nil {
        guard let type = operation.output.content?.mediaType, !type.isPlainJSON else { continue }
        names.add(operation.name.text, for: variantKey(operation.pointer, type.text), as: .methods)
    }
}

/// What the method for a media type is recorded and pinned as.
private func variantKey(_ pointer: String, _ mediaType: String) -> String {
    "\(pointer)/output/\(pointerToken(mediaType))"
}

/// What a method for a media type is called after its operation. For example: `stream`, `csv`, `vnd.pet json version 2`.
private func variantWords(_ mediaType: ClientModel.MediaType) -> String {
    let name = mediaType.kind == .eventStream ? "stream" : mediaName(mediaType.text, mediaType.kind)
    let parameters = mediaType.text.split(separator: ";").dropFirst().filter { !$0.contains("charset") }
    return ([name] + parameters.map { String($0).replacing("=", with: " ") }).joined(separator: " ")
}

extension ClientModel.Operation.Output {
    fileprivate var content: Content? { if case .single(let content) = self { content } else { nil } }
}

extension ClientModel.Operation {
    /// The operation for each of several media types of its successes; itself where there are none.
    func variants(_ contents: [Content]) -> [ClientModel.Operation] {
        if contents.isEmpty { return [self] }
        return contents.enumerated().map { index, content in
            var operation = self
            operation.output = .single(content)
            operation.variant = index == 0 ? nil : content.mediaType.text
            for index in responses.indices where responses[index].isOutput {
                operation.responses[index].keep(content, besides: contents)
            }
            return operation
        }
    }
}

extension ClientModel.Response {
    /// Leaves one of several bodies that are returned, and those documented as the same.
    fileprivate mutating func keep(_ content: Content, besides others: [Content]) {
        isNegotiated = true
        branches = branches.filter { $0.content?.mediaType == content.mediaType }
            .map { Branch(content: $0.content, meaning: .output(case: nil)) }
        contents = contents.filter { other in
            other.mediaType == content.mediaType
                || other.type == content.type && !others.contains { $0.mediaType == other.mediaType }
        }
    }
}
