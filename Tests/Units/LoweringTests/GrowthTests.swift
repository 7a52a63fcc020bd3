import Changes
@_spi(Naming) import ClientModel
import Foundation
import Testing

@testable import Lowering

/// Every kind of addition, under every name that is an unlucky one, before and after what is there: with the record of names no Swift name that
/// callers use gets another meaning.
@Suite struct GrowthTests {
    /// The document with something added to one list, before and after its elements.
    private static func document(_ list: String? = nil, first: String = "", last: String = "") -> String {
        let list = list == "headers" ? "operations" : list
        func part(_ name: String, _ index: Int) -> String { name == list ? [first, last][index] : "" }
        return """
            openapi: 3.1.0
            info: {title: Test, version: '1'}
            paths: {
              \(part("operations", 0))
              '/pets/{pet_id}': {
                get: {operationId: getPet, tags: [Pet store], parameters: [
                  \(part("parameters", 0))
                  {name: pet_id, in: path, required: true, schema: {type: string}},
                  {name: page-size, in: query, schema: {type: integer}},
                  {name: sort, in: query, schema: {type: string, enum: [x, y]}}
                  \(part("parameters", 1))
                ], responses: {'200': {description: d, content: {application/json: {schema: {type: object, properties: {a: {type: object}}}}}}}},
                post: {operationId: update_pet, tags: [Pet store], requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}},
                  responses: {'204': {description: d}}}
              },
              /owners: {get: {operationId: listOwners, responses: {'204': {description: d}}}},
              /report: {get: {operationId: getReport, tags: [apiReports], responses: {
                \(part("answers", 0))
                '200': {description: d, headers: {X-Total: {schema: {type: integer}}}, content: {
                  \(part("contents", 0))
                  application/json: {schema: {$ref: '#/components/schemas/Pet'}}, text/csv: {schema: {type: string}}
                  \(part("contents", 1))
                }},
                '202': {description: d, content: {application/json: {schema: {$ref: '#/components/schemas/pet_owner'}}}},
                '404': {description: d, content: {application/json: {schema: {$ref: '#/components/schemas/Size'}}}},
                '409': {description: d, content: {application/json: {schema: {type: string}}}}
                \(part("answers", 1))
              }}}
              \(part("operations", 1))
            }
            components: {schemas: {
              \(part("schemas", 0))
              Pet: {type: object, required: [pet_name], properties: {
                \(part("properties", 0))
                pet_name: {type: string}, birthDate: {type: string}, tags: {type: array, items: {type: object, properties: {a: {type: string}}}},
                last_visit: {type: object, properties: {b: {type: string}}}, status: {type: string, enum: [
                  \(part("values", 0)) in-stock, sold_out, open \(part("values", 1))
                ]}
                \(part("properties", 1))
              }},
              pet_owner: {type: object, properties: {c: {type: string}}},
              Animal: {oneOf: [
                \(part("branches", 0))
                {$ref: '#/components/schemas/Pet'}, {$ref: '#/components/schemas/pet_owner'}, {title: Wild cat, type: object, required: [z], properties: {z: {type: string}}}
                \(part("branches", 1))
              ]},
              Size: {oneOf: [
                \(part("sizes", 0))
                {type: number}, {type: object, required: [width, pet_name], properties: {width: {type: number}, pet_name: {type: string}}}
                \(part("sizes", 1))
              ]}
              \(part("schemas", 1))
            }}
            """
    }

    /// Names that are equal to one of the document but for case, signs, number or a word that generated code has.
    private static let unlucky = [
        "petName", "pet-name", "PetName", "pet_name_", "birth_date", "BirthDate", "birth-date", "tag", "Tag", "Tags",
        "lastVisit", "LastVisit", "last-visit", "Status", "STATUS", "inStock", "in_stock", "InStock", "soldOut",
        "sold-out", "Open", "OPEN", "pet", "pets", "PET", "Pets", "petOwner", "PetOwner", "pet-owner", "pet_owners",
        "animal", "WildCat", "wild_cat", "body", "requestBody", "server", "serverURL", "self", "Type", "init",
        "petId", "petID", "PetId", "pageSize", "page_size", "PageSize", "Sort", "SORT", "sort_", "getPet", "get_pet",
        "GetPet", "get-pet", "updatePet", "UpdatePet", "list_owners", "listowners", "ListOwners", "Untagged",
        "petStore", "pet-store", "PetStore", "GetPetResponse", "get_pet_response", "Sort_", "GetPetSort",
        "additionalProperties", "rawValue", "unrecognized", "Owner", "X-Total", "x_total", "json", "csv", "ok",
        "accepted",
        "apireports", "ApiReports", "api_reports",
    ]

