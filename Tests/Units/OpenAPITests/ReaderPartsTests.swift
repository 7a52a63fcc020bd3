import Diagnostics
import Testing
import YAML

@testable import OpenAPI

private let place = Place(file: 0, start: 0, end: 0)

/// Files that are read from texts, with the first one as the root document.
private struct Folder {
    var references: References
    var findings = Findings()

    var root: Located { references.files.root(of: 0) }
    var messages: [String] { findings.problems.diagnostics.map(\.message) }

    init(_ text: String, family: Version.Family = .v3_1, others: [String: String] = [:]) throws {
        var sources = SourceFiles()
        var problems = Problems()
        let root = try #require(YAML.parse(Array(text.utf8), name: "root.yaml", into: &sources, problems: &problems))
        references = References(
            files: Files { path, problems throws(LoadError) in
                guard let text = others[path] else { throw .missing }
                guard let node = YAML.parse(Array(text.utf8), name: path, into: &sources, problems: &problems) else {
                    throw .invalid
                }
                return node
            })
        references.files.add(root, path: "root.yaml", family: family)
    }

    mutating func pointer(_ reference: String, in scope: ScopeID = 0) -> String? {
        guard case .found(let located) = references.resolve(reference, in: scope, &findings) else { return nil }
        return located.pointer
    }

    mutating func located(_ reference: String) throws -> Located {
        guard case .found(let located) = references.resolve(reference, in: 0, &findings) else {
            throw LoadError.missing
        }
        return located
    }

    mutating func members(_ reference: String) throws -> [Member] {
        let parent = try located(reference)
        guard case .mapping(let mapping) = parent.node.value else { return [] }
        return mapping.entries.map { Member(entry: $0, located: parent.child($0)) }
    }
}

@Suite struct NameHintTests {
    @Test func theNearestNameIsSuggested() {
        var hints = NameHints()
        #expect(hints.hint(for: "summry", among: ["summary", "description"]) == "did you mean `summary`?")
        #expect(hints.hint(for: "other", among: ["summary", "description"]) == nil)
    }

    @Test func hintsEndWithTheComparisons() {
        var hints = NameHints(comparisons: 3)
        #expect(hints.hint(for: "summry", among: ["summary", "description"]) != nil)
        #expect(hints.hint(for: "summry", among: ["summary", "description"]) == nil)
        #expect(hints.hint(for: "summry", among: ["summary"]) != nil)
    }

    @Test func aKeywordIsComparedOnce() {
        var hints = NameHints(comparisons: SchemaKey.table.names.count)
        for _ in 0..<3 { #expect(hints.hint(forKeyword: "properties2") == "did you mean `properties`?") }
        #expect(hints.hint(forKeyword: "requird") == nil)
    }
}

@Suite struct FilesTests {
    @Test func aFileIsLoadedOnce() throws {
        var loads: [String] = []
        var problems = Problems()
        withoutActuallyEscaping({ (path: String, _: inout Problems) throws(LoadError) -> Node in
            loads.append(path)
            guard path == "a.yaml" else { throw .missing }
            return Node(.null, at: place)
        }) { (loader: @escaping Loader) in
            var files = Files(loader: loader)
            for _ in 0..<2 {
                #expect(files.file(at: "a.yaml", &problems) == .success(0))
                #expect(files.file(at: "b.yaml", &problems) == .failure(.missing))
            }
        }
        #expect(loads == ["a.yaml", "b.yaml"])
    }

    @Test func aFileWithoutAVersionFollowsTheRootDocuments() throws {
        var folder = try Folder(
            "{}", family: .v3_0, others: ["part.yaml": "a: 1", "whole.yaml": "openapi: 3.2.0"])
        let (part, whole) = (try folder.located("part.yaml"), try folder.located("whole.yaml"))
        let files = folder.references.files
        #expect(files.family == .v3_0 && files.family(of: part) == .v3_0 && files.family(of: whole) == .v3_2)
        #expect(files.isDocument(whole) && !files.isDocument(part))
    }

