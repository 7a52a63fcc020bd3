import ClientModel
import Diagnostics
import OpenAPI
import Testing

@testable import Lowering

/// What is counted at a size and at twice that size: steps, never seconds.
@Suite struct StepTests {
    /// The most that doubling a document may multiply its steps by.
    static let most = 2.3

    static func expectLinear(_ what: String, at size: Int, _ steps: (Int) -> Int) {
        let (once, twice) = (steps(size), steps(2 * size))
        #expect(once >= size / 4, "\(what): too few steps to compare, \(once)")
        #expect(Double(twice) <= most * Double(once), "\(what): \(once) steps, then \(twice)")
    }

    @Test(arguments: ["a chain", "a ring", "a ladder", "a fan"])
    func factsTakeStepsProportionalToTheGraph(_ kind: String) {
        func edges(_ count: Int) -> [[Int]] {
            (0..<count).map { node in
                switch kind {
                case "a chain": node + 1 < count ? [node + 1] : []
                case "a ring": [(node + 1) % count]
                case "a ladder": [node + 1, node + 2].filter { $0 < count }
                default: node == 0 ? Array(1..<count) : [0]
                }
            }
        }
        Self.expectLinear(kind, at: 500) { count in
            var steps = 0
            let graph = FactGraph(edges(count))
            let facts = graph.facts(from: false) { node, known in
                steps += 1 + graph.edges[node].count
                return node == count - 1 || graph.edges[node].contains { known[$0] }
            }
            #expect(facts[0])
            return steps
        }
    }

    @Test func reachAsksOnceForEachNode() {
        Self.expectLinear("a ladder", at: 500) { count in
            var steps = 0
            let reach = Reach(from: [0]) { node in
                steps += 1
                return [node + 1, node + 2, node + 1].filter { $0 < count }
            }
            #expect(reach.nodes.count == count)
            return steps
        }
    }

    @Test func reachStopsWhereItIsTold() {
        let reach = Reach(from: [0], atMost: 10) { [$0 + 1] }
        #expect(reach.nodes == Array(0..<10) && !reach.isComplete)
    }

    /// Branches with the same members, each with a value of its own at some depth.
    @Test(arguments: ["constants", "choices", "members", "items"])
    func branchesAreComparedWithThoseTheyMayBeMistakenFor(_ place: String) {
        func valueShape(_ value: Int) -> Union.Signature {
            var marked = Union.Signature(kind: .object)
            marked.known = ["kind"]
            if place == "choices" {
                marked.choices["kind"] = ["v\(value)", "w\(value)"]
            } else {
                marked.constants["kind"] = ["v\(value)"]
            }
            var outer = Union.Signature(kind: place == "items" ? .array : .object)
            switch place {
            case "members":
                outer.known = ["inner"]
                outer.members["inner"] = [marked]
            case "items": outer.items = [marked]
            default: outer = marked
            }
            return outer
        }
        Self.expectLinear(place, at: 200) { count in
            var index = ValueShapeIndex()
            var steps = 0
            for branch in 0..<count {
                steps += 1 + index.candidates(for: valueShape(branch)).count
                index.insert(branch, [valueShape(branch)])
            }
            #expect(index.candidates(for: valueShape(7)) == [7])
            return steps
        }
    }

    @Test func aBranchWithoutAMarkMayBeMistakenForAny() {
        var marked = Union.Signature(kind: .object)
        marked.known = ["kind"]
        marked.constants["kind"] = ["a"]
        var plain = marked
        plain.constants = [:]
        var index = ValueShapeIndex()
        index.insert(0, [marked])
        index.insert(1, [plain])
        #expect(index.candidates(for: plain) == [0, 1])
        marked.constants["kind"] = ["b"]
        #expect(index.candidates(for: marked) == [1])
    }

    /// Each level lists the two behind it twice: without a memory, levels would take steps that double with each.
    @Test func unionsOfUnionsWithSharedBranchesEnd() throws {
        let count = 40
        func name(_ number: Int) -> String { "{$ref: '#/components/schemas/N\(number)'}" }
        let levels = (0..<count).map { number in
            let inner = "{type: object, properties: {v: {oneOf: [\(name(number + 1)), \(name(number + 2))]}}}"
            let items = "{anyOf: [\(name(number + 1)), \(inner)]}"
            return "N\(number): {type: object, properties: {k: {type: array, items: \(items)}}}"
        }
        let ends = [count, count + 1].map {
            "N\($0): {type: object, required: [e\($0)], properties: {e\($0): {type: string}}}"
        }
        let result = try lowered(schemas: (levels + ends).joined(separator: "\n"))
        #expect(!result.problems.hasErrors)
        #expect(try result.structure("N0").properties.count == 1)
    }

    @Test func branchesThatDifferBelowSharedSchemasAreNotTwins() throws {
        func branch(_ format: String) -> String {
            let inner = "{type: object, properties: {b: {type: string, format: \(format)}}}"
            return "{type: object, properties: {a: {type: array, items: \(inner)}}}"
        }
        let result = try lowered(
            schemas: "U: {oneOf: [\(branch("date")), \(branch("uuid")), \(branch("date"))]}")
        #expect(try result.union("U").cases.count == 2)
        #expect(result.findings.contains("repaired repeated-branch"))
    }

    @Test func branchesWithMembersOfMembersAreToldApart() throws {
        let branches = (0..<60).map {
            "{type: object, properties: {a: {type: object, properties: {b: {enum: [v\($0)]}}}}}"
        }
        let result = try lowered(schemas: "U: {oneOf: [\(branches.joined(separator: ", "))]}")
        #expect(try result.union("U").cases.count == 60)
        #expect(!result.findings.contains("degraded ambiguous-union"), "\(result.findings)")
        #expect(try result.union("U").cases.allSatisfy { $0.signature.members["a"] != nil })
    }

    @Test func listsOfThemselvesEnd() throws {
        let result = try lowered(
            """
            openapi: 3.2.0
            info: {title: Test, version: '1'}
            paths:
              /a:
                post:
                  requestBody:
                    content:
                      application/json: {schema: {$ref: '#/components/schemas/A'}}
                      application/xml: {schema: {$ref: '#/components/schemas/B'}}
                  responses:
                    '200':
                      description: Fine
                      content:
                        application/xml: {schema: {$ref: '#/components/schemas/A'}}
                        application/json: {schema: {$ref: '#/components/schemas/B'}}
                        text/event-stream: {itemSchema: {$ref: '#/components/schemas/U0'}}
            components:
              schemas:
                A: {type: array, items: {$ref: '#/components/schemas/A'}}
                B: {type: array, items: {$ref: '#/components/schemas/B'}}
            \(Self.levels(30))
            """)
        #expect(!result.problems.hasErrors, "\(result.findings)")
    }

    /// Each level is the next one or the next one.
    private static func levels(_ count: Int) -> String {
        let unions = (0..<count).map { number in
            let next = "allOf: [{$ref: '#/components/schemas/U\(number + 1)'}]"
            return "    U\(number): {anyOf: [{\(next)}, {description: Or, \(next)}]}"
        }
        return (unions + ["    U\(count): {type: object, properties: {data: {type: string}}}"]).joined(separator: "\n")
    }
}
