@_spi(Naming) import ClientModel
import Diagnostics
import Foundation
import TestSupport
import Testing
import YAML

@testable import Lowering

/// Parts of documents: what was chosen, all that it needs, and nothing more.
@Suite struct SelectionTests {
    private let shop = """
        openapi: 3.1.0
        info: {title: Shop, version: '1'}
        tags: [{name: pets}, {name: orders}]
        security: [{key: []}]
        paths:
          /pets:
            get: {operationId: listPets, tags: [pets], responses: {'200': {description: d, content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/pet'}}}}}}}
            post: {operationId: list_pets, tags: [pets], requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/NewPet'}}}}, responses: {'204': {description: d}}}
          /orders/{id}:
            parameters: [{name: id, in: path, required: true, schema: {$ref: '#/components/schemas/ID'}}]
            get: {operationId: getOrder, tags: [orders, pets], security: [{login: []}], responses: {'200': {description: d, content: {application/json: {schema: {$ref: '#/components/schemas/Order'}}}}}}
            delete: {tags: [orders], security: [{Key: []}], responses: {'204': {description: d}}}
        webhooks:
          sold: {post: {operationId: petSold, tags: [events], requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Sale'}}}}, responses: {'204': {description: d}}}}
        components:
          securitySchemes:
            key: {type: apiKey, in: header, name: X-Key}
            KEY: {type: http, scheme: basic}
            Key: {type: http, scheme: basic}
            login: {type: http, scheme: bearer}
          schemas:
            pet_: {type: object, properties: {other: {type: string}}}
            pet: {allOf: [{$ref: '#/components/schemas/Base'}, {type: object, properties: {kind: {$ref: '#/components/schemas/Kind'}}}]}
            Base: {type: object, properties: {size: {type: string, enum: [s, l]}, tags: {type: array, items: {type: string}}}}
            Plain: {type: object, properties: {a: {type: string}}}
            NewPet: {allOf: [{$ref: '#/components/schemas/Plain'}, {type: object, properties: {kind: {$ref: '#/components/schemas/Kind'}}}]}
            Kind: {type: string, enum: [cat, dog]}
            ID: {type: string, format: uuid}
            Order: {type: object, properties: {shape: {$ref: '#/components/schemas/Shape'}, never: {not: {type: string}}}}
            Shape: {type: object, required: [kind], discriminator: {propertyName: kind}, properties: {kind: {type: string}}}
            Square: {allOf: [{$ref: '#/components/schemas/Shape'}, {type: object, properties: {side: {type: integer}}}]}
            Circle: {allOf: [{$ref: '#/components/schemas/Shape'}, {type: object, properties: {radius: {type: integer}}}]}
            Sale: {type: object, properties: {kind: {$ref: '#/components/schemas/Kind'}, more: {not: {type: 'null'}}}}
            Lonely: {type: object, properties: {not_me: {not: {type: string}}}}
        """

    private func part(_ selection: Selection?, pins: [LoweringOptions.Pin] = []) throws -> Lowered {
        try lowered(shop, .init(name: Identifier(sanitizing: "Shop"), pins: pins, selection: selection))
    }

    private func outline(_ result: Lowered) -> String {
        let methods = result.api.groups.flatMap { group in group.operations.map { "\(group.name).\($0.name)" } }
        return
            (methods + result.api.webhooks.map(\.wireName) + result.typeNames.sorted()
            + result.api.securitySchemes.map { "\($0.name)=\($0.wireName)" }).joined(separator: " ")
    }

    static let parts: [(Selection, String)] = [
        (
            .named(tags: ["pets"]),
            "pets.list pets.listPets orders.get Base Base.Size Circle ID Kind NewPet Order Pet2 Shape Shape.Shape Square key=key login=login"
        ),
        (.named(paths: ["/pets"]), "pets.list pets.listPets Base Base.Size Kind NewPet Pet2 key=key"),
        (.named(operations: ["listPets"]), "pets.list Base Base.Size Kind Pet2 key=key"),
        (.named(operations: ["list_pets"]), "pets.listPets Kind NewPet key=key"),
        (.named(operations: ["DELETE /orders/{id}"]), "orders.delete ID key3=Key"),
        (.named(schemas: ["Order"]), "Circle Order Shape Shape.Shape Square"),
        (.named(schemas: ["NewPet", "Lonely"]), "Kind Lonely NewPet"),
        (.named(tags: ["events"]), "sold Kind Sale"),
        (.named(operations: ["petSold"]), "sold Kind Sale"),
        (
            .named(tags: ["events"], paths: ["/orders/{id}"], schemas: ["Plain"]),
            "orders.get orders.delete sold Circle ID Kind Order Plain Sale Shape Shape.Shape Square key3=Key login=login"
        ),
    ]

    @Test(arguments: parts) func takesWhatIsNeeded(selection: Selection, expected: String) throws {
        let result = try part(selection)
        #expect(outline(result) == expected)
        #expect(result.problems.diagnostics.allSatisfy { $0.severity == .remark })
        let whole = try part(nil)
        let words = Set(outline(whole).split(separator: " "))
        #expect(words.isSuperset(of: expected.split(separator: " ")))
    }

    @Test func remarksAreThoseOfThePart() throws {
        func places(_ selection: Selection?) throws -> [String] {
            let result = try part(selection)
            return result.problems.diagnostics.filter { $0.kind == "unchecked-keyword" }.map {
                result.text(at: $0.place)
            }
        }
        #expect(try places(nil).count == 3)
        #expect(try places(.named(tags: ["events"])) == ["{not: {type: 'null'}}"])
        #expect(try places(.named(paths: ["/pets"])).isEmpty)
    }

