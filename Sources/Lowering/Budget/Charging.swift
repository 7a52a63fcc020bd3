import ClientModel
import Diagnostics
import OpenAPI

extension OutputBudget {
    /// Charges a finished declaration. The properties of a structure were charged as they were made, to the schemas that declare them.
    mutating func charge(_ draft: Draft) {
        let (bytes, isUse) =
            switch draft.shape {
            case .structure: (0, false)
            case .alias: (0, true)
            case .enumeration(let enumeration): (OutputWeight.cases(enumeration), true)
            case .union(let union): (OutputWeight.cases(union), true)
            }
        charge(
            OutputWeight.declaration + bytes + OutputWeight.text(draft.documentation), declarations: 1,
            for: "'\(draft.pointer)'", at: draft.place, isUse: isUse)
    }

    mutating func charge(_ operation: ClientModel.Operation, _ source: OpenAPI.Operation) {
        charge(
            OutputWeight.operation(operation), declarations: 1, for: "'\(source.pointer)'", at: source.place)
        charge(operation.parameters, operation.responses, source)
    }

    mutating func charge(_ webhook: ClientModel.Webhook, _ source: OpenAPI.Operation) {
        charge(OutputWeight.webhook(webhook), for: "'\(source.pointer)'", at: source.place)
        charge(webhook.parameters, webhook.responses, source)
    }

    /// Charges a property to the schema that declares it, and a long text about it to the schema that has the text.
    ///
    /// - Parameters:
    ///   - schemas: Those of its values.
    ///   - isFirst: Whether it is the first of that schema in a structure.
    mutating func charge(
        _ property: Property, of schemas: [SchemaID], declaredBy origin: SchemaID, isFirst: Bool, _ facts: SchemaFacts
    ) {
        let bytes = OutputWeight.property(property)
        let text = OutputWeight.texts(ofProperty: property)
        let owner = text > bytes / 2 ? textOwner(schemas, facts) : nil
        charge(bytes - (owner == nil ? 0 : text), to: facts.document[origin], isUse: isFirst)
        if let owner { charge(text, to: facts.document[owner], isUse: true) }
    }

    private mutating func charge(_ bytes: Int, to schema: Schema, isUse: Bool) {
        charge(bytes, for: "'\(schema.pointer)'", at: schema.place, isUse: isUse)
    }

    /// The first schema with a text of its own that says what values are.
    private func textOwner(_ schemas: [SchemaID], _ facts: SchemaFacts) -> SchemaID? {
        for schema in schemas {
            var next: SchemaID? = schema
            while let id = next {
                let schema = facts.document[id]
                if schema.description != nil || schema.defaultValue != nil || !schema.examples.isEmpty { return id }
                next = facts.isComponent(id) ? nil : facts.index.wrapped(id)
            }
        }
        return nil
    }

    /// Charges the shapes of a branch to the schema that lists it.
    mutating func charge(_ valueShapes: [ValueShape], listedBy owner: SchemaID, _ facts: SchemaFacts) {
        charge(
            valueShapes.reduce(0) { $0 + OutputWeight.signature($1.signature) }, to: facts.document[owner], isUse: false
        )
    }

    /// Charges the values that declarations have for tests.
    mutating func charge(samplesOf declarations: Declarations, _ maker: SampleMaker) {
        for (index, draft) in declarations.enumerated() {
            charge(
                OutputWeight.samples(maker.parts(ofSamplesOf: TypeID(index))), for: "'\(draft.pointer)'",
                at: draft.place, isUse: false)
        }
    }

    private mutating func charge(
        _ parameters: [ClientModel.Parameter], _ responses: [ClientModel.Response], _ source: OpenAPI.Operation
    ) {
        for parameter in parameters {
            let bytes = OutputWeight.parameter(parameter)
            charge(bytes, "the parameter \(quote(parameter.wireName))", parameter.place, in: source)
        }
        for response in responses { charge(OutputWeight.response(response), "a response", response.place, in: source) }
    }

    /// Charges a part of an operation to the operation, or to where it is written if that is elsewhere.
    private mutating func charge(_ bytes: Int, _ name: String, _ place: Place?, in source: OpenAPI.Operation) {
        guard let place, place.file != source.place.file || !source.place.range.contains(place.start) else {
            return charge(bytes, for: "'\(source.pointer)'", at: source.place, isUse: false)
        }
        charge(bytes, for: name, at: place)
    }
}

extension Place {
    fileprivate var range: Range<UInt32> { start..<max(start, end) }
}
