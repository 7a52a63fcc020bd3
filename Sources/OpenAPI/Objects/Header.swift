public import Diagnostics
import YAML

/// A header of an answer or of a part (Header Object). Its name is an RFC 9110 token.
public struct Header: Sendable {
    /// The key, as written. Names are compared without case.
    public var name: String
    /// The location of the name.
    public var namePlace: Place
    /// CommonMark.
    public var description: String?
    /// Whether the header is always present.
    public var isRequired = false
    /// `deprecated` (3.0 and later).
    public var isDeprecated = false
    /// Whether members of an object are written as `name=value`. The style of headers is always `simple`.
    public var explode = false
    /// `nil` exactly where ``content`` is set.
    public var schema: SchemaID?
    /// At most one media type, in place of a schema.
    public var content: MediaType?
    /// `example` comes first and has an empty name.
    public var examples: [Example] = []
    /// RFC 6901 pointer to the object, after references were followed.
    public var pointer: String
    /// The location of the object.
    public var place: Place
    /// The key under `components/headers`, where it was declared there.
    public var componentName: String?
}

private enum HeaderKey: String, ObjectKey {
    case description, required, deprecated, style, explode, schema, content, example, examples
    case name
    case location = "in"
    case allowEmptyValue, allowReserved
    case type, format, items, collectionFormat
    case defaultValue = "default"
    case maximum, exclusiveMaximum, minimum, exclusiveMinimum, maxLength, minLength, pattern
    case maxItems, minItems, uniqueItems
    case enumeration = "enum"
    case multipleOf

    static let table = KeyTable<HeaderKey>("a header", only: [(.v2_0 ... .v2_0, [.collectionFormat])])
}

extension Reader {
    /// The headers of an answer or a part. `Content-Type` is described by `content` and ignored here (Response Object).
    func headers(_ entry: Mapping.Entry, in parent: Located) -> [Header] {
        members(entry, in: parent).compactMap { header in
            guard let value = self.header(header.located, name: header.key, at: header.keyPlace) else {
                return nil
            }
            return header.key.lowercased() == "content-type" ? nil : value
        }
    }

    func header(_ start: Located, name: String, at namePlace: Place) -> Header? {
        guard isToken(name, "the header name", at: namePlace),
            let end = follow(start, .headers, otherwise: "the header \(quote(name)) is skipped")
        else { return nil }
        let located = end.located
        guard var header = once(\.headers, located, "a header", { header(located) }) else { return nil }
        header.name = name
        header.namePlace = namePlace
        header.description = end.description ?? header.description
        return header
    }

    private func header(_ located: Located) -> Header? {
        var header = Header(
            name: "", namePlace: located.place, pointer: located.pointer, place: located.place,
            componentName: componentNames.name(of: .headers, at: located.pointer))
        var value = ParameterValue()
        let isMapping = read(located) { (key: HeaderKey, entry, located) in
            switch key {
            case .description: header.description = prose(entry, in: located)
            case .required: header.isRequired = boolean(entry) ?? false
            case .deprecated: header.isDeprecated = boolean(entry) ?? false
            case .style: _ = choice(entry, of: HeaderStyle.self)
            case .explode: header.explode = boolean(entry) ?? false
            case .schema: value.schema = located.child(entry)
            case .content: value.content = located.child(entry)
            case .example: header.examples.insert(example(entry), at: 0)
            case .examples: header.examples += examples(entry, in: located)
            case .name, .location, .allowEmptyValue, .allowReserved:
                report(
                    .remark, .unknownKey, "\(code(entry.key)) has no meaning in a header; it is ignored",
                    at: entry.keyPlace)
            case .collectionFormat: value.collectionFormat = entry
            default: value.keywords.append(entry)
            }
        }
        guard isMapping, let read = finalize(value, of: located, "the header") else { return nil }
        header.schema = read.schema
        header.content = read.content
        if let entry = value.collectionFormat, let format = collectionFormat(entry) {
            header.explode = format == .multi
        }
        return header
    }

    private enum HeaderStyle: String, CaseIterable { case simple }

    /// Whether a name is an RFC 9110 token (5.6.2); nothing else can be sent as a header's name.
    func isToken(_ name: String, _ what: String, at place: Place) -> Bool {
        let isToken =
            !name.isEmpty
            && name.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
                    UInt8(ascii: "A")...UInt8(ascii: "Z"):
                    true
                default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
                }
            }
        if !isToken {
            report(
                .error, .badName,
                "\(what) \(quote(name)) can't be sent: use only letters, digits and !#$%&'*+-.^_`|~",
                at: place)
        }
        return isToken
    }
}
