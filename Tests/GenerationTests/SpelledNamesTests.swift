import Foundation
import Testing

@testable import Generation

/// What no name of a document may be is what the output spells itself.
@Suite struct SpelledNamesTests {
    private static let file = Repository.root.appending(path: "Sources/Lowering/Naming/SpelledNames.swift")

    /// `RECORD_CASES=1` writes the table, and fails the run.
    @Test func tableHoldsWhatTemplatesViewsAndRuntimeSpell() throws {
        let table = try SpelledSources().table
        if ProcessInfo.processInfo.environment["RECORD_CASES"] != nil {
            try table.write(to: Self.file, atomically: true, encoding: .utf8)
            Issue.record("recorded; run again without RECORD_CASES")
        }
        #expect(try String(contentsOf: Self.file, encoding: .utf8) == table)
    }

    @Test func wordsOfTemplatesAndViewsAreFound() throws {
        let words = try SpelledSources().words
        #expect(
            words.isSuperset(of: ["fields", "connection", "hasher", "Indirect", "newValue", "branches", "knownValues"]))
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
}
