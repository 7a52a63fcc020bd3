import Diagnostics
import YAML

private enum SwaggerResponseKey: String, ObjectKey {
    case description, schema, headers, examples, content

    static let table = KeyTable<SwaggerResponseKey>(
        "a response", only: [(.v3_0 ... .newest, [.content])], strict: [.content])
}

extension Reader {
    /// What an operation answers with.
    func produced(by operation: Located) -> [MediaRange] {
        guard case .mapping(let mapping) = operation.node.value,
            let entry = mapping.entries.first(where: { $0.key == "produces" })
        else { return swaggerDefaults.produces }
        return mediaRanges(entry)
    }

    /// A response of 2.0, with one media type that has no name yet and whose examples are named after theirs.
    func swaggerResponse(_ located: Located) -> Response? {
        var response = emptyResponse(located)
        var body: SchemaID?
        var examples: [Example] = []
        let isMapping = read(located) { (key: SwaggerResponseKey, entry, located) in
            switch key {
            case .description: response.description = prose(entry, in: located) ?? ""
            case .schema:
                body = schema(located.child(entry), leavingOut: "`schema`")
                response.isFile = entry.value.isFile
            case .headers: response.headers = headers(entry, in: located)
            case .content: break
            case .examples:
                examples = members(entry, in: located).map {
                    Example(name: $0.key, value: $0.entry.value, place: $0.entry.value.place)
                }
            }
        }
        guard isMapping else { return nil }
        if body != nil {
            response.content = [
                MediaType(
                    name: "", namePlace: located.place, schema: body, examples: examples, pointer: located.pointer,
                    place: located.place)
            ]
        }
        return response
    }
}

extension Node {
    /// Whether a schema is a file of 2.0.
    fileprivate var isFile: Bool {
        guard case .mapping(let mapping) = value, case .string(let type)? = mapping["type"]?.value else { return false }
        return type == "file"
    }
}

extension Response {
    /// The response with the media types of an operation.
    func producing(_ ranges: [MediaRange]) -> Response {
        guard let body = content.first, body.name.isEmpty else { return self }
        var response = self
        var ranges = ranges
        if isFile {
            // What a whole document produces is not meant of its downloads: no JSON text is a file.
            ranges.removeAll { $0.name.lowercased().hasPrefix("application/json") || $0.name.contains("+json") }
            if ranges.isEmpty { ranges = [MediaRange(name: "*/*", place: body.namePlace)] }
        }
        response.content = ranges.map { range in
            var type = body
            type.name = range.name
            type.namePlace = range.place
            type.examples = body.examples.filter { $0.name == range.name }.map { example in
                Example(name: "", value: example.value, place: example.place)
            }
            return type
        }
        return response
    }
}
