import ClientModel
import Diagnostics
import OpenAPI
import YAML

/// A body the document describes, and its schema.
struct LoweredContent {
    var content: Content
    var schema: SchemaID?
    var place: Place
}

extension OperationConverter {
    /// A media type with the Swift type of its bodies.
    mutating func content(_ media: OpenAPI.MediaType, in context: Context) -> LoweredContent {
        let kind = kind(of: media)
        let type = type(of: media, kind, in: context)
        var content = Content(
            mediaType: ClientModel.MediaType(media.name, kind: kind), type: type,
            encodings: media.encodings.map { encoding($0) },
            examples: media.examples.compactMap { $0.value.map { jsonText($0) } })
        content.prefixEncodings = media.prefixEncodings.map { encoding($0) }
        content.itemEncoding = media.itemEncoding.map { encoding($0) }
        content.isWholeEvent = kind == .eventStream && media.itemSchema.map { facts.isEvent($0) } ?? false
        return LoweredContent(
            content: content, schema: (media.schema ?? media.itemSchema).map { facts.unwrap($0) },
            place: media.namePlace)
    }

    /// How bodies of a media type are read and written.
    ///
    /// Text and unknown formats whose schema is an object are JSON: nothing else has members. In 2.0, where the media types of an operation
    /// are those of all its responses alike, failures included, that holds for every format.
    private mutating func kind(of media: OpenAPI.MediaType) -> ClientModel.MediaType.Kind {
        let kind = mediaKind(
            media.name, hasStructure: media.schema.map { !facts.isOpaque($0) } ?? (media.itemSchema != nil))
        if kind == .json, let schema = media.schema, facts.isBytes(schema) { return .binary }
        guard [.text, .binary].contains(kind), let schema = media.schema, isMisnamed(essence(of: media.name), schema)
        else { return kind }
        return .json
    }

    private mutating func isMisnamed(_ name: String, _ schema: SchemaID) -> Bool {
        guard !isXML(name), !name.hasSuffix("yaml") else { return false }
        if facts.document.version.family == .v2_0, facts.hasMembers(facts.unwrap(schema)) { return true }
        return (name == "text/plain" || name.hasPrefix("application/")) && isObject(schema)
    }

    func encoding(_ encoding: OpenAPI.Encoding) -> Content.PropertyEncoding {
        Content.PropertyEncoding(
            wireName: encoding.property, contentType: encoding.contentType,
            style: encoding.style.map { ClientModel.Parameter.Style($0) }, explode: encoding.explode,
            allowReserved: encoding.allowReserved ?? false)
    }

    private mutating func isObject(_ id: SchemaID) -> Bool {
        schemas.mergedSchema(of: Conjunction(facts.unwrap(id))).allowedTypes == [.object]
    }

    private mutating func type(
        of media: OpenAPI.MediaType, _ kind: ClientModel.MediaType.Kind, in context: Context
    ) -> TypeReference {
        var context = context
        context.pointer = media.pointer
        switch kind {
        case .text: return .scalar(.string)
        case .binary: return .scalar(.binary)
        case .json, .form:
            if let schema = media.schema { return schemas.element([schema], in: context).withoutBinary }
            return media.itemSchema.map { .array(items($0, in: context).withoutBinary) } ?? .json
        case .multipart:
            if let schema = media.schema { return schemas.element([schema], in: context) }
            if let schema = media.itemSchema { return .array(items(schema, in: context)) }
            return essence(of: media.name) == "multipart/form-data"
                ? .dictionary(.scalar(.binary)) : .array(.scalar(.binary))
        case .eventStream, .jsonLines:
            guard let schema = media.itemSchema ?? media.schema else {
                return kind == .jsonLines ? .json : .scalar(.string)
            }
            let listed = facts.document[facts.unwrap(schema)]
            if kind == .jsonLines, media.itemSchema == nil, listed.types == [.array], let items = listed.items {
                return schemas.element([items], in: context).withoutBinary
            }
            return schemas.element([schema], in: context).withoutBinary
        }
    }

    private mutating func items(_ schema: SchemaID, in context: Context) -> TypeReference {
        schemas.element([schema], in: context.ofElement(in: context.pointer))
    }

    /// The name of an inline type of a body. For example: `CreatePetBody`, `CreatePetFormBody`.
    func name(of media: OpenAPI.MediaType, base: String, suffix: String) -> String {
        let kind = mediaKind(media.name, hasStructure: true)
        let isPlain = essence(of: media.name) == "application/json"
        return Role.type.name(Words([base, isPlain ? "" : mediaName(media.name, kind), suffix].joined(separator: " ")))
    }
}

// MARK: What is not expressed

extension OperationConverter {
    /// Reports parts of a body whose headers or inner parts nobody can give. Files carry headers of their own.
    mutating func reportEncodings(_ media: OpenAPI.MediaType) {
        let all = media.encodings + media.prefixEncodings + (media.itemEncoding.map { [$0] } ?? [])
        for encoding in all {
            if !(encoding.encodings + encoding.prefixEncodings + encoding.itemEncodings).isEmpty {
                schemas.report(
                    Diagnostic(
                        .leftOut, .nestedEncoding, "the encoding of nested parts is skipped",
                        at: encoding.place))
            }
            guard media.encodings.isEmpty || !facts.isFile(encoding.property, of: media) else { continue }
            for header in encoding.headers where essence(of: header.name) != "content-type" {
                schemas.report(
                    Diagnostic(
                        .leftOut, .partHeader,
                        "the header '\(header.name)' of a part that is not a file is skipped", at: header.place))
            }
        }
    }

    /// Reports bodies with a structure that are handed over as text or bytes, unless another media type of the same body has it, and
    /// those that are read as JSON for their structure alone.
    mutating func reportRaw(_ kept: [LoweredContent]) {
        for other in kept where other.content.mediaType.kind == .json {
            let name = other.content.mediaType.text
            guard mediaKind(name, hasStructure: true) != .json else { continue }
            schemas.report(
                Diagnostic(
                    .repaired, .structuredBytes, "an object can't be encoded as '\(name)'; it is sent as JSON",
                    at: other.place))
        }
        let structured = kept.filter { ![.text, .binary].contains($0.content.mediaType.kind) }
        for raw in kept where [.text, .binary].contains(raw.content.mediaType.kind) {
            guard let schema = raw.schema, facts.hasMembers(schema),
                !structured.contains(where: { facts.isSame($0.schema, schema) })
            else { continue }
            let form = raw.content.mediaType.kind == .text ? "text" : "bytes"
            schemas.report(
                Diagnostic(
                    .degraded, .rawBody,
                    "a body of '\(raw.content.mediaType.text)' is returned as \(form), without its structure",
                    at: raw.place))
        }
    }
}