    @Test func aSchemaWithAnIDIsAScope() throws {
        var folder = try Folder("$self: https://a.test/b/root.yaml\ninner: {$id: c.yaml}")
        let inner = try folder.located("#/inner")
        let scope = folder.references.files[inner.scope]
        #expect(scope.pointer == "#/inner" && scope.base?.resource == "https://a.test/b/c.yaml")
        #expect(folder.references.files.schema(of: scope)?.pointer == "#/inner")
        #expect(folder.references.files.entering(folder.root).scope == 0)
    }
}

@Suite struct ReferencesTests {
    @Test func pointersLeadIntoFiles() throws {
        var folder = try Folder("a: {b: [1, 2]}", others: ["c/d.yaml": "e: {$ref: '../root.yaml#/a'}"])
        #expect(folder.pointer("#/a/b/1") == "#/a/b/1")
        #expect(folder.pointer("c/d.yaml#/e") == "c/d.yaml#/e")
        #expect(folder.pointer("https://a.test/b.yaml") == nil)
        #expect(folder.pointer("../a.yaml") == nil)
        #expect(folder.messages == [])
    }

    @Test func aPointerGoesThroughReferences() throws {
        var folder = try Folder("a: {$ref: '#/b'}\nb: {c: 1}")
        #expect(folder.pointer("#/a/c") == "#/b/c")
        #expect(folder.findings.problems.diagnostics.map(\.kind) == [Diagnostic.Kind.throughReference.rawValue])
    }

    @Test func aChainEndsAtWhatIsNoReference() throws {
        var folder = try Folder("a: {$ref: '#/b', description: Over}\nb: {$ref: '#/c'}\nc: {d: 1}")
        let start = try folder.located("#/a")
        for _ in 0..<2 {
            let end = folder.references.follow(start, .responses, otherwise: "it is skipped", &folder.findings)
            #expect(end?.located.pointer == "#/c" && end?.description == "Over")
        }
        #expect(folder.messages == [])
    }

    @Test func aCycleIsReportedOnce() throws {
        var folder = try Folder("a: {$ref: '#/b'}\nb: {$ref: '#/a'}")
        for name in ["#/a", "#/b"] {
            let start = try folder.located(name)
            #expect(folder.references.follow(start, .headers, otherwise: "it is skipped", &folder.findings) == nil)
        }
        #expect(folder.messages == ["circular reference: '#/a' → '#/b' → '#/a'"])
    }

    @Test func anchorsAndIDsAreResources() throws {
        var folder = try Folder("a: {$id: 'https://a.test/a', b: {$anchor: inner}}\nenum: {$anchor: value}")
        #expect(folder.pointer("https://a.test/a#inner") == "#/a/b")
        #expect(folder.pointer("https://a.test/a#/b") == "#/a/b")
        #expect(folder.pointer("#value") == nil)
        #expect(folder.references.resources[URIReference("https://a.test/a")]?.pointer == "#/a")
    }

    @Test func theNearestRecursiveAnchorIsFound() throws {
        var folder = try Folder("a: {$recursiveAnchor: true, b: {c: {}}}")
        let inner = try folder.located("#/a/b/c")
        #expect(folder.references.recursiveAnchor(around: inner, &folder.findings)?.pointer == "#/a")
    }

