@_spi(Naming) import ClientModel
import Lowering
import YAML

extension OperationGroup {
    init(model node: Node) throws(ModelError) {
        let fields = try ModelFields(node)
        self.init(
            name: try fields.identifier("name"), typeName: try fields.identifier("typeName"),
            fileName: try fields.optionalIdentifier("fileName"), tag: try fields.optionalText("tag"),
            key: try fields.optionalText("key"),
            parent: try fields.optional("parent") { node throws(ModelError) in try node.modelNumber },
            documentation: try Documentation(of: fields),
            operations: try fields.list("operations", Operation.init(model:)))
    }
}

extension Operation {
    init(model node: Node) throws(ModelError) {
        let fields = try ModelFields(node)
        self.init(
            name: try fields.identifier("name"), typeName: try fields.identifier("typeName"),
            id: try fields.text("id"), method: try fields.text("method"),
            path: PathTemplate(parsing: try fields.text("path")), documentation: try Documentation(of: fields),
            parameters: try fields.list("parameters", Parameter.init(model:)),
            body: try fields.optional("body", RequestBody.init(model:)),
            responses: try fields.list("responses", Response.init(model:)),
            output: try Output(model: fields.required("output")),
            failure: try Failure(model: fields.required("failure")),
            security: try fields.list("security", SecurityRequirement.init(model:)),
            servers: try fields.list("servers", Server.init(model:)), pointer: try fields.text("pointer"))
        serverArgument = try fields.optionalIdentifier("serverArgument")
        parametersType = try fields.optionalIdentifier("parametersType")
        serverField = try fields.optionalIdentifier("serverField")
        variant = try fields.optionalText("variant")
    }
}

extension SecurityRequirement {
    init(model node: Node) throws(ModelError) {
        let fields = try ModelFields(node)
        var schemes: [(wireName: String, scopes: [String])] = []
        for entry in fields.entries { schemes.append((entry.key, try fields.texts(entry.key))) }
        self.init(schemes)
    }
}

extension Parameter {
    init(model node: Node) throws(ModelError) {
        let fields = try ModelFields(node)
        self.init(
            name: try fields.identifier("name"), wireName: try fields.text("wireName"),
            location: try fields.value("location"), type: try TypeReference(model: fields.required("type")),
            isRequired: try fields.flag("isRequired"), encoding: try Encoding(model: fields.required("encoding")),
            defaultValue: try fields.optionalText("defaultValue"), documentation: try Documentation(of: fields))
        fieldName = try fields.optionalIdentifier("fieldName") ?? name
        members = try fields.list("members", Content.PropertyEncoding.init(model:))
        isSecret = try fields.flag("isSecret")
    }
}

extension Parameter.Encoding {
    init(model node: Node) throws(ModelError) {
        let fields = try ModelFields(node)
        if let text = try fields.optionalText("content") {
            self = .content(MediaType(text, kind: try fields.value("kind")))
        } else {
            self = .style(
                try fields.value("style"), explode: try fields.flag("explode"),
                allowReserved: try fields.flag("allowReserved"))
        }
    }
}

extension Content {
    init(model node: Node) throws(ModelError) {
        let fields = try ModelFields(node)
        self.init(
            mediaType: MediaType(try fields.text("mediaType"), kind: try fields.value("kind")),
            type: try TypeReference(model: fields.required("type")),
            encodings: try fields.list("encodings", PropertyEncoding.init(model:)))
        prefixEncodings = try fields.list("prefixEncodings", PropertyEncoding.init(model:))
        itemEncoding = try fields.optional("itemEncoding", PropertyEncoding.init(model:))
        isWholeEvent = try fields.flag("isWholeEvent")
    }
}

extension Content.PropertyEncoding {
    init(model node: Node) throws(ModelError) {
        let fields = try ModelFields(node)
        let style: Parameter.Style? = fields["style"] == nil ? nil : try fields.value("style")
        self.init(
            wireName: try fields.text("wireName"), contentType: try fields.optionalText("contentType"), style: style,
            explode: try fields.optionalFlag("explode"), allowReserved: try fields.flag("allowReserved"))
    }
}

