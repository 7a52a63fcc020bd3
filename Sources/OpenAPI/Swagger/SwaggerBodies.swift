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

private enum BodyParameterKey: String, ObjectKey {
    case name
    case location = "in"
    case description, required, schema

    static let table = KeyTable<BodyParameterKey>("a body parameter")
}

extension Reader {
    func readSwaggerDefaults(_ mapping: Mapping) {
        guard family == .v2_0 else { return }
        let json = [MediaRange(name: "application/json", place: references.files[0].root.place)]
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
        return set.form.isEmpty ? nil : SwaggerForm(members: set.form, consumes: consumes).body(of: operation, &arena)
    }

    private func bodyParameter(_ located: Located, _ consumes: [MediaRange]) -> RequestBody? {
        var body = RequestBody(
            pointer: located.pointer, place: located.place,
            componentName: componentNames.name(of: .parameters, at: located.pointer)
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
}
