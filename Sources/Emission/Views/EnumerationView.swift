import ClientModel

extension ViewType {
    static let enumeration: ViewType = ViewType(
        name: "enumeration", summary: "An open set of known values: a struct over a raw value.",
        keys: [
            .flag("isAnyString", "Set if the document allows any string."),
            .slot("rawType", "The raw value's type.", example: "String"),
            .slots(
                "members", "One static member for each known value, documentation included.",
                example: "public static var sold: Self { Self(rawValue: \"sold\") }"),
            .slot("knownValues", "The members, as the elements of an array.", example: ".available, .sold"),
        ])
}

extension ClientScope {
    func enumeration(_ enumeration: Enumeration, imports: inout Imports) -> View {
        imports.expose([.runtime])
        // The memory to compile a literal of implicit members, such as `.sold`, is quadratic in their number.
        let base: Code = enumeration.cases.count > 100 ? "Self" : ""
        let names = enumeration.cases.map { "\(base).\(member: $0.name)" as Code }
        return View(
            .enumeration,
            [
                "isAnyString": .flag(enumeration.allowsOthers && enumeration.rawType == .string),
                "rawType": .code(enumeration.rawType.code),
                "members": .codes(enumeration.cases.map(member)),
                "knownValues": .code(listed(names, taken: 60)),
            ])
    }

    /// For example: `public static var sold: Self { Self(rawValue: "sold") }`. A stored one would cost a third more to compile.
    private func member(_ value: Enumeration.Case) -> Code {
        let declaration: Code = "\(access)static var \(value.name): Self { Self(rawValue: \(value.value.code)) }"
        return documented(declaration, value.documentation)
    }

    /// A declaration under its doc comment.
    func documented(_ declaration: Code, _ documentation: Documentation) -> Code {
        let comment = DocComment.lines(DocComment.paragraphs(documentation))
        return comment.isEmpty ? declaration : "\(comment)\n\(declaration)"
    }
}

extension Enumeration.RawType {
    var code: Code { Code(stringLiteral: swiftName) }
}

extension Enumeration.Value {
    /// The value as a Swift literal.
    var code: Code {
        switch self {
        case .string(let text): "\(literal: text)"
        case .integer(let number): "\(number)"
        case .unsigned(let number): "\(number)"
        case .number(let text): "\(Double(text) ?? 0)"
        case .boolean(let flag): flag ? "true" : "false"
        }
    }
}
