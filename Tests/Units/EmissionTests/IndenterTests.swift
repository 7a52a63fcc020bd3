import Testing

@testable import Emission

@Suite struct IndenterTests {
    @Test func bracketsDecideTheIndentation() {
        let source = """
            struct A {
            init(
            a: Int,
            b: [String]
            ) {
            self.a = a // {
            let text = "{ ( \\" ["
            switch a {
            case 1, 2:
            return .x
            default: break
            }
            }
            }
            """
        let expected = """
            struct A {
                init(
                    a: Int,
                    b: [String]
                ) {
                    self.a = a // {
                    let text = "{ ( \\" ["
                    switch a {
                    case 1, 2:
                        return .x
                    default: break
                    }
                }
            }

            """
        #expect(indented(source) == expected)
    }

    @Test func emptyLinesAreFolded() {
        #expect(indented("\n\na {\n\n\nb\n\n\n\nc\n\n}\n\n") == "a {\n    b\n\n    c\n}\n")
    }

    @Test func commentsHoldNoBrackets() {
        #expect(indented("a {\n/// {{{ (\nb\n}") == "a {\n    /// {{{ (\n    b\n}\n")
    }
}

private func indented(_ source: String) -> String { String(decoding: Indenter.indented(source), as: UTF8.self) }