    private static let statuses = [
        "201", "203", "204", "206", "2XX", "400", "401", "403", "410", "4XX", "5XX", "default",
    ]

    static let lists = [
        "properties", "values", "schemas", "operations", "parameters", "branches", "sizes", "answers", "contents",
        "headers",
    ]

    private static func additions(to list: String, first: String, last: String) -> (first: String, last: String) {
        func status(_ name: String) -> Int { name.utf8.reduce(0) { $0 + Int($1) } % statuses.count }
        let (one, other) = (status(first), status(last))
        let next = other == one ? (other + 1) % statuses.count : other
        return (
            addition(to: list, first, in: "/first", statuses[one]) + ",",
            ", " + addition(to: list, last, in: "/last", statuses[next])
        )
    }

    /// - Parameters:
    ///   - path: The path of operations.
    ///   - status: The status of responses.
    private static func addition(to list: String, _ name: String, in path: String, _ status: String) -> String {
        let object =
            "{'200': {description: d, content: {application/json: {schema: {type: object, properties: {q: {}}}}}}}"
        return switch list {
        case "properties": "'\(name)': {type: object, properties: {q: {type: string}}}"
        case "values": "'\(name)'"
        case "schemas": "'\(name)': {type: object, properties: {q: {type: string}}}"
        case "operations":
            "\(path): {delete: {operationId: '\(name)', tags: ['\(name)'], responses: \(object)}, "
                + "put: {operationId: '\(name)', tags: [Pet store], responses: \(object)}}"
        case "sizes": "{type: object, required: ['\(name)'], properties: {'\(name)': {type: integer}}}"
        case "answers":
            "'\(status)': {description: d, content: "
                + "{application/json: {schema: {title: '\(name)', type: object, properties: {q: {}}}}}}"
        case "contents": "'application/vnd.\(name)+json': {schema: {type: object, properties: {q: {}}}}"
        case "headers":
            "\(path): {get: {tags: [Pet store], responses: {'204': {description: d, headers: "
                + "{'\(name)': {schema: {type: string, enum: [q]}}}}}}}"
        case "parameters": "{name: '\(name)', in: query, schema: {type: string, enum: [q, r]}}"
        default: "{title: '\(name)', type: object, required: [k], properties: {k: {type: integer}}}"
        }
    }

    /// What each Swift name means to a caller: `type.member` the name in the document, `group.method` the request.
    private func meanings(_ api: API) -> [String: String] {
        var result: [String: String] = [:]
        for type in api.types {
            let path = api.path(of: type.id)
            result[path] = type.wireName
            switch type.shape {
            case .structure(let structure):
                for property in structure.properties {
                    result["\(path).\(property.name)"] = "\(property.wireName): \(api.describe(property.type))"
                }
            case .enumeration(let enumeration):
                for value in enumeration.cases { result["\(path).\(value.name)"] = "\(value.value)" }
            case .union(let union):
                for item in union.cases { result["\(path).\(item.name)"] = api.describe(item.type) }
            case .alias: break
            }
        }
        for group in api.groups {
            result["client.\(group.name)"] = group.typeName.text
            for operation in group.operations {
                // Methods that are called by other labels share a name.
                let labels = operation.parameters.filter { $0.location == .path }.map { "\($0.name):" }.joined()
                let name = "\(group.name).\(operation.name)(\(labels))"
                result[name] = "\(operation.method) \(operation.pointer)"
                for (key, value) in outcomes(operation, api) { result["\(name) \(key)"] = value }
                if let body = operation.body { result["\(name)(\(body.name))"] = "body" }
                for parameter in operation.parameters {
                    result["\(name)(\(parameter.name))"] =
                        "\(parameter.location) \(parameter.wireName) \(api.describe(parameter.type))"
                }
            }
        }
        for header in api.headers {
            result["headers.\(header.name)"] = "\(header.wireName): \(api.describe(header.type))"
        }
        return result
    }

