@_spi(Naming) import ClientModel
import Diagnostics
import OpenAPI

extension OperationConverter {
    /// What an operation sends.
    mutating func body(_ located: Located, named argument: Identifier) -> ClientModel.RequestBody? {
        guard let body = located.operation.requestBody else { return nil }
        var contents: [LoweredContent] = []
        for media in body.content {
            let base = body.componentName ?? located.typeName
            let context = Context(
                scope: body.componentName == nil ? located.scope : .service,
                stem: .fixed(name(of: media, base: base, suffix: located.isSentByService ? "" : "Body")),
                wireName: located.operation.operationID ?? located.name, pointer: media.pointer)
            contents.append(content(media, in: context))
            if !located.isSentByService { reportEncodings(media) }
        }
        let kept = withoutEquals(contents, of: .request)
        reportRaw(kept)
        let names = schemas.assignNames(
            kept.map {
                let media = $0.content.mediaType
                let key = "\(located.operation.pointer)/content/\(pointerToken(media.text))"
                var claim = NameScope.Claim(
                    [Role.outcome.name(Words(mediaName(media.text, media.kind)))], wireName: media.text,
                    keys: { [key] })
                claim.origin = NameScope.Origin(text: media.text, place: $0.place)
                return claim
            }, as: .outcomes, in: NameScope(), pointers: kept.map { _ in nil })
        return ClientModel.RequestBody(
            name: argument, isRequired: body.isRequired, contents: kept.map(\.content),
            choice: kept.count < 2
                ? nil
                : .init(
                    typeName: Identifier(sanitizing: located.typeName + "Content"),
                    caseNames: names.map { Identifier(sanitizing: $0) }),
            documentation: Documentation(description: body.description), place: body.place)
    }

    /// Whether a body is of a method that has none by rights (RFC 9110, sections 9.3.1 and 9.3.5) and of a schema without members,
    /// as generators of documents write it; remarks upon it.
    mutating func isEmptyBody(_ body: OpenAPI.RequestBody, _ located: Located) -> Bool {
        let method = located.operation.method
        guard !located.isSentByService, ["GET", "HEAD", "DELETE"].contains(method) else { return false }
        let isEmpty = body.content.allSatisfy { media in
            guard let schema = media.schema.map({ facts.unwrap($0) }), media.itemSchema == nil else { return false }
            let types = facts.document[schema].types ?? [.object]
            return facts.index.isBareType(schema) && types.allSatisfy { $0 == .object || $0 == .null }
        }
        guard isEmpty else { return false }
        schemas.report(
            Diagnostic(
                .remark, .emptyBody,
                "a body of \(method) without members is not sent, and its argument is omitted", at: body.place))
        return true
    }

    enum Direction { case request, response }

    /// Drops what is the same as JSON in another form: JSON under a further general name, objects as text and, in responses,
    /// whose media type the client chooses, XML and forms of the same schema. Each is reported as a remark.
    mutating func withoutEquals(_ contents: [LoweredContent], of direction: Direction) -> [LoweredContent] {
        guard contents.count > 1 else { return contents }
        let json = contents.filter { $0.content.mediaType.kind == .json }
        guard
            let main = json.first(where: { essence(of: $0.content.mediaType.text) == "application/json" }) ?? json.first
        else { return contents }
        var kept: [LoweredContent] = []
        for other in contents {
            guard other.content.mediaType != main.content.mediaType, isEqual(other, main, in: direction) else {
                kept.append(other)
                continue
            }
            let verb = direction == .request ? "sent" : "asked for"
            schemas.report(
                Diagnostic(
                    .remark, .sameBody,
                    "'\(other.content.mediaType.text)' has the same type as '\(main.content.mediaType.text)', which is \(verb)",
                    at: other.place))
        }
        return kept
    }

    private func isEqual(_ other: LoweredContent, _ main: LoweredContent, in direction: Direction) -> Bool {
        let isSame = main.schema != nil && facts.isSame(other.schema, main.schema)
        guard other.content.type == main.content.type || isSame else { return false }
        let name = essence(of: other.content.mediaType.text)
        switch other.content.mediaType.kind {
        case .json:
            let general = ["application/json", "text/json", "*/json", "application/*+json", "application/*", "*/*"]
            return direction == .response || general.contains(name) || name == essence(of: main.content.mediaType.text)
                || mediaKind(name, hasStructure: true) != .json
        case .text: return main.content.type != .scalar(.string)
        case .binary: return direction == .response && isXML(name)
        case .form, .multipart: return direction == .response
        case .eventStream, .jsonLines: return false
        }
    }
}
