@_spi(Naming) import ClientModel
import Diagnostics
import OpenAPI
import Testing

@testable import Lowering

/// Each pass that works on declarations alone, by itself.
@Suite struct FinishingTests {
    // MARK: Aliases

    @Test func aliasesOfThemselvesBecomeUnions() {
        var declarations = Declarations([
            .alias("List", .array(.named(TypeID(0)))), .alias("Map", .dictionary(.named(TypeID(2)))),
            .alias("Other", .nullable(.named(TypeID(1)))), .alias("Text", .scalar(.string)),
        ])
        _ = Aliases(breakingCyclesOf: &declarations)
        #expect(declarations.cases(of: 0) == ["array"])
        #expect(declarations.cases(of: 1) == [] && declarations.cases(of: 2) == ["dictionary"])
        #expect(declarations[3].shape.aliased == .scalar(.string))
    }

    @Test func aliasesAreResolved() {
        var declarations = Declarations([
            .alias("A", .named(TypeID(1))), .alias("B", .named(TypeID(2))), .structure("C"),
            .alias("D", .nullable(.named(TypeID(0)))), .alias("E", .array(.named(TypeID(2)))), .alias("F", .json),
        ])
        let aliases = Aliases(breakingCyclesOf: &declarations)
        func resolved(_ index: Int) -> TypeReference { aliases.resolved(.named(TypeID(index))) }
        #expect(resolved(0) == .named(TypeID(2)) && resolved(2) == .named(TypeID(2)))
        #expect(resolved(3) == .nullable(.named(TypeID(0))) && resolved(5) == .json)
        let held = declarations.indices.map { aliases.declaration(heldBy: .named(TypeID($0)))?.index }
        #expect(held == [2, 2, 2, 2, nil, nil])
    }

    // MARK: Nesting

    @Test func nothingIsNestedInAnAlias() {
        var declarations = Declarations([
            .alias("Pets", .array(.named(TypeID(1)))), .structure("Item", in: .type(TypeID(0)), rank: .nested),
            .structure("Status", in: .type(TypeID(1)), rank: .nested),
        ])
        let aliases = Aliases(breakingCyclesOf: &declarations)
        let nesting = Nesting(movingOutOfAliases: &declarations, aliases)
        #expect(declarations.map(\.names) == [["Pets"], ["PetsItem"], ["Status"]])
        #expect(declarations.map(\.rank) == [.component, .shared, .nested])
        #expect(nesting.members == [.service: [0, 1], .type(TypeID(1)): [2]])
    }

    @Test func whatSharesAPointerHasItsNameInTheKey() {
        var inner = Draft.structure("First", in: .type(TypeID(0)), rank: .nested)
        inner.pointer = "#/components/schemas/Outer"
        var declarations = Declarations([.structure("Outer"), inner])
        let nesting = Nesting(movingOutOfAliases: &declarations, Aliases(breakingCyclesOf: &declarations))
        #expect(nesting.keyEnds == ["", "/First"])
    }

    // MARK: Constants

    private let one = Draft.enumeration("Kind", ["cat"])

    @Test func theOnlyValueIsTheDefault() throws {
        var optional = Property("other", .named(TypeID(0)))
        optional.presence = .optional
        var declarations = Declarations([
            one, .enumeration("Many", ["a", "b"]),
            .structure("Pet", [Property("kind", .named(TypeID(0))), Property("many", .named(TypeID(1))), optional]),
        ])
        let aliases = Aliases(breakingCyclesOf: &declarations)
        let nesting = Nesting(movingOutOfAliases: &declarations, aliases)
        var naming = try Naming.empty()
        setConstants(in: &declarations, aliases, nesting, &naming)
        // What has a default comes behind what has none.
        #expect(declarations.properties(of: 2).map(\.wireName) == ["many", "kind", "other"])
        #expect(declarations.properties(of: 2).map(\.constant) == [nil, .string("cat"), nil])
        let key = "#/components/schemas/Pet/properties/kind"
        #expect(naming.recorded.record(isPart: false).entries.contains(.init(.defaults, key: key, name: "cat")))
    }

    @Test func aRecordedDefaultStaysWhenValuesAreAdded() throws {
        var declarations = Declarations([
            .enumeration("Kind", ["cat", "dog"]), .structure("Pet", [Property("kind", .named(TypeID(0)))]),
        ])
        let aliases = Aliases(breakingCyclesOf: &declarations)
        let nesting = Nesting(movingOutOfAliases: &declarations, aliases)
        let key = "#/components/schemas/Pet/properties/kind"
        var naming = try Naming.empty(NameRecord(entries: [.init(.defaults, key: key, name: "dog")]))
        setConstants(in: &declarations, aliases, nesting, &naming)
        #expect(declarations.properties(of: 1).map(\.constant) == [.string("dog")])
    }

    // MARK: Usages

