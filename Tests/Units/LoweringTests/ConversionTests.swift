@_spi(Naming) import ClientModel
import Diagnostics
import OpenAPI
import Testing

@testable import Lowering

/// Each value that conversion works with, and each of its passes, by itself.
@Suite struct ConversionTests {
    private let document = """
        openapi: 3.1.0
        info: {title: T, version: '1'}
        paths:
          /pets:
            get: {operationId: listPets, tags: [pets], responses: {'204': {description: d}}}
            post: {operationId: createPet, tags: [pets], responses: {'204': {description: d}}}
          /owners: {get: {operationId: listOwners, tags: [owners], responses: {'204': {description: d}}}}
        components:
          schemas:
            Pet: {type: object, required: [name], properties: {name: {type: string}, kind: {const: pet}}}
            Wrapper: {allOf: [{$ref: '#/components/schemas/Pet'}], description: A pet}
            Dog: {allOf: [{$ref: '#/components/schemas/Pet'}, {required: [kind], properties: {age: {type: integer}}}]}
            Car: {type: object, properties: {kind: {const: car}}}
            Odd: {allOf: [{type: string}, {type: integer}]}
            Number: {oneOf: [{type: integer}, {oneOf: [{type: integer, minimum: 3}]}]}
            Either: {oneOf: [{$ref: '#/components/schemas/Pet'}, {$ref: '#/components/schemas/Car'}]}
            Twins:
              oneOf:
              - {type: object, title: One, properties: {a: {type: string}}}
              - {type: object, title: Two, properties: {a: {type: string, maxLength: 3}}}
        """

    private func facts(_ types: [LoweringOptions.SchemaType] = []) throws -> SchemaFacts {
        try SchemaFacts(Document.read(document), .init(name: Identifier(sanitizing: "Service"), types: types))
    }

    private func id(_ name: String, _ facts: SchemaFacts) throws -> SchemaID {
        try #require(facts.document.componentSchemas.first { $0.name == name }).id
    }

    // MARK: Schemas

    @Test func wrappersLeadToWhatTheyWrap() throws {
        let facts = try facts()
        let wrapped = try #require(facts.index.wrapped(id("Wrapper", facts)))
        #expect(try facts.unwrap(wrapped) == id("Pet", facts))
        #expect(facts.componentName(facts.unwrap(wrapped)) == "Pet")
    }

    @Test func configuredTypesComeBeforeSchemas() throws {
        let pointer = "#/components/schemas/Pet/properties/name"
        let facts = try facts([.init(pointer: pointer, type: .scalar(.uuid))])
        let pet = try id("Pet", facts)
        let name = facts.document[pet].properties[0].schema
        #expect(facts.configuredUse([name]) == .scalar(.uuid))
        #expect(facts.configuredUse([pet]) == nil)
    }

    @Test func contradictionsAreFoundOnceHoweverOftenSchemasAreMerged() throws {
        let facts = try facts()
        var lookup = SchemaLookup(facts)
        let odd = Conjunction(try id("Odd", facts))
        #expect(lookup.mergedSchema(of: odd).types == [.integer])
        _ = lookup.mergedSchema(of: odd)
        #expect(lookup.findings.problems.diagnostics.map(\.kind) == ["conflicting-types"])
        #expect(lookup.visited.count { $0 } == 3)
    }

    @Test func parentsAreMergedFirst() throws {
        let facts = try facts()
        var lookup = SchemaLookup(facts)
        let dog = lookup.mergedSchema(of: Conjunction(try id("Dog", facts)))
        #expect(dog.properties.map(\.name) == ["name", "kind", "age"])
        #expect(dog.required == ["name", "kind"] && dog.allowedTypes == [.object])
    }

    // MARK: Unions

    /// The groups of a component's branches.
    private func groups(
        _ name: String, _ lookup: inout SchemaLookup
    ) throws -> (groups: [BranchGroup], keyword: MergedSchema.UnionKeyword) {
        let facts = lookup.facts
        let keyword = try #require(lookup.mergedSchema(of: Conjunction(try id(name, facts))).unions.first)
        let branches = keyword.branches.map { listed in
            let id = facts.unwrap(listed)
            return Branch(
                members: [id], merged: lookup.mergedSchema(of: Conjunction(id)),
                component: facts.isComponent(id) ? id : nil, listed: listed, pointer: facts.document[listed].pointer)
        }
        return (branches.map { BranchGroup(kind: .other, branches: [$0]) }, keyword)
    }

    @Test func scalarsOfUnionsOfUnionsAreOfOneKind() throws {
        let facts = try facts()
        var lookup = SchemaLookup(facts)
        var kinds = ScalarKinds()
        let number = lookup.mergedSchema(of: Conjunction(try id("Number", facts)))
        let pet = lookup.mergedSchema(of: Conjunction(try id("Pet", facts)))
        #expect(kinds.kind(of: number, &lookup) == .integer)
        #expect(kinds.kind(of: pet, &lookup) == .other)
    }