extension RequestBody {
    init(model node: Node) throws(ModelError) {
        let fields = try ModelFields(node)
        let choice = try fields.optional("choice") {
            node throws(ModelError) -> (typeName: Identifier, caseNames: [Identifier]) in
            let fields = try ModelFields(node)
            return (
                try fields.identifier("typeName"),
                try fields.list("caseNames") { node throws(ModelError) in try node.modelIdentifier }
            )
        }
        self.init(
            name: try fields.identifier("name"), isRequired: try fields.flag("isRequired"),
            contents: try fields.list("contents", Content.init(model:)), choice: choice,
            documentation: try Documentation(of: fields))
        fieldName = try fields.optionalIdentifier("fieldName") ?? name
    }
}

extension Response {
    init(model node: Node) throws(ModelError) {
        let fields = try ModelFields(node)
        let contents = try fields.list("contents", Content.init(model:))
        self.init(
            status: try StatusPattern(model: fields.required("status")), description: try fields.text("description"),
            contents: contents,
            headers: try fields.list("headers", Header.init(model:)),
            branches: try fields.list("branches") { node throws(ModelError) in
                let fields = try ModelFields(node)
                let name = try fields.optionalText("mediaType")
                return Branch(
                    content: contents.first { $0.mediaType.text == name },
                    meaning: try Meaning(model: fields.required("meaning")))
            })
        isNegotiated = try fields.flag("isNegotiated")
    }
}

extension Header {
    init(model node: Node) throws(ModelError) {
        let fields = try ModelFields(node)
        let encodingNode = try fields.required("encoding")
        let encoding: Encoding =
            if case .string = encodingNode.value {
                .json
            } else {
                .simple(explode: try ModelFields(encodingNode).flag("explode"))
            }
        self.init(
            name: try fields.identifier("name"), wireName: try fields.text("wireName"),
            type: try TypeReference(model: fields.required("type")), encoding: encoding,
            isRequired: try fields.flag("isRequired"), documentation: try Documentation(of: fields))
    }
}

extension Response.Meaning {
    init(model node: Node) throws(ModelError) {
        let (name, payload) = try node.modelCase
        let index: Int? = if case .number = payload.value { try payload.modelNumber } else { nil }
        switch name {
        case "output": self = .output(case: index)
        case "failure": self = .failure(case: index)
        case "unmodelled": self = .unmodelled
        default: throw node.unknownCase("meaning")
        }
    }
}

extension StatusPattern {
    init(model node: Node) throws(ModelError) {
        let text = try node.modelText
        if text == "default" {
            self = .default
        } else if text.hasSuffix("XX"), let hundreds = Int(text.dropLast(2)) {
            self = .range(hundreds)
        } else if let code = Int(text) {
            self = .code(code)
        } else {
            throw node.unknownCase("status")
        }
    }
}

extension Operation.Output {
    init(model node: Node) throws(ModelError) {
        let (name, payload) = try node.modelCase
        switch name {
        case "none": self = .none
        case "single": self = .single(try Content(model: payload))
        case "several":
            let outcomes = try Operation.Outcomes(model: payload)
            self = .several(typeName: outcomes.typeName, cases: outcomes.cases)
        default: throw node.unknownCase("output")
        }
    }
}

extension Operation.Failure {
    init(model node: Node) throws(ModelError) {
        let (name, payload) = try node.modelCase
        switch name {
        case "none": self = .none
        case "single": self = .single(try Content(model: payload))
        case "several":
            let outcomes = try Operation.Outcomes(model: payload)
            self = .several(typeName: outcomes.typeName, cases: outcomes.cases)
        default: throw node.unknownCase("failure")
        }
    }
}

extension Operation {
    fileprivate struct Outcomes {
        var typeName: Identifier
        var cases: [OutcomeCase]

        init(model node: Node) throws(ModelError) {
            let fields = try ModelFields(node)
            typeName = try fields.identifier("typeName")
            cases = try fields.list("cases") { node throws(ModelError) in
                let fields = try ModelFields(node)
                return OutcomeCase(
                    name: try fields.identifier("name"), content: try fields.optional("content", Content.init(model:)))
            }
        }
    }
}
