@_spi(Naming) import ClientModel
import Testing

@testable import Emission

@Suite struct StringLiteralTests {
    @Test(arguments: [
        ("plain", "\"plain\""),
        ("\\(fatalError())", "\"\\\\(fatalError())\""),
        ("\"; import Foundation; //", "\"\\\"; import Foundation; //\""),
        ("a\nb\rc\td", "\"a\\nb\\rc\\td\""),
        ("\u{0}\u{7F}\u{9F}", "\"\\u{0}\\u{7F}\\u{9F}\""),
        ("\u{202E}x\u{2028}y\u{FEFF}", "\"\\u{202E}x\\u{2028}y\\u{FEFF}\""),
        ("\"\"\"#\n", "\"\\\"\\\"\\\"#\\n\""),
        ("日本 😀", "\"日本 😀\""),
    ])
    func escapes(_ value: String, _ literal: String) {
        #expect(stringLiteral(value) == literal)
    }
}

@Suite struct DocCommentTests {
    @Test(arguments: ["\n", "\r", "\r\n", "\u{85}", "\u{2028}", "\u{2029}", "\u{0B}", "\u{0C}"])
    func everyLineBreakStartsANewCommentLine(_ lineBreak: String) {
        let comment = DocComment.lines(["ok\(lineBreak)let pwned = 1"]).text
        #expect(comment.unicodeScalars.split(separator: "\n").allSatisfy { String($0).hasPrefix("///") })
        #expect(!comment.contains("\r"))
        #expect(comment.contains("/// let pwned = 1"))
    }

    @Test func blockCommentsStayText() {
        #expect(DocComment.lines(["*/ evil() /*"]).text == "/// */ evil() /*")
    }

    @Test func directivesLoseTheirPower() {
        let comment = DocComment.lines(["swiftlint:disable all", "sourcery: x", "// swift-format-ignore-file"]).text
        #expect(!comment.contains("swiftlint:"))
        #expect(!comment.contains("sourcery:"))
        #expect(!comment.contains("swift-format-ignore"))
    }

    @Test func longProseIsFoldedAndTablesAreNot() {
        let words = Array(repeating: "word", count: 60).joined(separator: " ")
        let lines = DocComment.lines([words]).text.split(separator: "\n")
        #expect(lines.count == 3)
        #expect(lines.allSatisfy { $0.utf8.count <= 112 })
        let table = "| " + words + " |"
        #expect(DocComment.lines([table]).text == "/// " + table)
    }

    @Test(arguments: [
        ("``name``", "`name`"), ("A ```json {} ``` B ``c`` D", "A `json {} ` B `c` D"), ("`a` and ``", "`a` and ``"),
        ("``a`b``", "``a`b``"), ("``a```", "``a```"), ("```json\n``a``\n```\n``b``", "```json\n``a``\n```\n`b`"),
        ("  ```\r\n``a``\r\n  ```", "  ```\n``a``\n  ```"), ("```a``` b", "`a` b"), ("``", "``"), ("é ``ü``", "é `ü`"),
    ])
    func codeIsNoLink(_ text: String, _ expected: String) {
        #expect(withoutSymbolLinks(text) == expected)
        #expect(withoutSymbolLinks(expected) == expected)
    }

    @Test func hiddenCharactersAreShown() {
        #expect(DocComment.lines(["a\u{202E}b\u{1B}[31m"]).text == "/// aU+202EbU+1B[31m")
    }

    @Test func nothingGivesNothing() {
        #expect(DocComment.lines(["", " \n "]).isEmpty)
    }
}

@Suite struct CodeTests {
    @Test func keywordsAreQuotedWhereTheyMustBe() throws {
        let name = try #require(Identifier("default"))
        #expect(("static let \(name)" as Code).text == "static let `default`")
        #expect((".\(member: name)" as Code).text == ".default")
        let initializer = try #require(Identifier("init"))
        #expect((".\(member: initializer)" as Code).text == ".`init`")
        for (word, name, argument) in [
            ("await", "`await`", "await"), ("let", "`let`", "let"), ("inout", "`inout`", "`inout`"),
            ("in", "`in`", "in"),
        ] {
            let identifier = try #require(Identifier(word))
            #expect(("\(label: identifier): \(identifier)" as Code).text == "\(argument): \(name)")
        }
    }
}

@Suite struct MarkdownTests {
    @Test func cellsCannotEndTheirRow() {
        #expect(("\(cell: "a | b\nc")" as Markdown).text == "a \\| b c")
    }

    @Test func markupBecomesText() {
        #expect(("\(block: "<script>x</script> [y](javascript:z)")" as Markdown).text.contains("&lt;script>"))
        for link in ["[y](javascript:z)", "[y](JavaScript:z)", "[y]( \tvbscript:z)", "[y]: DATA:z", "[y]:file:z"] {
            let text = ("\(block: link)" as Markdown).text.lowercased()
            #expect(["javascript:", "vbscript:", "data:", "file:"].allSatisfy { !text.contains($0) }, "\(text)")
        }
        #expect(("\(block: "[data]: https://example.com")" as Markdown).text == "[data]: https://example.com")
        #expect(("\(block: "[y](database:z)")" as Markdown).text == "[y](database:z)")
    }

    @Test func codeOutlivesItsBackticks() {
        #expect(("\(code: "a`b")" as Markdown).text == "``a`b``")
    }

    @Test func openFencesAreClosed() {
        #expect(("\(block: "```\nx")" as Markdown).text == "```\nx\n```")
    }
}
