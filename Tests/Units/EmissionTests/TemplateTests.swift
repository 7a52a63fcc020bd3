import Testing

@testable import Emission

@Suite struct TemplateCheckerTests {
    private static let inner = ViewType(name: "inner", summary: "", keys: [.slot("name", ""), .slots("lines", "")])
    private static let outer = ViewType(
        name: "outer", summary: "", keys: [.slot("title", ""), .flag("isOpen", ""), .views("items", "", inner)])

    private func errors(_ text: String, partial: String = "") -> [TemplateError] {
        var checker = TemplateChecker(templates: ["root": text, "part": partial])
        checker.check("root", with: Self.outer)
        return checker.errors
    }

    @Test func rightNamesAreAccepted() {
        let text = "{{title}}\n{{#isOpen}}x{{/isOpen}}\n{{#items}}{{name}} {{title}}{{#lines}}{{.}}{{/lines}}{{/items}}"
        #expect(errors(text).isEmpty)
    }

    @Test func aMisspelledNameIsNamedWithItsLineAndTheNearestKey() {
        #expect(
            errors("a\n\n{{tittle}}") == [
                TemplateError(
                    template: "root", line: 3, message: "'tittle' is not a key of the view 'outer'",
                    hint: "did you mean 'title'?")
            ])
    }

    @Test func sectionsThatAreNeverRenderedAreCheckedToo() {
        #expect(errors("{{#items}}\n{{nam}}{{/items}}").map(\.line) == [2])
        #expect(errors("{{^isOpen}}{{nope}}{{/isOpen}}").count == 1)
    }

    @Test func anInnerNameIsNotSeenOutside() {
        #expect(errors("{{name}}").count == 1)
    }

    @Test func partialsAreCheckedWhereTheyAreUsed() {
        #expect(errors("{{#items}}{{>part}}{{/items}}", partial: "{{name}}").isEmpty)
        #expect(errors("{{>part}}", partial: "\n{{name}}").map(\.template) == ["part"])
        #expect(errors("{{>prat}}").first?.hint == "did you mean 'part'?")
    }

    @Test func listsAreNotPrinted() {
        #expect(
            errors("{{items}}").first?.message
                == "'items' is not a slot and can't be printed; open it with '{{#items}}'")
        #expect(errors("{{.}}").count == 1)
    }

    @Test func sectionsMustClose() {
        #expect(errors("{{#isOpen}}").map(\.message) == ["section 'isOpen' is never closed"])
        #expect(errors("{{#isOpen}}{{/items}}").count == 1)
    }

    @Test func whatIsNoTagIsRefused() {
        #expect(errors("a\n{{title").map(\.message) == ["the tag is not closed"])
        #expect(errors("a\n{{title").map(\.line) == [2])
        #expect(errors("{{the title}}").map(\.message) == ["'the title' is not a valid name"])
        #expect(errors("{{}}").map(\.message) == ["'' is not a valid name"])
    }

    @Test func whatCannotBeCheckedIsRefused() {
        #expect(errors("{{=<% %>=}}").map(\.message) == ["changing the delimiters is not supported here"])
        #expect(errors("{{uppercased(title)}}").map(\.message) == ["a transform is not supported here"])
    }
}
