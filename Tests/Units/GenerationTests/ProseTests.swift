import Foundation
import TestSupport
import Testing

/// Text for readers uses the terms of OpenAPI, HTTP and Swift.
@Suite struct ProseTests {
    /// Regular expressions of banned phrases, and what to write instead.
    static let banned: [(phrase: String, instead: String)] = [
        (#"\banswer(s|ed|ing)?\b"#, "response, status code"),
        (#"\bwhat is sent\b"#, "request, body, header"),
        (#"\b(its|the|a|their|your|whose|true|same) places?\b"#, "location"),
        (#"\bsettl(e|es|ed|ing)\b"#, "resolve, assign, infer"),
        (#"\bcircles?\b"#, "cycle, circular reference"),
        (#"\blooks? (like|at)\b"#, "structure, check"),
        (#"\b(is|are|already) taken\b"#, "already used, is used"),
        (#"(?<!there )\b(is|are|was|were) no\b(?! (longer|more)\b)"#, "is not a"),
        (#"\b(leave|leaves|leaving|left)( \w+)? out\b"#, "skip, omit"),
        (#"\bdegrade[sd]?\b"#, "fall back to"),
        (#"\bmend(s|ed|ing)?\b"#, "fix"),
        (#"\b(brings?|bringing|brought)\b"#, "fetch, download, contain"),
        (#"\b(takes?|taken|took)( \w+){0,2} back\b"#, "revert"),
        (#"\b(tells?|told|telling)( [\w,]+){0,3} apart\b"#, "distinguish"),
        (#"\b(find|finds|found|finding) out\b"#, "detect, determine"),
        (#"\bnobody\b"#, "unused, the subject of the sentence"),
        (#"\b(is|are) not there\b|\bwhere there (is|are) none\b"#, "missing, if there is none"),
        (#"\b(has|have) to\b|\b(is|are) to( be)?\b"#, "must, can, may"),
        (#"\b(is|are) not for\b"#, "is not allowed for"),
        (#"\b(everything|something|nothing) (holds|does not hold)\b"#, "all checks passed, checks failed"),
        (#"\b(of which|whoever|such as are|as (it|they) stands?|as (it|they) (is|are))\b"#, "a second sentence"),
        (#"\bhalves of\b|\bhalf of a\b"#, "unpaired"),
        (#"\b(no folder for|has no end|when more is wanted|where they come from)\b"#, "the examples of the style"),
    ]

    /// Sentences that may use a banned phrase, and why.
    static let exceptions: [(file: String, text: String, reason: String)] = [
        ("Documentation/Costs.md", "half of which was the library's", "a share of an amount"),
        ("Documentation/Costs.md", "looks at every", "the compiler does"),
        ("Documentation/Costs.md", "is not for use outside", "the compiler's own rule"),
    ]

    @Test func documentsUseTheTerms() throws {
        let documents = RepositoryTests.textFiles(in: "Documentation").filter { $0.hasSuffix(".md") }
        let files = documents + ["README.md", "CHANGELOG.md", "CONTRIBUTING.md", "Templates/README.md"]
        #expect(files.count > 20)
        for file in files { try Self.check(file) { Prose.ofMarkdown($0) } }
    }

    @Test func messagesAndHelpUseTheTerms() throws {
        let files = RepositoryTests.swiftFiles("Sources")
        #expect(files.count > 300)
        for file in files { try Self.check(file) { Prose.ofLiterals($0) } }
    }

    @Test func commentsOfRuntimeAndTemplatesUseTheTerms() throws {
        let templates = RepositoryTests.textFiles(in: "Templates").filter { $0.hasSuffix(".mustache") }
        for file in RepositoryTests.swiftFiles("Sources/ClientRuntime") + templates {
            try Self.check(file) { Prose.ofDocComments($0) }
        }
    }

    /// Every exception is used, so that none outlives its sentence.
    @Test(arguments: exceptions.map { [$0.file, $0.text] }) func exceptionIsNeeded(_ exception: [String]) throws {
        #expect(try Self.text(exception[0]).contains(exception[1]))
    }

    @Test(arguments: [
        "the answer has another type", "'20X' is no status", "the key is left out", "it has to be text",
    ]) func bannedPhraseIsFound(_ sentence: String) throws {
        #expect(try !Self.faults(sentence).isEmpty)
    }

    @Test(arguments: ["there is no file", "in place of a copy", "the response is skipped", "it is no longer used"])
    func plainSentencePasses(_ sentence: String) throws {
        #expect(try Self.faults(sentence).isEmpty)
    }

    // MARK: Searching

    private static func text(_ path: String) throws -> String {
        try String(contentsOf: Repository.root.appending(path: path), encoding: .utf8)
    }

    private static func check(_ file: String, _ prose: (String) -> String) throws {
        var prose = prose(try text(file))
        for exception in exceptions where exception.file == file { prose = prose.replacing(exception.text, with: "") }
        for (sentence, instead) in try faults(prose) {
            Issue.record("\(file): '\(sentence)'; write: \(instead)")
        }
    }

    private static func faults(_ prose: String) throws -> [(sentence: String, instead: String)] {
        let whole = NSRange(prose.startIndex..., in: prose)
        return try banned.flatMap { phrase, instead in
            let expression = try NSRegularExpression(pattern: phrase, options: .caseInsensitive)
            return expression.matches(in: prose, range: whole).compactMap { match in
                Range(match.range, in: prose).map { (String(prose[prose.lineRange(for: $0)].prefix(160)), instead) }
            }
        }
    }
}

/// The parts of a file that people read.
private enum Prose {
    /// Markdown without code.
    static func ofMarkdown(_ text: String) -> String {
        let blocks = text.components(separatedBy: "```").enumerated().filter { $0.offset.isMultiple(of: 2) }
        return blocks.map { $0.element.components(separatedBy: "`") }
            .map { $0.enumerated().filter { $0.offset.isMultiple(of: 2) }.map(\.element).joined(separator: "_") }
            .joined(separator: "\n")
    }

    /// The lines of doc comments without code.
    static func ofDocComments(_ text: String) -> String {
        ofMarkdown(
            text.split(separator: "\n").filter { $0.drop { $0 == " " }.hasPrefix("///") }.joined(separator: "\n"))
    }

    /// String literals with a space, without interpolations.
    static func ofLiterals(_ text: String) -> String {
        var scanner = LiteralScanner(text)
        return scanner.literals().filter { $0.contains(" ") }.joined(separator: "\n")
    }
}

/// Reads string literals, byte by byte; those inside interpolations are skipped.
private struct LiteralScanner {
    private let bytes: [UInt8]
    private var position = 0

    init(_ text: String) { bytes = Array(text.utf8) }

    mutating func literals() -> [String] {
        var found: [String] = []
        while position < bytes.count {
            if starts("//") {
                while position < bytes.count, bytes[position] != UInt8(ascii: "\n") { position += 1 }
            } else if starts("\"\"\"") {
                found.append(literal(to: "\"\"\""))
            } else if starts("\"") {
                found.append(literal(to: "\""))
            } else {
                position += 1
            }
        }
        return found
    }

    private func starts(_ text: String) -> Bool { bytes[position...].starts(with: text.utf8) }

    private mutating func literal(to quotes: String) -> String {
        position += quotes.utf8.count
        var content: [UInt8] = []
        while position < bytes.count, !starts(quotes) {
            if starts("\\(") {
                position += 2
                skipInterpolation()
                content.append(UInt8(ascii: "_"))
            } else if bytes[position] == UInt8(ascii: "\\"), position + 1 < bytes.count {
                position += 2
            } else {
                content.append(bytes[position])
                position += 1
            }
        }
        position = min(position + quotes.utf8.count, bytes.count)
        return String(decoding: content, as: UTF8.self)
    }

    private mutating func skipInterpolation() {
        var depth = 1
        while position < bytes.count, depth > 0 {
            if starts("\"") {
                _ = literal(to: starts("\"\"\"") ? "\"\"\"" : "\"")
                continue
            }
            if bytes[position] == UInt8(ascii: "(") { depth += 1 }
            if bytes[position] == UInt8(ascii: ")") { depth -= 1 }
            position += 1
        }
    }
}
