import ClientModel

extension ClientScope {
    /// The documented headers as properties.
    func headers(_ imports: inout Imports) -> [View] {
        api.headers.map { header in
            imports.expose(modules(of: header.type))
            let paragraphs = DocComment.paragraphs(header.documentation) + ["`\(header.wireName)`"]
            let spelled = speller.spell(header.type, in: .service)
            let type: Code = header.type.isNullable ? spelled : "\(spelled)?"
            return View(
                .responseHeader,
                [
                    "documentation": .code(DocComment.lines(paragraphs)),
                    "access": .code(access),
                    "name": .code(Code(header.name)),
                    "type": .code(type),
                    "value": .code("try fields.\(reading(header))"),
                ])
        }
    }

    /// The runtime's call for a header, by the shape of its value.
    private func reading(_ header: Header) -> Code {
        guard case .simple(let explode) = header.encoding else { return "json(\(literal: header.wireName))" }
        var type = header.type
        while true {
            switch type {
            case .nullable(let inner): type = inner
            case .array: return "list(\(literal: header.wireName))"
            case .dictionary: return "object(\(literal: header.wireName), explode: \(explode ? "true" : "false"))"
            case .named(let id):
                switch api[id].shape {
                case .alias(let target): type = target
                case .structure: type = .dictionary(.json)
                case .enumeration, .union: return "value(\(literal: header.wireName))"
                }
            case .scalar, .json: return "value(\(literal: header.wireName))"
            }
        }
    }
}
