@_spi(Naming) import ClientModel
import Testing

@testable import Lowering

/// Inline schemas that are the same are one type.
@Suite struct CopiesTests {
    private static func document(_ paths: [(path: String, schema: String)], _ schemas: String = "") -> String {
        let items = paths.map { path, schema in
            """
              \(path):
                get:
                  operationId: get\(path.dropFirst().uppercased())
                  responses:
                    '200':
                      description: d
                      content:
                        application/json: {schema: \(object("\(path.dropFirst())_id: {type: string}, \(schema)"))}
            """
        }
        return """
            openapi: 3.1.0
            info: {title: Test, version: '1'}
            paths:
            \(items.joined(separator: "\n"))
            components: {schemas: {\(schemas)}}
            """
    }

    private func lowered(
        _ paths: [(path: String, schema: String)], after earlier: Lowered? = nil, schemas: String = ""
    ) throws -> Lowered {
        var options = LoweringOptions(name: .init(sanitizing: "Service"))
        if let earlier { options.record = earlier.api.record }
        return try LoweringTests.lowered(Self.document(paths, schemas), options)
    }

    private static func object(_ members: String, _ more: String = "") -> String {
        "{type: object, properties: {\(members)}\(more)}"
    }

    private static let meta = object("page: {type: integer}, link: \(object("url: {type: string}"))")
    private static let two = [("/a", "meta: \(meta)"), ("/b", "meta: \(meta)")]

    private func shapes(_ lowered: Lowered, _ part: String) -> [String] {
        lowered.api.types.filter { lowered.api.path(of: $0.id).contains(part) }
            .map { "\(lowered.api.path(of: $0.id)) \(lowered.api.describe($0.shape))" }
    }

