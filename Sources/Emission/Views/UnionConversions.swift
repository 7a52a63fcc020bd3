import ClientModel

/// The initializers of a union that take a literal or a variable.
struct UnionConversions {
    enum Literal { case string, array, dictionary, integer, float }

    private(set) var literals: Set<Literal> = []
    private(set) var initializers: [Code] = []
    /// The empty string, if the document lists no other for its branch.
    private(set) var cleared: Code?
    private let access: Code

    init(_ union: Union, in scope: TypeDeclaration.Scope, of client: ClientScope) {
        access = client.access
        for conversion in client.api.conversions(to: union) {
            let name = union.cases[conversion.index].name
            let type = client.speller.spell(conversion.payload, in: scope)
            addLiteral(conversion, name, in: scope, of: client)
            initializers.append(
                """
                /// Creates `\(name)`.
                \(access)init(_ value: \(type)) { self = .\(member: name)(value) }
                """)
        }
    }

    private mutating func addLiteral(
        _ conversion: UnionConversion, _ name: Identifier, in scope: TypeDeclaration.Scope, of client: ClientScope
    ) {
        switch conversion.resolved {
        case .array(let element):
            add(.array, "arrayLiteral value: \(client.speller.spell(element, in: scope))...", name, "value")
        case .dictionary(let value):
            let value = client.speller.spell(value, in: scope)
            add(.dictionary, "dictionaryLiteral value: (String, \(value))...", name, ".init(value) { $1 }")
        case .scalar(let scalar): addLiteral(scalar, name)
        case .named(let id): if case .enumeration(let values) = client.api[id].shape { addLiteral(values, name) }
        case .json, .nullable: break
        }
    }

    private mutating func addLiteral(_ scalar: ScalarType, _ name: Identifier) {
        switch scalar {
        case .string: add(.string, "stringLiteral value: String", name, "value")
        case .uuid, .url: add(.string, "stringLiteral value: String", name, "\(scalar.code)(value)")
        case .integer, .int32, .int64, .uint64: add(.integer, "integerLiteral value: \(scalar.code)", name, "value")
        case .double, .float:
            add(.integer, "integerLiteral value: Int", name, "\(scalar.code)(value)")
            add(.float, "floatLiteral value: \(scalar.code)", name, "value")
        case .boolean, .decimal, .dateTime, .instant, .unixTime, .date, .time, .duration, .base64, .binary: break
        }
    }

    /// A literal stands for any string, so it is taken where the document allows any.
    private mutating func addLiteral(_ values: Enumeration, _ name: Identifier) {
        guard values.rawType == .string else { return }
        if values.allowsOthers {
            add(.string, "stringLiteral value: String", name, ".init(rawValue: value)")
        } else if values.cases.count == 1, values.cases[0].value == .string("") {
            cleared = ".\(member: name)(.\(member: values.cases[0].name))"
        }
    }

    private mutating func add(_ literal: Literal, _ parameter: Code, _ name: Identifier, _ payload: Code) {
        literals.insert(literal)
        initializers.append(
            """
            /// Creates `\(name)` from a literal.
            \(access)init(\(parameter)) { self = .\(member: name)(\(payload)) }
            """)
    }
}
