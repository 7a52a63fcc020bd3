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
/// - Returns: The first content of each body.
func mediaVariants(
    _ successes: [[Content]], of bodies: [Content?], _ located: Located, _ names: RecordedNames
) -> [Content] {
    let all = bodies.compactMap { $0 }
    func has(_ success: [Content], _ body: Content) -> Bool { success.contains { $0.isSameBody(as: body) } }
    guard all.count == bodies.count, all.count > 1,
        let first = successes.first(where: { success in all.allSatisfy { has(success, $0) } })
    else { return [] }
    let recorded = first.first {
        names.name(variantKey(located.operation.pointer, $0.mediaType.text), as: .methods) == located.name
    }
    let wanted = recorded ?? first.first { $0.mediaType.isPlainJSON } ?? first.first { $0.mediaType.kind == .json }
    let plain = all.firstIndex { body in wanted?.isSameBody(as: body) ?? false } ?? 0
    guard successes.allSatisfy({ has($0, all[plain]) }) else { return [] }
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
        let keys = variants.map { variantKeys(operations[$0].operation) }
        let claims = zip(variants, keys).map { claim(variant: operations[$0].operation, $1, &naming, &findings) }
        let names = naming.assign(
            claims, as: .methods, in: NameScope(ignoresCase: true, taken: taken + properties),
            pointers: keys.map(\.first), &findings)
        for (index, name) in zip(variants, names) {
            operations[index].operation.name = Identifier(sanitizing: name)
            operations[index].operation.typeName = Identifier(sanitizing: endpointName(ofMethod: name))
            let plain = operations[..<index].lastIndex { $0.operation.variant == nil } ?? index
            let media = operations[index].operation.outputTypes.map { "`\($0)`" }.joined(separator: " or ")
            operations[plain].operation.documentation.facts.append("`\(name)` returns \(media).")
        }
    }
}

private func claim(
    variant operation: ClientModel.Operation, _ keys: [String], _ naming: inout Naming, _ findings: inout Findings
) -> NameScope.Claim {
    let media = operation.output.content.map { variantWords($0.mediaType) } ?? ""
    let name = Role.method.name(Words(operation.name.text + " " + media))
    return NameScope.Claim(
        [name], wireName: "\(operation.requestLine) \(operation.variant ?? "")",
        pinned: keys.compactMap { naming.pinned($0, .method, &findings) }.first, keys: { keys })
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
        for key in variantKeys(operation) { names.add(operation.name.text, for: key, as: .methods) }
    }
}

/// What the method of an operation with one output is recorded and pinned as: a key for each media type of the output.
private func variantKeys(_ operation: ClientModel.Operation) -> [String] {
    operation.outputTypes.map { variantKey(operation.pointer, $0) }
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
                operation.responses[index].keep(content)
            }
            return operation
        }
    }
}

extension ClientModel.Response {
    /// Leaves one of several bodies that are returned.
    fileprivate mutating func keep(_ body: Content) {
        isNegotiated = true
        branches = branches.filter { $0.content?.isSameBody(as: body) ?? false }
            .map { Branch(content: $0.content, meaning: .output(case: nil)) }
        contents = contents.filter { $0.isSameBody(as: body) }
    }
}
