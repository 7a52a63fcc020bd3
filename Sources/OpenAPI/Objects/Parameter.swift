public import Diagnostics
import YAML

/// One input of an operation outside the body (Parameter Object).
public struct Parameter: Sendable {
    /// The value of `in`. 2.0's `body` and `formData` become the request body.
    public enum Location: String, Hashable, Sendable, CaseIterable {
        /// The four locations that every version from 3.0 has.
        case path, query, header, cookie
        /// The whole query string (3.2).
        case querystring
    }

    /// The name as it is sent. In a header it is compared without case.
    public var name: String
    /// The location of the name.
    public var namePlace: Place
    /// Where the value is sent.
    public var location: Location
    /// CommonMark.
    public var description: String?
    /// Always true in a path.
    public var isRequired = false
    /// `deprecated` (3.0 and later).
    public var isDeprecated = false
    /// Whether a query parameter can be sent without a value.
    public var allowsEmptyValue = false
    /// The default of the location where the document has none.
    public var style: Style
    /// The default of the style where the document has none.
    public var explode: Bool
    /// Whether RFC 3986's reserved characters are sent unencoded.
    public var allowReserved = false
    /// `nil` exactly where ``content`` is set.
    public var schema: SchemaID?
    /// At most one media type.
    public var content: MediaType?
    /// `example` comes first and has an empty name.
    public var examples: [Example] = []
    /// RFC 6901 pointer to the object, after references were followed.
    public var pointer: String
    /// The location of the object.
    public var place: Place
    /// The key under `components/parameters`, where it was declared there.
    public var componentName: String?
}

/// How a value is written into a path, a query, a header, a cookie or a form ("Style Values").
public enum Style: String, Hashable, Sendable, CaseIterable {
    /// Spelled as in `style`; `cookie` is 3.2's.
    case matrix, label, simple, form, spaceDelimited, pipeDelimited, deepObject, cookie
    /// The `tsv` of 2.0. No `style` says it.
    case tabDelimited

    /// Those that a `style` can say.
    public static let allCases: [Style] = [
        .matrix, .label, .simple, .form, .spaceDelimited, .pipeDelimited, .deepObject, .cookie,
    ]
}

private enum ParameterKey: String, ObjectKey {
    case name
    case location = "in"
    case description, required, deprecated, allowEmptyValue, style, explode, allowReserved
    case schema, content, example, examples
    case type, format, items, collectionFormat
    case defaultValue = "default"
    case maximum, exclusiveMaximum, minimum, exclusiveMinimum, maxLength, minLength, pattern
    case maxItems, minItems, uniqueItems
    case enumeration = "enum"
    case multipleOf

    static let table = KeyTable<ParameterKey>("a parameter", only: [(.v2_0 ... .v2_0, [.collectionFormat])])
}

/// The keys of a parameter whose defaults depend on each other.
private struct ParameterParts {
    var name: (text: String, place: Place)?
    var location: Parameter.Location?
    var isRequired: Bool?
    var style: (Style, Place)?
    var explode: Bool?
    var value = ParameterValue()
}

extension Reader {
    /// A parameter, references followed.
    func parameter(_ start: Located) -> Parameter? {
        guard let end = follow(start, .parameters, otherwise: "the parameter is skipped"),
            var parameter = once(\.parameters, end.located, "a parameter", { parameter(at: end.located) })
        else { return nil }
        parameter.description = end.description ?? parameter.description
        return parameter
    }

    private func parameter(at located: Located) -> Parameter? {
        var parts = ParameterParts()
        var parameter = Parameter(
            name: "", namePlace: located.place, location: .query, style: .form, explode: true, pointer: located.pointer,
            place: located.place, componentName: componentNames.name(of: .parameters, at: located.pointer))
        let isMapping = read(located) { (key: ParameterKey, entry, located) in
            switch key {
            case .name: parts.name = text(entry).map { ($0, entry.value.place) }
            case .location: parts.location = choice(entry, of: Parameter.Location.self)
            case .description: parameter.description = prose(entry, in: located)
            case .required: parts.isRequired = boolean(entry)
            case .deprecated: parameter.isDeprecated = boolean(entry) ?? false
            case .allowEmptyValue: parameter.allowsEmptyValue = boolean(entry) ?? false
            case .style: parts.style = choice(entry, of: Style.self).map { ($0, entry.value.place) }
            case .explode: parts.explode = boolean(entry)
            case .allowReserved: parameter.allowReserved = boolean(entry) ?? false
            case .schema: parts.value.schema = located.child(entry)
            case .content: parts.value.content = located.child(entry)
            case .example: parameter.examples.insert(example(entry), at: 0)
            case .examples: parameter.examples += examples(entry, in: located)
            case .collectionFormat: parts.value.collectionFormat = entry
            default: parts.value.keywords.append(entry)
            }
        }
        guard isMapping, finalize(&parameter, parts, located) else { return nil }
        return parameter
    }