    @Test func branchesAreSelectedByWhatTheyAloneAllow() throws {
        var lookup = SchemaLookup(try facts())
        let (groups, keyword) = try groups("Either", &lookup)
        var shapes = BranchShapes()
        let own = groups.map { shapes.shapes(of: $0, &lookup) }
        #expect(own.map { $0.map(\.signature.known) } == [[["name", "kind"]], [["kind"]]])
        var selection = UnionSelection(lookup.facts, groups, keyword, own)
        let isByShape = if case .shape = selection.decide(&shapes, &lookup) { true } else { false }
        #expect(isByShape)
        // The only member that both have speaks for one of them.
        #expect(selection.valueShapes.map { $0[0].signature.constants } == [["kind": ["pet"]], ["kind": ["car"]]])
        #expect(
            CaseNaming(facts: lookup.facts, keyword: keyword).names(of: groups).map(\.stems.first) == ["pet", "car"])
    }

    @Test func branchesThatRepeatAnotherAreMerged() throws {
        var lookup = SchemaLookup(try facts())
        let (groups, keyword) = try groups("Twins", &lookup)
        var repeated = RepeatedBranches()
        let branches = repeated.merge(groups.flatMap(\.branches), keyword, &lookup)
        #expect(branches.map(\.synonyms) == [["Two"]])
        #expect(lookup.findings.problems.diagnostics.map(\.kind) == ["repeated-branch"])
    }

    // MARK: Components

    @Test func reservedComponentsAreLoweredWhenTheyAreWanted() {
        var components = ComponentTable()
        for number in 0..<3 { components.add(SchemaID(number), TypeID(number)) }
        components.reserve(TypeID(0))
        components.reserve(TypeID(2))
        #expect(components.popPending()?.type == TypeID(1))
        #expect(components.popPending() == nil)
        components.want(TypeID(0))
        components.want(TypeID(0))
        #expect(components.popPending()?.id == SchemaID(0))
        #expect(components.popPending() == nil)
        #expect(components.dropReserved() == [TypeID(2)])
        #expect(Set(components.types.keys) == [SchemaID(0), SchemaID(1)])
    }

    @Test func whatIsOnlyMergedIsDropped() {
        var components = ComponentTable()
        for number in 0..<3 { components.add(SchemaID(number), TypeID(number)) }
        components.reserve(TypeID(1))
        var declarations = Declarations([
            .structure("A", [Property("c", .array(.named(TypeID(2))))]), .structure("Base"), .structure("C"),
            .structure("Inner", in: .type(TypeID(2)), rank: .nested),
        ])
        var operations = [
            GroupedOperation(
                group: 0, operation: ClientModel.Operation(sending: .named(TypeID(0)), receiving: [.named(TypeID(2))]))
        ]
        var webhooks = [
            ClientModel.Webhook(
                wireName: "event", method: "POST", documentation: .init(), contents: [.json(.named(TypeID(3)))])
        ]
        var ambiguities = [
            Ambiguity(union: TypeID(2), diagnostic: Diagnostic(.degraded, .ambiguousUnion, "m", at: nil))
        ]
        dropReserved(&components, from: &declarations, &operations, &webhooks, &ambiguities)
        #expect(declarations.map(\.names) == [["A"], ["C"], ["Inner"]])
        #expect(declarations.properties(of: 0)[0].type == .array(.named(TypeID(1))))
        #expect(declarations[2].scope == .type(TypeID(1)))
        #expect(operations[0].operation.responses[0].contents[0].type == .named(TypeID(1)))
        #expect(webhooks[0].contents[0].type == .named(TypeID(2)) && ambiguities[0].union == TypeID(1))
    }

    @Test func componentsAreDeclaredBeforeAnyIsLowered() throws {
        var schemas = SchemaConverter(try Document.read(document), .init(name: Identifier(sanitizing: "Service")))
        schemas.declareComponents { $0 == "Either" }
        #expect(schemas.declarations.map(\.wireName) == ["Either"])
        #expect(schemas.declarations[0].shape.aliased == .json)
        schemas.lowerPendingComponents()
        #expect(schemas.declarations.map(\.wireName) == ["Either", "Pet", "Car", "kind", "kind"])
        #expect(schemas.declarations.cases(of: 0) == ["pet", "car"])
    }

    // MARK: Operations

    @Test func operationsAreLocatedWithinASelection() throws {
        let document = try Document.read(document)
        var (naming, findings) = (try Naming.empty(), Findings())
        let selection = SelectedPart(.named(tags: ["owners"]))
        let part = OperationLocator(document: document, groups: [], selection: selection).locate(&naming, &findings)
        #expect(part.groups.map(\.name.text) == ["owners"] && part.operations.map(\.name) == ["list"])
        let whole = OperationLocator(document: document, groups: [], selection: nil).locate(&naming, &findings)
        #expect(whole.groups.map(\.name.text) == ["pets", "owners"])
        #expect(
            whole.operations.map(\.name) == ["list", "create", "list"] && whole.operations.map(\.group) == [0, 0, 1])
    }

    @Test func unknownNamesOfASelectionAreReported() throws {
        var options = LoweringOptions(name: Identifier(sanitizing: "Service"))
        options.selection = .named(tags: ["pest"], schemas: ["Pet"])
        var findings = Findings()
        reportUnknownChoices(of: options, in: try Document.read(document), &findings)
        #expect(findings.problems.diagnostics.map(\.message) == ["the document has no tag 'pest'"])
    }

    @Test func schemasOfThemselvesAloneAreRefused() throws {
        let endless = """
            openapi: 3.1.0
            info: {title: T, version: '1'}
            paths: {}
            components: {schemas: {A: {allOf: [{$ref: '#/components/schemas/A'}]}, B: {type: string}}}
            """
        var findings = Findings()
        let options = LoweringOptions(name: Identifier(sanitizing: "Service"))
        let isRefused = refuseEndlessSchemas(
            SchemaFacts(try Document.read(endless), options), besides: Problems(), &findings)
        #expect(isRefused && findings.problems.diagnostics.map(\.kind) == ["endless-schema"])
        #expect(try !refuseEndlessSchemas(facts(), besides: Problems(), &findings))
    }
}
