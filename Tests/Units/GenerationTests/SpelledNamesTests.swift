import ClientModel
import Foundation
import TestSupport
import Testing

@testable import Generation

/// What no name of a document may be is what the output spells itself.
@Suite struct SpelledNamesTests {
    private static let file = Repository.root.appending(path: "Sources/Lowering/Naming/SpelledNames.swift")

    /// `RECORD_CASES=1` writes the table, and fails the run.
    @Test func tableHoldsWhatTemplatesViewsAndRuntimeSpell() throws {
        let table = try SpelledSources().table
        try Recorded.expect(table, in: Self.file)
    }

    @Test func wordsOfTemplatesAndViewsAreFound() throws {
        let words = try SpelledSources().words
        #expect(
            words.isSuperset(of: [
                "fields", "connection", "hasher", "Indirect", "newValue", "branches", "knownValues", "except",
            ]))
    }
}

/// Names are reserved because a source spells them, or because Swift does; nowhere else are they listed.
@Suite struct ReservedNamesTests {
    private static func text(_ path: String) throws -> String {
        try String(contentsOf: Repository.root.appending(path: path), encoding: .utf8)
    }

    @Test func rolesReserveWhatIsSpelledOrSwifts() throws {
        let role = try Self.text("Sources/Lowering/Naming/Role.swift")
        let tables = role.split(separator: "\n").filter { $0.contains(/let reserved\w+|let ofValues/) }
        #expect(tables.count >= 13)
        for line in tables { #expect(!line.contains("\""), "\(line)") }
        for name in SwiftWords.types {
            #expect(try !SpelledSources().table.contains("\"\(name)\""), "\(name) is found in the sources")
        }
    }

    /// A list of words of Swift is a set of words in quotes, `self` or a keyword among them.
    @Test func wordsOfSwiftAreListedOnce() throws {
        let folders = ["ClientModel", "Lowering", "Emission", "Generation", "Changes"]
        let files = folders.flatMap { RepositoryTests.swiftFiles("Sources/\($0)") }
        #expect(files.count > 100)
        for file in files where !file.hasSuffix("/SwiftWords.swift") && !file.hasSuffix("/SpelledNames.swift") {
            for list in try Self.text(file).matches(of: /\[\s*("\w+",?\s*)+\]/).map({ String($0.0) }) {
                let words = list.matches(of: /"(\w+)"/).map { String($0.1) }
                // Two keywords are endings of English words as well.
                let known = SwiftWords.keywords.union(SwiftWords.ofOptional).union(SwiftWords.ofHashable)
                    .subtracting(["as", "is"])
                #expect(known.isDisjoint(with: words), "\(file): \(list)")
            }
        }
    }

    /// A client's module of such a name could not be built beside it.
    @Test func modulesThatTheOutputImportsAreReserved() throws {
        let runtime = try RepositoryTests.swiftFiles("Sources/ClientRuntime").map(Self.text)
            .flatMap { $0.split(separator: "\n").compactMap { RepositoryTests.importedModule($0) } }
        let templates = try RepositoryTests.textFiles(in: "Templates/swift").map(Self.text)
            .flatMap { $0.matches(of: /\bimport ([A-Z]\w+)/).map { String($0.1) } }
        let imports = Set(runtime + templates)
        #expect(imports.isSuperset(of: ["Foundation", "HTTPTypes", "AsyncHTTPClient", "NIOCore", "Testing", "ucrt"]))
        for name in imports {
            #expect(ReservedModules.reason(against: name) != nil, "\(name)")
        }
    }
}

/// Nothing in `Emission` makes a name: the compiler keeps text from becoming an identifier or code, and what is left to see is seen here.
@Suite struct EmissionNamesTests {
    private static func sources() throws -> [(path: String, text: String)] {
        try RepositoryTests.swiftFiles("Sources/Emission").map {
            ($0, try String(contentsOf: Repository.root.appending(path: $0), encoding: .utf8))
        }
    }

    /// Only modules that import the model with `@_spi(Naming)` can make an `Identifier` of text.
    @Test func emissionCannotMakeIdentifiers() throws {
        let sources = try Self.sources()
        #expect(sources.count > 20)
        for (path, text) in sources { #expect(!text.contains("@_spi"), "\(path)") }
    }

    /// The only ways from text to `Code` are literals of the tool's source, string literals, comments, and words of the model's closed enums.
    @Test func codeTakesNoText() throws {
        let path = "Sources/Emission/Encoders/Code.swift"
        let text = try String(contentsOf: Repository.root.appending(path: path), encoding: .utf8)
        let makers = text.matches(
            of: /(?m)^ *((?:[a-z]+ )*)(?:init|mutating func appendInterpolation|mutating func appendLiteral)\(([^)]*)\)/
        )
        .filter { !$0.1.contains("private") }.map { String($0.2) }
        #expect(makers.count > 12)
        let takingText = makers.filter { $0.contains("String") && !$0.contains("StaticString") }
        #expect(takingText == ["literal value: String"])
        // Nobody else can write to the text.
        #expect(text.contains("public private(set) var text: String"))
        #expect(text.contains("private init(written text: String)"))
    }

    /// Views decide by the model's types. Encoders, layout and the reader of templates are about text.
    @Test func viewsDecideByTypesNotByText() throws {
        let views = try Self.sources().filter { $0.path.contains("/Views/") || $0.path.contains("/Types/") }
        #expect(views.count > 15)
        for (path, text) in views {
            for line in text.split(separator: "\n").filter({ !$0.contains("//") }) where Self.looksAtText(line) {
                // The names of templates.
                if path.hasSuffix("/Root.swift"), line.contains("var isSwift: Bool") { continue }
                Issue.record("\(path): \(line)")
            }
        }
    }

    @Test(arguments: [
        #"if type.text.hasSuffix("?") { return value }"#, #"let isNothing = output.text == "Void""#,
        #"switch type.text { case "String": 1 }"#, #"return name.text.contains("Box")"#,
        "if code == .nothing { return }", #"guard "Void" != output else { return }"#,
    ]) func looksAtTextFindsSuchDecisions(_ line: String) { #expect(Self.looksAtText(line[...])) }

    /// Whether a line of code compares spelled text.
    private static func looksAtText(_ line: Substring) -> Bool {
        line.contains(/\.(?:hasPrefix|hasSuffix|firstMatch|wholeMatch|contains|firstRange|range)\((?:of: )?["\/]/)
            || line.contains(/[=!~]= "|" [=!]= |case "|\bcode [=!]= |\.text\.(?:has|first|contains|range)/)
    }
}