    private func finalize(_ parameter: inout Parameter, _ parts: ParameterParts, _ located: Located) -> Bool {
        guard let name = parts.name else {
            reportMissing("name", in: "a parameter", at: located.place)
            return false
        }
        guard let location = parts.location else {
            if !hasKey("in", located) {
                reportMissing("in", in: "the parameter \(quote(name.text))", at: located.place)
            }
            return false
        }
        (parameter.name, parameter.namePlace, parameter.location) = (name.text, name.place, location)
        if location == .header || location == .cookie,
            !isToken(name.text, "the \(location.rawValue) name", at: name.place)
        {
            return false
        }
        parameter.isRequired = isRequired(parts, located)
        guard let value = finalize(parts.value, of: located, "the parameter \(quote(name.text))") else { return false }
        parameter.schema = value.schema
        parameter.content = value.content
        resolveStyle(&parameter, parts)
        resolveQuerystring(&parameter)
        return true
    }

    private func isRequired(_ parts: ParameterParts, _ located: Located) -> Bool {
        guard parts.location == .path, parts.isRequired != true else { return parts.isRequired ?? false }
        report(
            .repaired, .pathParameter, "the path parameter \(quote(parts.name?.text ?? "")) must be `required: true`",
            at: located.place)
        return true
    }

    private func resolveStyle(_ parameter: inout Parameter, _ parts: ParameterParts) {
        let styles = parameter.location.styles
        parameter.style = styles[0]
        if let (style, place) = parts.style {
            if styles.contains(style) {
                parameter.style = style
            } else {
                report(
                    .repaired, .contradiction,
                    "the style \(quote(style.rawValue)) is not allowed for a \(parameter.location.rawValue) parameter; it is read as \(quote(styles[0].rawValue))",
                    at: place)
            }
        }
        parameter.explode = parts.explode ?? (parameter.style == .form || parameter.style == .cookie)
        guard let entry = parts.value.collectionFormat ?? swaggerList(parts) else { return }
        apply(collectionFormat(entry) ?? .csv, to: &parameter, at: entry.value.place)
    }

    /// 2.0 separates lists by commas where it says nothing.
    private func swaggerList(_ parts: ParameterParts) -> Mapping.Entry? {
        guard parts.explode == nil, parts.style == nil, parts.value.schema == nil else { return nil }
        guard let type = parts.value.keywords.first(where: { $0.key == "type" }),
            case .string("array") = type.value.value
        else { return nil }
        return Mapping.Entry(key: "", keyPlace: type.keyPlace, value: Node(.string("csv"), at: type.value.place))
    }

    private func apply(_ format: CollectionFormat, to parameter: inout Parameter, at place: Place) {
        parameter.explode = format == .multi
        switch format {
        case .csv, .multi: break
        case .ssv: parameter.style = .spaceDelimited
        case .tsv: parameter.style = .tabDelimited
        case .pipes: parameter.style = .pipeDelimited
        }
        guard !parameter.location.allows(parameter.style) else { return }
        parameter.style = parameter.location.styles[0]
        report(
            .degraded, .notExpressed,
            "a \(parameter.location.rawValue) parameter can't use \(quote(format.rawValue)); commas are used",
            at: place)
    }

    /// A whole query is a media type; a schema alone can only mean the one of forms.
    private func resolveQuerystring(_ parameter: inout Parameter) {
        guard parameter.location == .querystring, let schema = parameter.schema else { return }
        report(
            .repaired, .missingKey,
            "a `querystring` parameter needs `content`; its schema is read as `application/x-www-form-urlencoded`",
            at: parameter.place)
        parameter.schema = nil
        parameter.content = MediaType(
            name: "application/x-www-form-urlencoded", namePlace: parameter.place, schema: schema,
            pointer: parameter.pointer, place: parameter.place)
    }

    func hasKey(_ key: String, _ located: Located) -> Bool {
        guard case .mapping(let mapping) = located.node.value else { return false }
        return mapping[key] != nil
    }
}

extension Parameter.Location {
    /// The styles a parameter at the location may have, the default first ("Style Values").
    var styles: [Style] {
        switch self {
        case .path: [.simple, .label, .matrix]
        case .query, .querystring: [.form, .spaceDelimited, .pipeDelimited, .deepObject]
        case .header: [.simple]
        case .cookie: [.form, .cookie]
        }
    }

    /// Whether a list can be written in a style.
    fileprivate func allows(_ style: Style) -> Bool {
        styles.contains(style) || style == .tabDelimited && styles.contains(.pipeDelimited)
    }
}
