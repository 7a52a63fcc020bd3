import Diagnostics
import YAML

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

/// The body that form parameters make (2.0).
struct SwaggerForm {
    /// At least one.
    var members: [FormParameter]
    var consumes: [MediaRange]

    func body(of operation: Located, _ arena: inout SchemaArena) -> RequestBody {
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
        let content = types(hasFile: hasFile, at: place).map { range in
            MediaType(
                name: range.name, namePlace: range.place, schema: schema, encodings: encodings,
                pointer: located.pointer, place: place)
        }
        return RequestBody(
            isRequired: members.contains(where: \.isRequired), content: content, pointer: located.pointer, place: place)
    }

    /// The media types of a form, of which only two can be; a file needs the one.
    private func types(hasFile: Bool, at place: Place) -> [MediaRange] {
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
