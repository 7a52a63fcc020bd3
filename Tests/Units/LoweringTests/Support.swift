@_spi(Naming) import ClientModel
import Diagnostics
import Foundation
import OpenAPI
import Testing
import YAML

@testable import Lowering

/// A document that was lowered, with all that was found on the way.
struct Lowered {
    var api: API
    var problems: Problems
    var files: SourceFiles

    /// The findings of the lowering and of the reading alike, as `severity kind`. Collisions of names have tests of their own.
    var findings: [String] {
        problems.diagnostics.filter { $0.kind != "name-collision" }.map { "\($0.severity.rawValue) \($0.kind)" }
    }

    /// The text a place covers.
    func text(at place: Place?) -> String {
        guard let place else { return "" }
        let bytes = files.files[Int(place.file)].bytes[Int(place.start)..<Int(place.end)]
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The declaration of a Swift name such as `Pet.Status` or `PetsAPI.ListPetsResponse`.
    func type(_ path: String) throws -> TypeDeclaration {
        try #require(api.types.first { api.path(of: $0.id) == path }, "no type \(path) among \(typeNames)")
    }

    var typeNames: [String] { api.types.map { api.path(of: $0.id) } }

    func structure(_ path: String) throws -> Structure {
        guard case .structure(let structure) = try type(path).shape else {
            throw Mismatch("\(path) is \(api.describe(try type(path).shape))")
        }
        return structure
    }

    func enumeration(_ path: String) throws -> Enumeration {
        guard case .enumeration(let enumeration) = try type(path).shape else {
            throw Mismatch("\(path) is \(api.describe(try type(path).shape))")
        }
        return enumeration
    }

    func union(_ path: String) throws -> Union {
        guard case .union(let union) = try type(path).shape else {
            throw Mismatch("\(path) is \(api.describe(try type(path).shape))")
        }
        return union
    }

    /// Properties as `name: Type`, with `?` where they may be absent, `| null` where they may be null.
    func properties(_ path: String) throws -> [String] {
        try structure(path).properties.map { api.describe($0) }
    }

    func operation(_ id: String) throws -> ClientModel.Operation {
        try #require(api.groups.flatMap(\.operations).first { $0.id == id })
    }
}

struct Mismatch: Error, CustomStringConvertible {
    var description: String
    init(_ description: String) { self.description = description }
}

/// Reads and lowers a document given as text.
func lowered(_ text: String, _ options: LoweringOptions = .init(name: .init(sanitizing: "Service"))) throws -> Lowered {
    try lowered(Array(text.utf8), name: "test.yaml", options)
}

/// Reads and lowers a document whose one request carries the schema `Sent`.
///
/// - Parameter schemas: The component schemas, each on a line of its own.
func loweredSent(_ schemas: String) throws -> Lowered {
    try lowered(
        """
        openapi: 3.1.0
        info: {title: T, version: '1'}
        paths:
          /a:
            put:
              requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Sent'}}}}
              responses: {'204': {description: d}}
        components:
          schemas:

        """ + schemas.split(separator: "\n").map { "    \($0)\n" }.joined())
}

func lowered(
    _ bytes: [UInt8], name: String, _ options: LoweringOptions = .init(name: .init(sanitizing: "Service")),
    loader: (String) -> [UInt8]? = { _ in nil }, edit: (Node) -> Node = { $0 }
) throws -> Lowered {
    var files = SourceFiles()
    var problems = Problems()
    let root = try #require(parse(bytes, name: name, into: &files, problems: &problems), "\(problems.diagnostics)")
    let load: Loader = { (path: String, problems: inout Problems) throws(LoadError) -> Node in
        guard let bytes = loader(path) else { throw .missing }
        guard let node = parse(bytes, name: path, into: &files, problems: &problems) else { throw .invalid }
        return node
    }
    let document = try #require(
        Document(root: edit(root), file: name, problems: &problems, loader: load), "\(problems.diagnostics)")
    let api = lower(document, options: options, problems: &problems)
    return Lowered(api: api, problems: problems, files: files)
}

