import ClientModel

/// How many bytes of output parts of the client model become, about: sources, tests and pages together.
///
/// The factors were fitted to the output of real documents; `OutputLimitTests` compares them with the output of this repository.
enum OutputWeight {
    /// A declared type but for its members.
    static let declaration = 1_000

    static func text(_ documentation: Documentation) -> Int {
        let own = (documentation.summary?.utf8.count ?? 0) + (documentation.description?.utf8.count ?? 0)
        return own + documentation.facts.reduce(0) { $0 + $1.utf8.count }
            + documentation.examples.reduce(0) { $0 + $1.utf8.count }
    }

    static func property(_ property: Property) -> Int {
        // It is declared, an argument, read, written, hashed and listed on a page; two of these have its documentation.
        290 + 8 * property.wireName.utf8.count + texts(ofProperty: property)
    }

    static func texts(ofProperty property: Property) -> Int { 2 * text(property.documentation) }

    /// A property as an argument of an overload.
    static func member(_ property: Property) -> Int {
        60 + 5 * property.wireName.utf8.count + text(property.documentation)
    }

    static func cases(_ enumeration: Enumeration) -> Int {
        enumeration.cases.reduce(0) { sum, one in
            let value = if case .string(let text) = one.value { text.utf8.count } else { 8 }
            return sum + 75 + 4 * value
        }
    }

    /// The cases of a union but for what distinguishes them.
    static func cases(_ union: Union) -> Int {
        union.cases.reduce(0) { sum, one in
            sum + 450 + text(one.documentation)
        }
    }

    /// What distinguishes a branch of a union.
    static func signature(_ signature: Union.Signature) -> Int {
        let names = signature.known.reduce(0) { $0 + $1.utf8.count + 6 }
        return 60 + 2 * names + signature.items.reduce(0) { $0 + self.signature($1) }
            + signature.members.values.joined().reduce(0) { $0 + self.signature($1) }
    }

    /// An operation but for its parameters and responses.
    static func operation(_ operation: Operation) -> Int {
        2_900 + 2 * text(operation.documentation)
    }

    /// Values for tests, by the scalars, lists and objects that they have.
    static func samples(_ parts: Int) -> Int { 15 * parts }

    static func webhook(_ webhook: Webhook) -> Int { 500 + text(webhook.documentation) }

    static func parameter(_ parameter: Parameter) -> Int {
        230 + 5 * parameter.wireName.utf8.count + 2 * text(parameter.documentation)
    }

    static func response(_ response: Response) -> Int {
        let headers = response.headers.reduce(0) { $0 + 200 + text($1.documentation) }
        let examples = response.contents.lazy.flatMap(\.examples).reduce(0) { $0 + $1.utf8.count }
        return 130 + 2 * response.description.utf8.count + headers + examples
    }
}
