import Diagnostics
import YAML

/// What a parameter or a header says of its value.
struct ParameterValue {
    var schema: Located?
    var content: Located?
    /// Schema keywords beside the name, as 2.0 has them.
    var keywords: [Mapping.Entry] = []
    var collectionFormat: Mapping.Entry?
}

/// How 2.0 writes lists.
enum CollectionFormat: String, CaseIterable {
    case csv, ssv, tsv, pipes, multi
}

extension Reader {
    /// Settles which of its ways a value is described in.
    ///
    /// - Returns: exactly one of the two; `nil` where it is out of reach, which has been reported.
    func finalize(
        _ value: ParameterValue, of located: Located, _ what: String
    ) -> (schema: SchemaID?, content: MediaType?)? {
        if let located = value.schema {
            for entry in value.keywords { reportUnknown(entry, in: "what has a `schema`", among: []) }
            if let content = value.content {
                report(
                    .leftOut, .contradiction, "\(what) has both `schema` and `content`; `content` is skipped",
                    at: content.place)
            }
            return schema(located, leavingOut: what).map { ($0, nil) }
        }
        if let content = value.content { return finalize(content: content, what) }
        guard value.keywords.isEmpty else {
            if family(of: located) > .v2_0 {
                report(
                    .repaired, .otherVersionKey,
                    "\(what) needs `schema`; the keywords beside its name are read as one, as in OpenAPI 2.0",
                    at: value.keywords[0].keyPlace)
            }
            return (arena.id(located, .parameter), nil)
        }
        report(
            .degraded, .missingKey, "\(what) has neither `schema` nor `content`; any value is allowed",
            at: located.place)
        return (anything(at: located), nil)
    }

    private func finalize(content: Located, _ what: String) -> (schema: SchemaID?, content: MediaType?)? {
        let types = self.content(content)
        for type in types.dropFirst() {
            report(
                .leftOut, .contradiction,
                "\(what) must have one media type; \(quote(type.name)) is skipped", at: type.namePlace)
        }
        guard let type = types.first else {
            report(.degraded, .missingKey, "\(what) has no media type; any value is allowed", at: content.place)
            return (anything(at: content), nil)
        }
        return (nil, type)
    }

    private func anything(at located: Located) -> SchemaID {
        var schema = located
        schema.pointer = Pointer.appending("schema", to: located.pointer)
        return arena.id(schema, .anything)
    }

    func collectionFormat(_ entry: Mapping.Entry) -> CollectionFormat? {
        choice(entry, of: CollectionFormat.self)
    }
}