/// A document of schemas alone.
func lowered(schemas: String, _ options: LoweringOptions = .init(name: .init(sanitizing: "Service"))) throws -> Lowered
{
    let indented = schemas.split(separator: "\n", omittingEmptySubsequences: false).map { "    " + $0 }
    return try lowered(
        """
        openapi: 3.1.0
        info: {title: Test, version: '1'}
        paths: {}
        components:
          schemas:
        \(indented.joined(separator: "\n"))
        """, options)
}

/// One operation given by its members, with `Pet`, `Problem` and `Fault` to refer to.
func loweredOperation(_ members: String, path: String = "/pets", components: String = "") throws -> (
    Lowered, ClientModel.Operation, String
) {
    let lines = members.split(separator: "\n", omittingEmptySubsequences: false).map { "      " + $0 }
    let result = try lowered(
        """
        openapi: 3.1.0
        info: {title: Test, version: '1'}
        paths:
          \(path):
            post:
        \(lines.joined(separator: "\n"))
        components:
          schemas:
            Pet: {type: object, properties: {name: {type: string}}}
            Problem: {type: object, properties: {title: {type: string}}}
            Fault: {type: object, properties: {code: {type: integer}}}
        \(components)
        """)
    let group = try #require(result.api.groups.first)
    let operation = try #require(group.operations.first)
    return (result, operation, result.api.describe(operation, in: group))
}

extension API {
    func path(of id: TypeID) -> String {
        let type = self[id]
        return switch type.scope {
        case .service: type.name.text
        case .type(let parent): path(of: parent) + "." + type.name.text
        case .group(let group): groups[group].typeName.text + "." + type.name.text
        }
    }

    func describe(_ type: TypeReference) -> String {
        switch type {
        case .scalar(let scalar): scalar.rawValue
        case .json: "json"
        case .array(let element): "[\(describe(element))]"
        case .dictionary(let value): "[string: \(describe(value))]"
        case .nullable(let inner): describe(inner) + "|null"
        case .named(let id): path(of: id)
        }
    }

    func describe(_ property: Property) -> String {
        let mark =
            switch property.presence {
            case .required: ""
            case .requiredNullable: "|null"
            case .optional: "?"
            case .optionalNullable: "|null?"
            }
        return "\(property.name): \(property.isIndirect ? "indirect " : "")\(describe(property.type))\(mark)"
    }

    func describe(_ shape: TypeDeclaration.Shape) -> String {
        switch shape {
        case .structure(let structure):
            "struct(" + structure.properties.map { describe($0) }.joined(separator: ", ")
                + (structure.additionalProperties.map { ", …: " + describe($0) } ?? "") + ")"
        case .enumeration(let enumeration):
            "enum(" + enumeration.cases.map(\.name.text).joined(separator: ", ") + ")"
        case .union(let union):
            "union(" + union.cases.map { "\($0.name): \(describe($0.type))" }.joined(separator: ", ") + ")"
        case .alias(let type): "= " + describe(type)
        }
    }

    func describe(_ operation: ClientModel.Operation, in group: OperationGroup) -> String {
        var arguments: [String] = []
        if let body = operation.body {
            let types = body.contents.map { describe($0.type) }.joined(separator: " or ")
            arguments.append("_: \(types)" + (body.isRequired ? "" : "?"))
        }
        arguments += operation.parameters.map { "\($0.name): \(describe($0.type))" + ($0.isRequired ? "" : "?") }
        let output =
            switch operation.output {
            case .none: "Void"
            case .single(let content): describe(content.type)
            case .several(let name, let cases):
                "\(name)("
                    + cases.map { "\($0.name): \($0.content.map { describe($0.type) } ?? "-")" }.joined(separator: ", ")
                    + ")"
            }
        let failure =
            switch operation.failure {
            case .none: "Never"
            case .single(let content): describe(content.type)
            case .several(let name, let cases):
                "\(name)("
                    + cases.map { "\($0.name): \($0.content.map { describe($0.type) } ?? "-")" }.joined(separator: ", ")
                    + ")"
            }
        return "\(group.name).\(operation.name)(\(arguments.joined(separator: ", "))) throws(\(failure)) -> \(output)"
    }

    /// The whole, for reading.
    var outline: [String] {
        types.map { "\(path(of: $0.id)) \(describe($0.shape))" }
            + groups.flatMap { group in group.operations.map { describe($0, in: group) } }
    }
}