    @Test func aPointerNamesAKindOfComponent() throws {
        let folder = try Folder("{}")
        #expect(folder.references.componentKind(of: "#/components/headers/a") == .headers)
        #expect(folder.references.componentKind(of: "#/components/headers/a/b") == nil)
        let old = try Folder("{}", family: .v2_0)
        #expect(old.references.componentKind(of: "#/definitions/a") == .schemas)
    }
}

@Suite struct ComponentNameTests {
    @Test func whatIsDeclaredInPlaceNamesIt() throws {
        var folder = try Folder(
            "components: {headers: {alias: {$ref: '#/components/headers/real'}, real: {}, far: {$ref: 'x.yaml'}, 'a b': {}}}",
            others: ["x.yaml": "{}"])
        let members = try folder.members("#/components/headers")
        var names = ComponentNames()
        names.declare(members, .headers, &folder.references, &folder.findings)
        #expect(names.name(of: .headers, at: "#/components/headers/real") == "real")
        #expect(names.name(of: .headers, at: "#/components/headers/alias") == nil)
        #expect(names.name(of: .headers, at: "x.yaml#") == "far")
        #expect(names.name(of: .links, at: "x.yaml#") == nil)
        #expect(folder.messages.count == 1 && folder.messages[0].hasPrefix("the component name 'a b'"))
    }

    @Test func componentSchemasThatReferToEachOtherHaveIDsOfTheirOwn() throws {
        var folder = try Folder(
            "components: {schemas: {A: {$ref: '#/components/schemas/B'}, B: {type: string}, C: {$ref: 'x.yaml'}}}",
            others: ["x.yaml": "{}"])
        let members = try folder.members("#/components/schemas")
        var arena = SchemaArena()
        let names = arena.declare(members, &folder.references, &folder.findings)
        #expect(arena.components.names == ["A", "B", "C"])
        #expect(Set(arena.components.names.compactMap { arena.components[$0] }).count == 3)
        #expect(names["#/components/schemas/A"] == "A" && names["x.yaml#"] == "C")
    }
}

@Suite struct SecuritySchemeNameTests {
    private func entry(_ name: String) -> Mapping.Entry {
        Mapping.Entry(key: name, keyPlace: place, value: Node(.null, at: place))
    }

    @Test func namesAreKnownLostOrUnknown() throws {
        var folder = try Folder("{}")
        var schemes = SecuritySchemes()
        schemes.add(
            SecurityScheme(name: "token", namePlace: place, kind: .mutualTLS, pointer: "#/a", place: place))
        schemes.lose("broken")
        let names = ["token", "broken", "tokn"].map { name in
            schemes.name(for: entry(name), in: 0, ComponentNames(), &folder.references, &folder.findings)
        }
        #expect(names == ["token", nil, nil])
        #expect(
            folder.messages == [
                "the security scheme `broken` is skipped, together with this alternative",
                "unknown security scheme `tokn`; this alternative is skipped",
            ])
        #expect(folder.findings.problems.diagnostics.last?.hint == "did you mean `token`?")
    }

    @Test func aReferenceNamesAScheme() throws {
        var folder = try Folder("components: {securitySchemes: {token: {}}}")
        var names = ComponentNames()
        names[.securitySchemes] = ["#/components/securitySchemes/token": "token"]
        let name = SecuritySchemes().name(
            for: entry("#/components/securitySchemes/token"), in: 0, names, &folder.references, &folder.findings)
        #expect(name == "token")
    }
}

@Suite struct MemoTests {
    @Test func anObjectIsReadOnce() {
        var memo = Memo<Int>()
        #expect(memo.begin(at: "#/a") == nil)
        if case .inProgress? = memo.begin(at: "#/a") {} else { Issue.record("the object is being read") }
        memo.finish(1, at: "#/a")
        if case .done(1)? = memo.begin(at: "#/a") {} else { Issue.record("the object has been read") }
        #expect(memo.begin(at: "#/b") == nil)
    }
}

@Suite struct SchemaGraphTests {
    private func schema(_ reference: Int? = nil, allOf: [Int] = [], anyOf: [Int] = []) -> Schema {
        var keywords = Schema.Keywords(pointer: "#", place: place)
        keywords.reference = reference.map { SchemaID($0) }
        keywords.allOf = allOf.map { SchemaID($0) }
        keywords.anyOf = anyOf.map { SchemaID($0) }
        return Schema(keywords)
    }

