public import Diagnostics
import YAML

/// What a request carries (Request Body Object; in 2.0 the `body` or the `formData` parameters).
public struct RequestBody: Sendable {
    /// CommonMark.
    public var description: String?
    /// Whether requests without the body are invalid.
    public var isRequired = false
    /// In document order.
    public var content: [MediaType] = []
    /// RFC 6901 pointer to the object, after references were followed.
    public var pointer: String
    /// The location of the object.
    public var place: Place
    /// The key under `components/requestBodies`, where it was declared there.
    public var componentName: String?
}

private enum RequestBodyKey: String, ObjectKey {
    case description, content, required

    static let table = KeyTable<RequestBodyKey>("a request body")
}

extension Reader {
    func requestBody(_ start: Located) -> RequestBody? {
        guard let end = follow(start, .requestBodies, otherwise: "the request body is skipped"),
            var body = once(\.requestBodies, end.located, "a request body", { requestBody(at: end.located) })
        else { return nil }
        body.description = end.description ?? body.description
        return body
    }

    private func requestBody(at located: Located) -> RequestBody? {
        var body = RequestBody(
            pointer: located.pointer, place: located.place,
            componentName: componentNames.name(of: .requestBodies, at: located.pointer))
        var hasContent = false
        let isMapping = read(located) { (key: RequestBodyKey, entry, located) in
            switch key {
            case .description: body.description = prose(entry, in: located)
            case .required: body.isRequired = boolean(entry) ?? false
            case .content:
                hasContent = true
                body.content = content(located.child(entry))
            }
        }
        if isMapping, !hasContent {
            report(.repaired, .missingKey, "a request body needs `content`; it is read as empty", at: located.place)
        }
        return isMapping ? body : nil
    }
}