    @Test func laterOnesAreAliasesOfTheFirst() throws {
        let result = try lowered(Self.two)
        #expect(
            shapes(result, "Meta") == [
                "AAPI.GetResponse.Meta struct(page: integer?, link: AAPI.GetResponse.Meta.Link?)",
                "AAPI.GetResponse.Meta.Link struct(url: string?)",
                "BAPI.GetResponse.Meta = AAPI.GetResponse.Meta",
            ])
        #expect(try result.properties("BAPI.GetResponse") == ["bID: string?", "meta: BAPI.GetResponse.Meta?"])
    }

    @Test(
        arguments: [
            ("one: {type: string, enum: [x, y]}", "one: {type: string, enum: [x, y, z]}"),
            ("one: {type: string, enum: [x, y]}", "other: {type: string, enum: [x, y]}"),
            ("one: \(object("a: {type: string}"))", "one: \(object("a: {type: integer}"))"),
            ("one: \(object("a: {type: string}"))", "one: \(object("a: {type: string, description: Another.}"))"),
            ("one: \(object("a: {type: string}", ", required: [a]"))", "one: \(object("a: {type: string}"))"),
            ("one: \(object("a: {type: string, readOnly: true}"))", "one: \(object("a: {type: string}"))"),
            ("one: {title: A, type: string, enum: [x]}", "one: {title: B, type: string, enum: [x]}"),
        ])
    func whatDiffersStaysApart(one: String, other: String) throws {
        let result = try lowered([("/a", one), ("/b", other)])
        #expect(!result.api.outline.contains { $0.contains("=") }, "\(result.api.outline)")
        #expect(result.api.record.entries.allSatisfy { $0.kind != .copies })
    }

    @Test func bodiesOfErrorsAreOneWhateverTheirStatus() throws {
        let error = "content: {application/json: {schema: {type: object, properties: {message: {type: string}}}}}"
        let result = try LoweringTests.lowered(
            """
            openapi: 3.1.0
            info: {title: Test, version: '1'}
            paths:
              /a: {get: {operationId: getA, responses: {'204': {description: d}, '404': {description: d, \(error)}}}}
              /b:
                get:
                  operationId: getB
                  responses: {'200': {description: d, \(error)}, default: {description: d, \(error)}}
            """)
        #expect(
            result.api.outline.filter { $0.contains("=") || $0.contains("struct") } == [
                "AAPI.GetNotFoundResponse struct(message: string?)", "BAPI.GetResponse struct(message: string?)",
                "BAPI.GetDefaultResponse = AAPI.GetNotFoundResponse",
            ])
    }

    @Test func titlesNameThem() throws {
        let money = "{title: Money amount, type: object, properties: {value: {type: number}}}"
        let paths = [("/a", "price: \(money)"), ("/b", "cost: \(money)")]
        let result = try lowered(paths)
        #expect(
            shapes(result, "API.GetResponse.") == ["BAPI.GetResponse.Cost = MoneyAmount"])
        #expect(try result.properties("MoneyAmount") == ["value: double?"])
        #expect(try result.properties("AAPI.GetResponse") == ["aID: string?", "price: MoneyAmount?"])

        let component = "MoneyAmount: \(Self.object("z: {type: string}"))"
        let later = try lowered(paths, after: result, schemas: component)
        #expect(try later.properties("MoneyAmount") == ["value: double?"])
    }

    /// The keys of branches end with their titles.
    @Test func titledBranchesStayOneWhileTheyGrow() throws {
        func modes(_ values: String, _ other: String) -> String {
            "mode: {anyOf: [{title: Mode, type: string, enum: [\(values)]}, \(Self.object("\(other): {type: string}"))]}"
        }
        let first = try lowered([("/a", modes("on, off", "x")), ("/b", modes("on, off", "y"))])
        let before = first.api.record.entries.filter { $0.kind == .copies }
        #expect(before.map(\.name).filter { $0.hasPrefix("title:") } == ["title:Mode"])
        #expect(before.count == 2)
        let later = try lowered([("/a", modes("on, off", "x")), ("/b", modes("on, idle, off", "y"))], after: first)
        #expect(later.api.record.entries.filter { $0.kind == .copies } == before)
        #expect(
            shapes(later, "Mode").map { $0.prefix { $0 != " " } }
                == shapes(first, "Mode").map { $0.prefix { $0 != " " } })
        #expect(shapes(later, "Mode").contains { $0.contains("idle") })
    }

    @Test func sentencesAreNoNames() throws {
        let one = "{title: The price of one that is sold., type: object, properties: {value: {type: number}}}"
        let result = try lowered([("/a", "price: \(one)"), ("/b", "price: \(one)")])
        #expect(shapes(result, "BAPI.GetResponse.") == ["BAPI.GetResponse.Price = AAPI.GetResponse.Price"])
    }

    /// Both would be the same type under two names, and code that is written for both would be ambiguous.
    @Test func typesOfEarlierRunsStayApart() throws {
        let other = ("/b", "meta: {type: object, properties: {page: {type: integer}}}")
        let earlier = try lowered([Self.two[0], other])
        let later = try lowered(Self.two, after: earlier)
        #expect(shapes(later, "BAPI.GetResponse.Meta").count == 2)
        #expect(later.api.record.entries.allSatisfy { $0.kind != .copies })
    }

    @Test func newOperationsJoin() throws {
        let earlier = try lowered([Self.two[0]])
        let later = try lowered([Self.two[1], Self.two[0]], after: earlier)
        #expect(
            shapes(later, ".Meta") == [
                "BAPI.GetResponse.Meta = AAPI.GetResponse.Meta",
                "AAPI.GetResponse.Meta struct(page: integer?, link: AAPI.GetResponse.Meta.Link?)",
                "AAPI.GetResponse.Meta.Link struct(url: string?)",
            ])
    }

    @Test(
        arguments: [
            ("page: {type: integer}", "page: {type: integer}, size: {type: integer}", "page: integer?, size: integer?"),
            (
                "page: {type: integer}",
                "page: {type: integer}, links: {type: array, items: \(object("x: {type: string}"))}",
                "page: integer?, links: [FIRST.Link]?"
            ),
            (
                "page: {type: integer}", "page: {type: [integer, 'null']}, size: {type: string}",
                "page: integer?, size: string?"
            ),
            ("order: {enum: [x, y]}", "order: {enum: [x, y, z]}", "order: FIRST.Order?"),
            (
                "one: {oneOf: [{type: string}, {type: integer}]}",
                "one: {oneOf: [{type: string}, {type: integer}, {type: boolean}]}",
                "one: FIRST.One?"
            ),
        ])
    func copiesThatGrowStayOne(before: String, after: String, properties: String) throws {
        func path(_ path: String, _ members: String) -> (String, String) {
            (path, "meta: {type: object, properties: {\(members)}}")
        }
        let earlier = try lowered([path("/a", before), path("/b", before)])
        for (first, second) in [(before, after), (after, before)] {
            let later = try lowered([path("/a", first), path("/b", second)], after: earlier)
            let expected = properties.replacing("FIRST", with: "AAPI.GetResponse.Meta")
            let shapes = shapes(later, ".Meta")
            #expect(shapes.contains("AAPI.GetResponse.Meta struct(\(expected))"), "\(shapes)")
            #expect(shapes.contains("BAPI.GetResponse.Meta = AAPI.GetResponse.Meta"))
            let records = [later, earlier].map { $0.api.record.entries.filter { $0.kind == .copies } }
            #expect(records[0] == records[1])
        }
        let reordered = try lowered([path("/b", after), path("/a", before)], after: earlier)
        #expect(shapes(reordered, ".Meta").contains("BAPI.GetResponse.Meta = AAPI.GetResponse.Meta"))
    }

    @Test func growingValuesAndCasesAreThoseOfAll() throws {
        func path(_ path: String, _ member: String) -> (String, String) { (path, "one: \(member)") }
        let (x, y) = ("{type: string, enum: [x]}", "{type: string, enum: [x, y]}")
        let earlier = try lowered([path("/a", x), path("/b", x)])
        let later = try lowered([path("/a", x), path("/b", y)], after: earlier)
        #expect(try later.enumeration("AAPI.GetResponse.One").cases.map(\.name.text) == ["x", "y"])
    }

    @Test func casesListTheBranchesOfAllCopies() throws {
        let union = "value: {oneOf: [{type: string}, {type: integer}]}"
        let result = try lowered([("/a", union), ("/b", union)])
        let unions = result.api.types.compactMap { type -> Union? in
            if case .union(let union) = type.shape { union } else { nil }
        }
        #expect(unions.count == 1)
        let schema = "get/responses/200/content/application~1json/schema/properties/value/oneOf/0"
        #expect(unions.first?.cases.first?.pointers == ["#/paths/~1a/\(schema)", "#/paths/~1b/\(schema)"])
    }

    @Test func contradictionsPart() throws {
        let earlier = try lowered(Self.two)
        let other = ("/b", "meta: \(Self.object("page: {type: string}"))")
        let later = try lowered([Self.two[0], other], after: earlier)
        #expect(try later.properties("BAPI.GetResponse.Meta") == ["page: string?"])
    }

    @Test func theNextIsTheFirstWhereTheFirstIsGone() throws {
        let three = Self.two + [("/c", "meta: \(Self.meta)")]
        let earlier = try lowered(three)
        let later = try lowered(Array(three.dropFirst()), after: earlier)
        #expect(shapes(later, "CAPI.GetResponse.Meta") == ["CAPI.GetResponse.Meta = BAPI.GetResponse.Meta"])
    }

    @Test func namesOfTheConfigurationAreKept() throws {
        var options = LoweringOptions(name: .init(sanitizing: "Service"))
        let pointer = "#/paths/~1b/get/responses/200/content/application~1json/schema/properties/meta/properties/link"
        options.pins = [LoweringOptions.Pin(pointer: pointer, name: nil, type: "Address", place: nil)]
        let result = try LoweringTests.lowered(Self.document(Self.two), options)
        #expect(
            shapes(result, "BAPI.GetResponse.Meta") == [
                "BAPI.GetResponse.Meta struct(page: integer?, link: BAPI.GetResponse.Meta.Address?)",
                "BAPI.GetResponse.Meta.Address = AAPI.GetResponse.Meta.Link",
            ])
    }

    /// What a response requires, a request may not have.
    @Test func whatOneDirectionRequiresIsNoneOfTheOther() throws {
        let schema = "{type: object, required: [id], properties: {id: {type: string, readOnly: true}}}"
        let body = "content: {application/json: {schema: {type: object, properties: {item: \(schema)}}}}"
        let result = try LoweringTests.lowered(
            """
            openapi: 3.1.0
            info: {title: Test, version: '1'}
            paths:
              /a: {get: {operationId: getA, responses: {'200': {description: d, \(body)}}}}
              /b: {post: {operationId: addB, requestBody: {\(body)}, responses: {'204': {description: d}}}}
            """)
        #expect(try result.properties("AAPI.GetResponse.Item") == ["id: string"])
        #expect(try result.properties("BAPI.AddBody.Item") == ["id: string?"])
    }
}
