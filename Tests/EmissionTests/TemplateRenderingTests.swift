import Mustache
import Testing

@testable import Emission

@Suite struct TemplateRenderingTests {
    private static let inner = ViewType(name: "inner", summary: "", keys: [.slot("name", ""), .slots("lines", "")])
    private static let outer = ViewType(
        name: "outer", summary: "",
        keys: [
            .slot("title", ""), .slot("none", ""), .flag("isOpen", ""), .flag("isShut", ""),
            .views("items", "", inner),
        ])

    private static let view = View(
        outer,
        [
            "title": .code("T<&>"), "none": .code(""), "isOpen": .flag(true), "isShut": .flag(false),
            "items": .views([
                View(inner, ["name": .code("one"), "lines": .codes(["a", "b"])]), View(inner, ["name": .code("two")]),
            ]),
        ])

    private static let partials = ["part": "{{#lines}}\n- {{.}}\n{{/lines}}\n{{name}}\n", "word": "[{{title}}]"]

    private func rendered(_ text: String) -> String {
        let templates = Self.partials.merging(["root": text]) { $1 }.mapValues { Template($0) }
        var renderer = TemplateRenderer(templates, Self.view)
        renderer.render("root")
        return renderer.text
    }

    /// What the library the templates' language is taken from makes of the same.
    private func reference(_ text: String) throws -> String? {
        var library = MustacheLibrary()
        for (name, text) in Self.partials.merging(["root": text], uniquingKeysWith: { $1 }) {
            // It escapes HTML in each template that does not say otherwise.
            try library.register("{{% CONTENT_TYPE:TEXT}}\n" + text, named: name)
        }
        return library.render(Seen(Self.view), withTemplate: "root")
    }

    private static let texts = [
        "", "plain\n\ntext", "{{title}}", "a {{title}} b {{ title }}\n{{&title}}{{{title}}}\n",
        "{{#title}}<{{.}}>{{/title}}{{^title}}nothing{{/title}}\n",
        "{{#none}}<{{.}}>{{/none}}{{^none}}nothing{{/none}}\n",
        "{{#isOpen}}\nopen\n{{/isOpen}}\n{{#isShut}}\nshut\n{{/isShut}}\n{{^isShut}}\nnot shut\n{{/isShut}}\nend",
        "x\n  {{#isOpen}}  \n  open {{title}}\n  {{/isOpen}}\t\ny\n",
        "{{#items}}\n{{name}} of {{title}}{{#lines}} {{.}}{{/lines}}\n{{/items}}\n",
        "{{#items}}\n{{^lines}}\nnone\n{{/lines}}\n{{#lines}}\n{{.}},\n{{/lines}}\n{{/items}}",
        "{{#items}}\n{{>part}}\n{{/items}}\n{{>word}} and {{>word}}\n{{>word}}\n",
        "a{{! a remark }}b\n{{! another\nover lines }}\nc\n", "{ {x} }} {{title}}}\n",
        "{{#isOpen}}a{{/isOpen}} {{#isOpen}}\nb\n{{/isOpen}}\n",
        "one\r\n{{#isOpen}}\r\ntwo\r\n{{/isOpen}}\r\nthree\r\n",
    ]

    @Test(arguments: texts) func rendersWhatMustacheDoes(_ text: String) throws {
        #expect(try rendered(text) == reference(text))
    }

    @Test func anIndentedPartialIsIndentedLineByLine() {
        #expect(rendered("{{#items}}\n  {{>part}}\n{{/items}}\n") == "  - a\n  - b\n  one\n  two\n")
    }

    @Test func whatIsAbsentIsNotLookedForOutside() {
        let outer = ViewType(name: "outer", summary: "", keys: [.slot("name", ""), .view("item", "", Self.inner)])
        let view = View(outer, ["name": .code("outer"), "item": .view(View(Self.inner))])
        var renderer = TemplateRenderer(["root": Template("{{#item}}<{{name}}>{{/item}}")], view)
        renderer.render("root")
        #expect(renderer.text == "<>")
    }
}

/// A view as the library takes values.
private struct Seen: MustacheParent {
    let view: View

    init(_ view: View) { self.view = view }

    func child(named name: String) -> Any? {
        switch view[name] {
        case .code(let code): code.text
        case .markdown(let markdown): markdown.text
        case .codes(let codes): codes.map(\.text)
        case .flag(let flag): flag
        case .view(let view): Seen(view)
        case .views(let views): views.map { Seen($0) }
        case nil: nil
        }
    }
}