    @Test func whatIsNotThereIsRefusedWithTheNearestName() throws {
        let place = Place(file: 0, start: 3, end: 4)
        let result = try part(
            .init(
                tags: [.init("pest", at: place)], paths: [.init("/pet")],
                operations: [.init("getOrders"), .init("PUT /pets"), .init("zzz")], schemas: [.init("order")]))
        let found = result.problems.diagnostics.filter { $0.severity == .error }
        #expect(
            found.map(\.message)
                == [
                    "tag 'pest'", "operation 'getOrders'", "operation 'PUT /pets'", "operation 'zzz'", "path '/pet'",
                    "schema 'order'",
                ].map { "the document has no " + $0 })
        let nearest = ["pets", "getOrder", "GET /pets", nil, "/pets", "Order"]
        #expect(found.map(\.hint) == nearest.map { $0.map { "did you mean '\($0)'?" } })
        #expect(found.map(\.place) == [place, nil, nil, nil, nil, nil])
    }

    @Test func pinsOutsideThePartAreNoMistake() throws {
        func pin(_ pointer: String, _ name: String) -> LoweringOptions.Pin { .init(pointer: pointer, name: name) }
        let pins = [
            pin("#/components/schemas/Order", "Purchase"), pin("#/components/schemas/Order/properties/shape", "form"),
            pin("#/paths/~1orders~1{id}/get", "fetch"), pin("#/paths/~1orders~1{id}/get/parameters/0", "number"),
            pin("#/components/schemas/Kind/enum/0", "feline"), pin("#/tags/1", "purchases"),
        ]
        let result = try part(.named(paths: ["/pets"]), pins: pins)
        #expect(result.findings == [])
        #expect(try result.enumeration("Kind").cases.map(\.name.text) == ["feline", "dog"])
        let wrong = try part(
            .named(paths: ["/pets"]),
            pins: [pin("#/components/schemas/Kind/enum/7", "a"), pin("#/components/schemas/Nothing", "b")])
        #expect(wrong.findings == ["leftOut unused-name", "leftOut unused-name"])
    }
}

typealias Selection = LoweringOptions.Selection

extension Selection {
    static func named(
        tags: [String] = [], paths: [String] = [], operations: [String] = [], schemas: [String] = []
    ) -> Self {
        func choices(_ names: [String]) -> [Choice] { names.map { Choice($0) } }
        return Self(
            tags: choices(tags), paths: choices(paths), operations: choices(operations), schemas: choices(schemas))
    }
}

private let document = Repository.root.deletingLastPathComponent().appendingPathComponent(
    "shared/corpus/openai/openapi.yaml")

@Suite(.enabled(if: FileManager.default.fileExists(atPath: document.path), "there is no corpus beside the repository"))
struct LargePartTests {
    private let operations: Set = ["listModels", "createEmbedding", "createChatCompletion"]

    /// The names of the component schemas that three operations lead to, found by following the text's references.
    private func reachedNames() throws -> Set<String> {
        var files = SourceFiles()
        var problems = Problems()
        let bytes = Array(try Data(contentsOf: document))
        let root = try #require(parse(bytes, name: "openapi.yaml", into: &files, problems: &problems))
        var reached: Set<String> = []
        var open = root["paths"].members.flatMap(\.value.members).map(\.value)
            .filter { operations.contains($0["operationId"].text) }
        #expect(open.count == operations.count)
        while let node = open.popLast() {
            for (key, value) in node.members where !["example", "examples"].contains(key) {
                if key == "$ref" || key == "mapping" {
                    for reference in key == "$ref" ? [value] : value.members.map(\.value) {
                        guard reached.insert(reference.text).inserted else { continue }
                        open.append(reference.text.dropFirst(2).split(separator: "/").reduce(root) { $0[String($1)] })
                    }
                } else {
                    open.append(value)
                }
            }
            open += node.elements
        }
        return Set(reached.filter { $0.contains("/schemas/") }.map { String($0.split(separator: "/")[3]) })
    }

    @Test func threeOperationsTakeWhatTheyReach() throws {
        let bytes = Array(try Data(contentsOf: document))
        func lower(_ selection: LoweringOptions.Selection?) throws -> Lowered {
            try lowered(
                bytes, name: "openapi.yaml", .init(name: Identifier(sanitizing: "OpenAI"), selection: selection))
        }
        let part = try lower(.named(operations: operations.sorted()))
        let whole = try lower(nil)
        #expect(Set(part.api.groups.flatMap(\.operations).map(\.id)) == operations)
        let components = Set(part.api.types.filter { $0.pointer.split(separator: "/").count == 4 }.map(\.wireName))
        let reached = try reachedNames()
        #expect(components.subtracting(reached) == [])
        // It is merged into what extends it, and nothing is of its type.
        #expect(reached.subtracting(components) == ["CreateModelResponseProperties"])
        #expect(Set(part.typeNames).subtracting(whole.typeNames) == [])
        #expect(part.typeNames.count < whole.typeNames.count / 10)
        for operation in part.api.groups.flatMap(\.operations) where operation.variant == nil {
            #expect(try whole.operation(operation.id).name == operation.name)
        }
    }
}

extension Node {
    fileprivate var members: [(key: String, value: Node)] {
        if case .mapping(let mapping) = value { mapping.entries.map { ($0.key, $0.value) } } else { [] }
    }

    fileprivate var elements: [Node] { if case .sequence(let elements) = value { elements } else { [] } }

    fileprivate var text: String { if case .string(let text) = value { text } else { "" } }

    fileprivate subscript(key: String) -> Node { members.first { $0.key == key }?.value ?? self }
}
