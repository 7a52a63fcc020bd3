@_spi(Naming) import ClientModel
import Diagnostics
import OpenAPI
import Testing
import YAML

@testable import Lowering

// What passes work on, made by hand.

extension Declarations {
    init(_ drafts: [Draft]) {
        self.init()
        for draft in drafts { _ = append(draft) }
    }

    func properties(of index: Int) -> [Property] {
        if case .structure(let structure) = self[index].shape { structure.properties } else { [] }
    }

    func cases(of index: Int) -> [String] {
        if case .union(let union) = self[index].shape { union.cases.map(\.name.text) } else { [] }
    }
}

extension Draft {
    init(
        _ name: String, _ shape: TypeDeclaration.Shape, in scope: TypeDeclaration.Scope = .service,
        rank: Rank = .component
    ) {
        self.init(
            scope: scope, names: [name], wireName: name, pointer: "#/components/schemas/\(name)",
            place: Place(file: 0, start: 0, end: 0), shape: shape, source: Conjunction(SchemaID(0)), rank: rank)
    }

    static func structure(
        _ name: String, _ properties: [Property] = [], in scope: TypeDeclaration.Scope = .service,
        rank: Rank = .component
    ) -> Draft {
        Draft(name, .structure(Structure(properties: properties)), in: scope, rank: rank)
    }

    static func alias(_ name: String, _ type: TypeReference) -> Draft { Draft(name, .alias(type)) }

    static func enumeration(_ name: String, _ values: [String]) -> Draft {
        let cases = values.map { Enumeration.Case(name: Identifier(sanitizing: $0), value: .string($0)) }
        return Draft(name, .enumeration(Enumeration(rawType: .string, cases: cases)))
    }
}

extension Property {
    /// A required one.
    init(_ name: String, _ type: TypeReference) {
        self.init(name: Identifier(sanitizing: name), wireName: name, type: type, presence: .required)
    }
}

extension Content {
    static func json(_ type: TypeReference) -> Content {
        Content(mediaType: MediaType("application/json", kind: .json), type: type)
    }
}

extension ClientModel.Operation {
    init(
        _ name: String = "call", sending: TypeReference = .json, receiving: [TypeReference] = [],
        headers: [ClientModel.Header] = []
    ) {
        let body = ClientModel.RequestBody(
            name: Identifier(sanitizing: "body"), isRequired: true, contents: [.json(sending)])
        let response = ClientModel.Response(
            status: .code(200), description: "", contents: receiving.map { .json($0) }, headers: headers, branches: [])
        self.init(
            name: Identifier(sanitizing: name),
            typeName: Identifier(sanitizing: name.prefix(1).uppercased() + name.dropFirst()), id: name,
            method: "POST", path: PathTemplate(parsing: "/\(name)"), documentation: .init(), body: body,
            responses: [response], output: .none, failure: .none, pointer: "#/paths/~1\(name)/post")
    }
}

extension Document {
    static func read(_ text: String, name: String = "test.yaml") throws -> Document {
        var files = SourceFiles()
        var problems = Problems()
        let root = try #require(parse(Array(text.utf8), name: name, into: &files, problems: &problems))
        return try #require(
            Document(root: root, file: name, problems: &problems) { _, _ throws(LoadError) in throw .missing })
    }

    static func empty() throws -> Document { try read("{openapi: 3.1.0, info: {title: T, version: '1'}, paths: {}}") }
}

extension Naming {
    /// For a document without anything to name.
    static func empty(_ record: NameRecord = NameRecord(), pins: [LoweringOptions.Pin] = []) throws -> Naming {
        var findings = Findings()
        return try Naming(
            Document.empty(), .init(name: Identifier(sanitizing: "Service"), pins: pins, record: record), &findings)
    }
}
