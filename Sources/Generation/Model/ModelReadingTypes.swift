@_spi(Naming) import ClientModel
import YAML

extension TypeDeclaration {
    init(model node: Node) throws(ModelError) {
        let fields = try ModelFields(node)
        var usage: Usage = []
        for word in try fields.texts("usage") { usage.insert(word == "request" ? .request : .response) }
        self.init(
            id: TypeID(try fields.number("id")), name: try fields.identifier("name"),
            scope: try Scope(model: fields.required("scope")), wireName: try fields.text("wireName"),
            pointer: try fields.text("pointer"), documentation: try Documentation(of: fields),
            shape: try Shape(model: fields.required("shape")), usage: usage, samples: try fields.texts("samples"))
        stablePointer = try fields.optionalText("stablePointer") ?? pointer
        fileName = try fields.optionalIdentifier("fileName") ?? name
        testName = try fields.optionalIdentifier("testName") ?? name
        unknownTestName = try fields.optionalIdentifier("unknownTestName")
    }
}

extension TypeDeclaration.Scope {
    init(model node: Node) throws(ModelError) {
        let (name, payload) = try node.modelCase
        switch name {
        case "service": self = .service
        case "type": self = .type(TypeID(try payload.modelNumber))
        case "group": self = .group(try payload.modelNumber)
        default: throw node.unknownCase("scope")
        }
    }
}

extension TypeDeclaration.Shape {
    init(model node: Node) throws(ModelError) {
        let (name, payload) = try node.modelCase
        switch name {
        case "structure":
            let fields = try ModelFields(payload)
            self = .structure(
                Structure(
                    properties: try fields.list("properties", Property.init(model:)),
                    additionalProperties: try fields.optional("additionalProperties", TypeReference.init(model:)),
                    additionalName: try fields.optionalIdentifier("additionalName") ?? .additionalProperties,
                    explicitNulls: try fields.optionalIdentifier("explicitNulls")))
        case "enumeration": self = .enumeration(try Enumeration(model: payload))
        case "union": self = .union(try Union(model: payload))
        case "alias": self = .alias(try TypeReference(model: payload))
        default: throw node.unknownCase("shape")
        }
    }
}

extension Property {
    init(model node: Node) throws(ModelError) {
        let fields = try ModelFields(node)
        self.init(
            name: try fields.identifier("name"), wireName: try fields.text("wireName"),
            type: try TypeReference(model: fields.required("type")),
            presence: try Presence(model: fields.required("presence")), isIndirect: try fields.flag("isIndirect"),
            isReadOnly: try fields.flag("isReadOnly"), isWriteOnly: try fields.flag("isWriteOnly"),
            isSecret: try fields.flag("isSecret"),
            defaultValue: try fields.optionalText("defaultValue"), documentation: try Documentation(of: fields))
        storage = try fields.optionalIdentifier("storage")
        constant = try fields.optionalText("constant").map {
            type == .scalar(.boolean) ? .boolean($0 == "true") : .string($0)
        }
    }
}

extension Property.Presence {
    init(model node: Node) throws(ModelError) {
        switch try node.modelText {
        case "required": self = .required
        case "requiredNullable": self = .requiredNullable
        case "optional": self = .optional
        case "optionalNullable": self = .optionalNullable
        default: throw node.unknownCase("presence")
        }
    }
}

extension Enumeration {
    init(model node: Node) throws(ModelError) {
        let fields = try ModelFields(node)
        let rawNode = try fields.required("rawType")
        let raw: RawType =
            switch try rawNode.modelText {
            case "string": .string
            case "integer": .integer
            case "unsigned": .unsigned
            case "number": .number
            case "boolean": .boolean
            default: throw rawNode.unknownCase("raw type")
            }
        self.init(
            rawType: raw,
            cases: try fields.list("cases") { node throws(ModelError) in
                let fields = try ModelFields(node)
                return Case(
                    name: try fields.identifier("name"), value: try Value(raw, model: fields.required("value")),
                    documentation: try Documentation(of: fields))
            })
        allowsOthers = try fields.flag("allowsOthers")
    }
}

extension Enumeration.Value {
    init(_ raw: Enumeration.RawType, model node: Node) throws(ModelError) {
        let text = try node.modelText
        switch raw {
        case .string: self = .string(text)
        case .number: self = .number(text)
        case .boolean: self = .boolean(text == "true")
        case .integer:
            guard let number = Int64(text) else { throw node.unknownCase("integer") }
            self = .integer(number)
        case .unsigned:
            guard let number = UInt64(text) else { throw node.unknownCase("integer") }
            self = .unsigned(number)
        }
    }
}

extension Union {
    init(model node: Node) throws(ModelError) {
        let fields = try ModelFields(node)
        self.init(
            cases: try fields.list("cases", Case.init(model:)),
            selection: try Selection(model: fields.required("selection")))
        unrecognized = try fields.optionalIdentifier("unrecognized") ?? .unrecognized
        fallback = try fields.optional("fallback") { node throws(ModelError) in try node.modelNumber }
    }
}

extension Union.Case {
    init(model node: Node) throws(ModelError) {
        let fields = try ModelFields(node)
        var signature = Union.Signature(kind: try fields.value("kind"))
        signature.required = try fields.texts("required")
        signature.known = try fields.texts("known")
        self.init(
            name: try fields.identifier("name"), type: try TypeReference(model: fields.required("type")),
            isIndirect: try fields.flag("isIndirect"), signature: signature,
            documentation: try Documentation(of: fields), pointers: try fields.texts("pointers"))
    }
}

extension Union.Selection {
    init(model node: Node) throws(ModelError) {
        let (name, payload) = try node.modelCase
        switch name {
        case "shape": self = .shape
        case "discriminator":
            let fields = try ModelFields(payload)
            var mapping: [(value: String, case: Int)] = []
            for entry in try fields.entries("mapping") { mapping.append((entry.key, try entry.value.modelNumber)) }
            self = .discriminator(property: try fields.text("property"), mapping: mapping)
        default: throw node.unknownCase("selection")
        }
    }
}
