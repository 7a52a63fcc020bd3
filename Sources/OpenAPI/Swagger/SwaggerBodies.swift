import Diagnostics
import YAML

/// A media type and where it is named.
struct MediaRange {
    var name: String
    var place: Place
}

/// What 2.0 says once for every operation.
struct SwaggerDefaults {
    var consumes: [MediaRange] = []
    var produces: [MediaRange] = []
}

/// A parameter that is a member of a form (2.0).
struct FormParameter {
    var name: String
    var namePlace: Place
    var isRequired: Bool
    var isFile: Bool
    var isList: Bool
    var format: CollectionFormat
    var located: Located
}

private enum BodyParameterKey: String, ObjectKey {
    case name
    case location = "in"
    case description, required, schema

    static let table = KeyTable<BodyParameterKey>("a body parameter")
}

extension Reader {
    func readSwaggerDefaults(_ mapping: Mapping) {
        guard version.family == .v2_0 else { return }
        let json = [MediaRange(name: "application/json", place: files[0].root.place)]
        swaggerDefaults = SwaggerDefaults(consumes: json, produces: json)
        for entry in mapping.entries {
            if entry.key == "consumes" { swaggerDefaults.consumes = mediaRanges(entry) }
            if entry.key == "produces" { swaggerDefaults.produces = mediaRanges(entry) }
        }
    }

    func mediaRanges(_ entry: Mapping.Entry) -> [MediaRange] {
        texts(entry).compactMap {
            isMediaType($0.name, at: $0.place) ? MediaRange(name: $0.name, place: $0.place) : nil
        }
    }

    /// Takes a parameter that is a body or a member of a form.
    ///
    /// - Returns: whether it was one, or leads nowhere, which has been reported.
    func addSwagger(_ start: Located, to set: inout ParameterSet) -> Bool {
        guard let located = follow(start, .parameters, otherwise: "the parameter is skipped")?.located else {
            return true
        }
        guard case .mapping(let mapping) = located.node.value, case .string(let location)? = mapping["in"]?.value
        else { return false }
        switch location {
        case "body": set.body = located
        case "formData":
            guard let member = formParameter(mapping, located) else { break }
            set.form.append(member)
        default: return false
        }
        return true
    }

    private func formParameter(_ mapping: Mapping, _ located: Located) -> FormParameter? {
        guard let entry = mapping.entries.first(where: { $0.key == "name" }), let name = text(entry) else {
            reportMissing("name", in: "a parameter", at: located.place)
            return nil
        }
        var member = FormParameter(
            name: name, namePlace: entry.value.place, isRequired: false, isFile: false, isList: false, format: .csv,
            located: located)
        for entry in mapping.entries {
            switch entry.key {
            case "required": member.isRequired = boolean(entry) ?? false
            case "collectionFormat": member.format = collectionFormat(entry) ?? .csv
            case "type":
                guard case .string(let type) = entry.value.value else { break }
                member.isFile = type == "file"
                member.isList = type == "array"
            default: break
            }
        }
        return member
    }

    /// The body that `body` and `formData` parameters mean.
    func requestBody(_ set: ParameterSet, consumes: [MediaRange]?, of operation: Located) -> RequestBody? {
        let consumes = consumes ?? swaggerDefaults.consumes
        if let body = set.body {
            for member in set.form {
                report(
                    .leftOut, .contradiction,
                    "an operation can't have both a body and a form; the form parameter \(quote(member.name)) is skipped",
                    at: member.namePlace)
            }
            return bodyParameter(body, consumes)
        }
        return set.form.isEmpty ? nil : form(set.form, consumes, of: operation)
    }

    private func bodyParameter(_ located: Located, _ consumes: [MediaRange]) -> RequestBody? {
        var body = RequestBody(
            pointer: located.pointer, place: located.place, componentName: componentNames[.parameters]?[located.pointer]
        )
        var id: SchemaID?
        let isMapping = read(located) { (key: BodyParameterKey, entry, located) in
            switch key {
            case .name, .location: break
            case .description: body.description = prose(entry, in: located)
            case .required: body.isRequired = boolean(entry) ?? false
            case .schema: id = schema(located.child(entry), leavingOut: "`schema`")
            }
        }
        guard isMapping else { return nil }
        body.content = consumes.map { range in
            MediaType(
                name: range.name, namePlace: range.place, schema: id, pointer: located.pointer, place: located.place)
        }
        return body
    }

    private func form(_ members: [FormParameter], _ consumes: [MediaRange], of operation: Located) -> RequestBody {
        let place = members[0].located.place
        let fields = members.map { member in
            FormMember(
                name: member.name, namePlace: member.namePlace, schema: arena.id(member.located, .parameter),
                isRequired: member.isRequired)
        }
        var located = operation
        located.pointer = Pointer.appending("parameters", to: operation.pointer)
        located.node = Node(.null, at: place)
        let schema = arena.id(located, .form(fields))
        let encodings = members.filter(\.isList).map { list in
            Encoding(
                property: list.name, style: list.format.formStyle, explode: list.format == .multi,
                place: list.located.place)
        }
        let hasFile = members.contains(where: \.isFile)
        let content = Self.formTypes(consumes, hasFile: hasFile, at: place).map { range in
            MediaType(
                name: range.name, namePlace: range.place, schema: schema, encodings: encodings,
                pointer: located.pointer, place: place)
        }
        return RequestBody(
            isRequired: members.contains(where: \.isRequired), content: content, pointer: located.pointer, place: place)
    }

    /// The media types of a form, of which only two can be; a file needs the one.
    private static func formTypes(_ consumes: [MediaRange], hasFile: Bool, at place: Place) -> [MediaRange] {
        let multipart = "multipart/form-data"
        let urlencoded = "application/x-www-form-urlencoded"
        let named = consumes.filter { range in
            let essence = range.name.prefix { $0 != ";" }.lowercased()
            return essence == multipart || essence == urlencoded && !hasFile
        }
        return named.isEmpty ? [MediaRange(name: hasFile ? multipart : urlencoded, place: place)] : named
    }
}

extension CollectionFormat {
    fileprivate var formStyle: Style {
        switch self {
        case .csv, .multi: .form
        case .ssv: .spaceDelimited
        case .tsv: .tabDelimited
        case .pipes: .pipeDelimited
        }
    }
}
