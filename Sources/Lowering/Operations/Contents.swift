import ClientModel
import Diagnostics
import OpenAPI

/// A body the document describes, and its schema.
struct LoweredContent {
    var content: Content
    var schema: SchemaID?
    var place: Place
}

extension Lowerer {
    /// A media type with the Swift type of its bodies.
    mutating func content(_ media: OpenAPI.MediaType, in context: Context) -> LoweredContent {
        let kind = mediaKind(media.name, hasStructure: media.schema.map { !isOpaque($0) } ?? (media.itemSchema != nil))
        let type = type(of: media, kind, in: context)
        let content = Content(
            mediaType: ClientModel.MediaType(media.name, kind: kind), type: type,
            encodings: media.encodings.map { encoding in
                Content.PropertyEncoding(
                    wireName: encoding.property, contentType: encoding.contentType,
                    style: encoding.style.map { ClientModel.Parameter.Style($0) }, explode: encoding.explode,
                    allowReserved: encoding.allowReserved ?? false)
            },
            examples: media.examples.compactMap { $0.value.map { jsonText($0) } })
        return LoweredContent(content: content, schema: media.schema.map { unwrap($0) }, place: media.place)
    }

    private mutating func type(
        of media: OpenAPI.MediaType, _ kind: ClientModel.MediaType.Kind, in context: Context
    ) -> TypeReference {
        var context = context
        context.pointer = media.pointer
        switch kind {
        case .text: return .scalar(.string)
        case .binary: return .scalar(.binary)
        case .json, .form, .multipart:
            guard let schema = media.schema else { return .json }
            let type = element([schema], in: context)
            return kind == .multipart ? type : type.withoutBinary
        case .eventStream, .jsonLines:
            guard let schema = media.itemSchema ?? media.schema else {
                return kind == .jsonLines ? .json : .scalar(.string)
            }
            let listed = document[unwrap(schema)]
            if kind == .jsonLines, media.itemSchema == nil, listed.types == [.array], let items = listed.items {
                return element([items], in: context)
            }
            return element([schema], in: context)
        }
    }

    /// Whether a schema's values are bytes or plain text.
    private func isOpaque(_ id: SchemaID) -> Bool {
        let schema = document[unwrap(id)]
        return index.isVacuous(unwrap(id)) || schema.types == [.string] && schema.enumeration == nil
    }

    /// What an operation sends.
    mutating func body(_ located: Located, parameters: [ClientModel.Parameter]) -> ClientModel.RequestBody? {
        guard let body = located.operation.requestBody, !body.content.isEmpty else { return nil }
        var contents: [LoweredContent] = []
        for media in body.content {
            let name = name(of: media, base: body.componentName ?? located.typeName, suffix: "Body")
            let context = Context(
                scope: body.componentName == nil ? .group(located.group) : .service, stem: .fixed(name),
                wireName: located.operation.operationID ?? located.name, pointer: media.pointer)
            contents.append(content(media, in: context))
        }
        let kept = withoutEquals(contents, isRequest: true)
        let names = settle(
            kept.map {
                let media = $0.content.mediaType
                return NameScope.Claim(
                    [Role.outcome.name(Words(mediaName(media.text, media.kind)))], wireName: media.text)
            }, in: NameScope(), pointers: kept.map { _ in nil })
        let taken = Set(parameters.map(\.name.text))
        let name = ["body", "requestBody", "body_"].first { !taken.contains($0) } ?? "body__"
        return ClientModel.RequestBody(
            name: Identifier(sanitizing: name), isRequired: body.isRequired, contents: kept.map(\.content),
            choice: kept.count < 2
                ? nil
                : (Identifier(sanitizing: located.typeName + "Content"), names.map { Identifier(sanitizing: $0) }),
            documentation: Documentation(description: body.description), place: body.place)
    }

    /// The name of an inline type of a body. For example: `CreatePetBody`, `CreatePetFormBody`.
    func name(of media: OpenAPI.MediaType, base: String, suffix: String) -> String {
        let kind = mediaKind(media.name, hasStructure: true)
        let isPlain = essence(of: media.name) == "application/json"
        return Role.type.name(Words([base, isPlain ? "" : mediaName(media.name, kind), suffix].joined(separator: " ")))
    }

    /// Whether two schemas describe the same values, as far as lists and scalars go.
    private func isSame(_ left: SchemaID?, _ right: SchemaID?) -> Bool {
        guard let left, let right else { return left == right }
        if left == right { return true }
        let (one, other) = (document[left], document[right])
        guard one.types == other.types, one.format == other.format, let type = one.types?.first else { return false }
        switch type {
        case .array: return isSame(one.items.map { unwrap($0) }, other.items.map { unwrap($0) })
        case .object: return false
        default: return one.enumeration == nil && other.enumeration == nil
        }
    }

    /// Leaves out what says the same as JSON in another form: JSON under a further name, text and XML of the same schema.
    func withoutEquals(_ contents: [LoweredContent], isRequest: Bool) -> [LoweredContent] {
        guard contents.count > 1 else { return contents }
        let json = contents.filter { $0.content.mediaType.kind == .json }
        guard
            let main = json.first(where: { essence(of: $0.content.mediaType.text) == "application/json" }) ?? json.first
        else { return contents }
        return contents.enumerated().filter { index, other in
            if other.content.mediaType == main.content.mediaType { return true }
            let isSame = other.content.type == main.content.type || isSame(other.schema, main.schema)
            switch other.content.mediaType.kind {
            case .json: return !isSame
            case .text: return !isSame
            case .binary: return !(isSame && isXML(essence(of: other.content.mediaType.text)))
            case .form, .multipart: return isRequest || !isSame
            case .eventStream, .jsonLines: return true
            }
        }.map(\.element)
    }
}