    /// The cases of an operation's successes and errors, and the bodies that they carry.
    private func outcomes(_ operation: ClientModel.Operation, _ api: API) -> [String: String] {
        func meaning(_ outcome: ClientModel.Operation.OutcomeCase) -> String {
            outcome.content.map { "\($0.mediaType.text) \(api.describe($0.type))" } ?? "none"
        }
        var result: [String: String] = [:]
        if case .several(let name, let cases) = operation.output {
            for outcome in cases { result["\(name).\(outcome.name)"] = meaning(outcome) }
        }
        if case .several(let name, let cases) = operation.failure {
            for outcome in cases { result["\(name).\(outcome.name)"] = meaning(outcome) }
        }
        return result
    }

    /// What additions to one list do to the names of a document.
    private struct Effects {
        var additions = 0
        /// Names that are no longer there, and names that mean something else.
        var renamed: [String] = []
        var rebound: [String] = []
        /// Pairs of additions that `diff` calls breaking for Swift callers.
        var breaking: [String] = []

        var counts: [Int] { [renamed.count, rebound.count, breaking.count] }

        mutating func add(_ other: Self) {
            additions += other.additions
            renamed += other.renamed
            rebound += other.rebound
            breaking += other.breaking
        }
    }

    /// What happens if one name is added before all others, and another one after them.
    private func effects(of list: String, first: String, last: String, after before: API, _ record: NameRecord) throws
        -> Effects
    {
        let added = Self.additions(to: list, first: first, last: last)
        let text = Self.document(list, first: added.first, last: added.last)
        let after = try lowered(text, LoweringOptions(name: Identifier(sanitizing: "Service"), record: record)).api
        let new = meanings(after)
        let addition = "\(first) first, \(last) last"
        var effects = Effects(additions: 2)
        for (symbol, meaning) in meanings(before) where new[symbol] != meaning {
            if let other = new[symbol] {
                effects.rebound.append("\(addition): \(symbol) → \(other)")
            } else {
                effects.renamed.append("\(addition): \(symbol)")
            }
        }
        if let breaking = changes(from: before, to: after).first(where: { $0.verdict == .swift }) {
            effects.breaking.append("\(addition): \(breaking.message)")
        }
        return effects
    }

    private func effects(of list: String, withRecord: Bool) throws -> Effects {
        let before = try lowered(Self.document()).api
        var effects = Effects()
        let record = withRecord ? before.record : NameRecord()
        for (first, last) in zip(Self.unlucky, Self.unlucky.dropFirst() + Self.unlucky.prefix(1)) {
            effects.add(try self.effects(of: list, first: first, last: last, after: before, record))
        }
        return effects
    }

    @Test(arguments: lists) func additionsChangeNoName(list: String) throws {
        let effects = try effects(of: list, withRecord: true)
        let changed = (effects.renamed + effects.rebound + effects.breaking).sorted()
        #expect(changed.isEmpty, "\(changed.joined(separator: "\n"))")
        #expect(effects.additions == 2 * Self.unlucky.count)
    }

    /// The names above are unlucky: without the record, one takes another's place.
    @Test(arguments: ["properties", "schemas", "operations"])
    func withoutTheRecordNamesChange(list: String) throws {
        let before = try lowered(Self.document()).api
        let change = try Self.unlucky.first {
            let effects = try effects(of: list, first: $0, last: "other", after: before, NameRecord())
            return !effects.renamed.isEmpty || !effects.rebound.isEmpty
        }
        #expect(change != nil)
    }

    private static let table = ProcessInfo.processInfo.environment["GROWTH_TABLE"]

    /// Writes all numbers, with the record and without it.
    @Test(.enabled("GROWTH_TABLE names a file for the table") { table != nil })
    func effectsOfAdditions() throws {
        let kinds = ["renamed", "rebound", "breaking"]
        var rows = [["addition", "additions"] + kinds + kinds.map { $0 + " without" }]
        for list in Self.lists {
            let (with, without) = (try effects(of: list, withRecord: true), try effects(of: list, withRecord: false))
            let numbers = [with.additions] + with.counts + without.counts
            rows.append([list] + numbers.map(String.init))
        }
        let text = rows.map { $0.joined(separator: "\t") + "\n" }.joined()
        try Data(text.utf8).write(to: URL(fileURLWithPath: try #require(Self.table)))
    }

    @Test func theRecordOfARunIsThatOfTheNext() throws {
        let first = try lowered(Self.document()).api
        let next = try lowered(
            Self.document(), LoweringOptions(name: Identifier(sanitizing: "Service"), record: first.record)
        ).api
        #expect(next.record == first.record)
        #expect(meanings(next) == meanings(first))
        #expect(!first.record.entries.isEmpty)
    }
}