    @Test func cyclesAreFound() {
        let schemas = [schema(1), schema(allOf: [3, 2]), schema(0), schema(anyOf: [0]), schema(4)]
        #expect(SchemaGraph(schemas).cycles() == [[0, 1, 2], [4]])
    }

    @Test func aLongChainHasAnEnd() {
        let schemas = [schema(1), schema(2), schema(allOf: [3]), schema()]
        #expect(SchemaGraph(schemas).endOfLongChain(longest: 4) == nil)
        #expect(SchemaGraph(schemas).endOfLongChain(longest: 3) == 0)
    }
}

@Suite struct SchemaArenaTests {
    @Test func aPlaceHasOneID() throws {
        let folder = try Folder("{}")
        var arena = SchemaArena()
        let first = arena.id(folder.root)
        #expect(arena.id(folder.root) == first && arena.sources.count == 1)
    }

    @Test func referencesShareTheIDOfTheirTarget() throws {
        var folder = try Folder("a: {$ref: '#/b'}\nb: {$ref: '#/c'}\nc: {}\nd: {$ref: '#/e'}")
        var arena = SchemaArena()
        let ids = try ["#/a", "#/b", "#/c", "#/d"].map { name in
            let located = try folder.located(name)
            return arena.schema(located, leavingOut: "it", &folder.references, &folder.findings)
        }
        #expect(ids == [SchemaID(0), SchemaID(0), SchemaID(0), SchemaID(1)])
        #expect(
            folder.messages == [
                "'#/e' does not resolve: no 'e' in '#'; it is read as a schema that allows anything"
            ])
    }
}

@Suite struct PathParametersTests {
    private func parameter(_ name: String) -> Parameter {
        Parameter(
            name: name, namePlace: place, location: .path, style: .simple, explode: false, pointer: "#/p", place: place)
    }

    @Test(arguments: [
        (["id"], ["id"], 0), (["ID"], ["id"], 1), ([], ["id"], 1), (["id", "other"], ["id"], 1),
    ])
    func namesComeFromTheTemplate(described: [String], expected: [String], messages: Int) {
        let item = PathItem(template: "/pets/{id}", templatePlace: place, pointer: "#/paths/~1pets", place: place)
        var operation = Operation(method: "GET", pointer: "#/o", place: place, methodPlace: place)
        operation.parameters = described.map { parameter($0) }
        var operations = [operation]
        var (arena, findings) = (SchemaArena(), Findings())
        PathParameters(of: item).resolve(&operations, &arena, &findings)
        #expect(operations[0].parameters.map(\.name) == expected)
        #expect(findings.problems.diagnostics.count == messages)
    }
}

@Suite struct SwaggerPartsTests {
    @Test func encryptedServersComeFirst() {
        let servers = SwaggerServers(host: ("a.test", place), basePath: "v1", schemes: ["http", "https"])
        #expect(servers.servers(at: place).map(\.url) == ["https://a.test/v1", "http://a.test/v1"])
        #expect(SwaggerServers(basePath: "/").servers(at: place).isEmpty)
        #expect(SwaggerServers(basePath: "v1").servers(at: place).map(\.url) == ["/v1"])
    }

    @Test(arguments: [(false, "application/x-www-form-urlencoded"), (true, "multipart/form-data")])
    func aFormIsWrittenInATypeThatItCanHave(isFile: Bool, expected: String) throws {
        let folder = try Folder("{}")
        let member = FormParameter(
            name: "a", namePlace: place, isRequired: true, isFile: isFile, isList: true, format: .multi,
            located: folder.root)
        let form = SwaggerForm(members: [member], consumes: [MediaRange(name: "application/json", place: place)])
        var arena = SchemaArena()
        let body = form.body(of: folder.root, &arena)
        #expect(body.isRequired && body.content.map(\.name) == [expected])
        #expect(body.content[0].encodings.map(\.explode) == [true])
        #expect(arena.sources.count == 2)
    }
}