    @Test func usagesFollowMembers() {
        let declarations = Declarations([
            .structure("Sent", [Property("a", .array(.named(TypeID(2))))]), .structure("Received"),
            .alias("Both", .scalar(.string)), .structure("Neither"), .structure("Event"),
        ])
        let operation = ClientModel.Operation(
            sending: .named(TypeID(0)),
            receiving: [TypeReference.named(TypeID(1)), TypeReference.dictionary(.named(TypeID(2)))])
        let webhook = ClientModel.Webhook(
            wireName: "event", method: "POST", documentation: .init(), contents: [.json(.named(TypeID(4)))])
        let usages = Usages(of: declarations, by: [operation], [webhook])
        let expected: [TypeDeclaration.Usage] = [.request, .response, [.request, .response], [], .response]
        #expect(declarations.indices.map { usages[TypeID($0)] } == expected)
    }

    @Test func onlyUnionsThatAreReadNeedDistinction() {
        let declarations = Declarations([.structure("Sent"), .structure("Received")])
        let usages = Usages(
            of: declarations,
            by: [ClientModel.Operation(sending: .named(TypeID(0)), receiving: [.named(TypeID(1))])], [])
        let ambiguities = ["sent", "received"].enumerated().map {
            Ambiguity(union: TypeID($0), diagnostic: Diagnostic(.degraded, .ambiguousUnion, $1, at: nil))
        }
        var findings = Findings()
        report(ambiguities, usages, &findings)
        #expect(findings.problems.diagnostics.map(\.message) == ["received"])
    }

    // MARK: Presence

    private func presences(of property: Property, sent: Bool) -> [Property.Presence] {
        var declarations = Declarations([.structure("Pet", [property]), .alias("Any", .json)])
        let operation = ClientModel.Operation(
            sending: sent ? .named(TypeID(0)) : .json, receiving: [.named(TypeID(0))])
        let usages = Usages(of: declarations, by: [operation], [])
        resolvePresence(in: &declarations, usages, Aliases(breakingCyclesOf: &declarations))
        return declarations.properties(of: 0).map(\.presence)
    }

    @Test func nullIsDistinctFromAbsentWhereItIsSent() {
        var property = Property("a", .scalar(.string))
        property.presence = .optionalNullable
        #expect(presences(of: property, sent: true) == [.optionalNullable])
        #expect(presences(of: property, sent: false) == [.optional])
        property.type = .named(TypeID(1))
        #expect(presences(of: property, sent: true) == [.optional])
    }

    @Test func requestsNeedNotHaveWhatIsReadOnly() {
        var property = Property("id", .scalar(.string))
        property.isReadOnly = true
        #expect(presences(of: property, sent: true) == [.optional])
        #expect(presences(of: property, sent: false) == [.required])
    }

    // MARK: Bytes

    @Test func onlyPartsOfMultipartBodiesAreBytes() {
        let file = Property("file", .scalar(.binary))
        var declarations = Declarations([
            .structure("Upload", [file, Property("inner", .named(TypeID(1)))]), .structure("Inner", [file]),
            .structure("Plain", [file]), .alias("Bytes", .array(.scalar(.binary))),
        ])
        let form = Content(mediaType: MediaType("multipart/form-data", kind: .multipart), type: .named(TypeID(0)))
        keepBinaries(in: &declarations, ofMultipart: [form, .json(.named(TypeID(2)))])
        let types = [0, 1, 2].map { declarations.properties(of: $0)[0].type }
        #expect(types == [.scalar(.binary), .scalar(.binary), .scalar(.string)])
        #expect(declarations[3].shape.aliased == .array(.scalar(.string)))
    }

    // MARK: Storage

    @Test func noValueHoldsItself() {
        var declarations = Declarations([
            .structure("A", [Property("b", .named(TypeID(1))), Property("list", .array(.named(TypeID(0))))]),
            .alias("B", .nullable(.named(TypeID(2)))), .structure("C", [Property("a", .named(TypeID(0)))]),
        ])
        let aliases = Aliases(breakingCyclesOf: &declarations)
        let held = HeldTypes(breakingCyclesOf: &declarations, aliases)
        #expect(declarations.properties(of: 0).map(\.isIndirect) == [false, false])
        #expect(declarations.properties(of: 2).map(\.isIndirect) == [true])
        #expect(held.graph.edges == [[2], [], []] && held.graph.backEdges.isEmpty)
    }

    @Test func largeValuesAreHeldByReference() {
        let texts = (0..<60).map { Property("m\($0)", .scalar(.string)) }
        var declarations = Declarations([
            .structure("Large", texts), .structure("Holder", texts + [Property("large", .named(TypeID(0)))]),
        ])
        let held = HeldTypes(breakingCyclesOf: &declarations, Aliases(breakingCyclesOf: &declarations))
        boundSizes(in: &declarations, held)
        #expect(declarations.properties(of: 1).filter(\.isIndirect).map(\.wireName) == ["large"])
    }

    // MARK: Names of members

    @Test func boxesAndListsOfNullsHaveNames() {
        var boxed = Property("next", .named(TypeID(0)))
        boxed.isIndirect = true
        var nullable = Property("explicitNulls", .scalar(.string))
        nullable.presence = .optionalNullable
        var declarations = Declarations([.structure("Node", [boxed, Property("_next", .json), nullable])])
        nameMembers(in: &declarations)
        guard case .structure(let structure) = declarations[0].shape else { return }
        #expect(structure.properties.map(\.storage?.text) == ["_nextBox", nil, nil])
        #expect(structure.explicitNulls?.text == "explicitNullMembers")
    }
}
