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

    /// Templates, and what swift-mustache makes of them.
    private static let texts = [
        ("", ""),
        ("plain\n\ntext", "plain\n\ntext"),
        ("{{title}}", "T<&>"),
        ("a {{title}} b {{ title }}\n{{&title}}{{{title}}}\n", "a T<&> b T<&>\nT<&>T<&>\n"),
        ("{{#title}}<{{.}}>{{/title}}{{^title}}nothing{{/title}}\n", "<T<&>>\n"),
        ("{{#none}}<{{.}}>{{/none}}{{^none}}nothing{{/none}}\n", "nothing\n"),
        (
            "{{#isOpen}}\nopen\n{{/isOpen}}\n{{#isShut}}\nshut\n{{/isShut}}\n{{^isShut}}\nnot shut\n{{/isShut}}\nend",
            "open\nnot shut\nend"
        ),
        ("x\n  {{#isOpen}}  \n  open {{title}}\n  {{/isOpen}}\t\ny\n", "x\n  open T<&>\ny\n"),
        ("{{#items}}\n{{name}} of {{title}}{{#lines}} {{.}}{{/lines}}\n{{/items}}\n", "one of T<&> a b\ntwo of T<&>\n"),
        ("{{#items}}\n{{^lines}}\nnone\n{{/lines}}\n{{#lines}}\n{{.}},\n{{/lines}}\n{{/items}}", "a,\nb,\nnone\n"),
        (
            "{{#items}}\n{{>part}}\n{{/items}}\n{{>word}} and {{>word}}\n{{>word}}\n",
            "- a\n- b\none\ntwo\n[T<&>] and [T<&>]\n[T<&>]"
        ),
        ("a{{! a remark }}b\n{{! another\nover lines }}\nc\n", "ab\nc\n"),
        ("{ {x} }} {{title}}}\n", "{ {x} }} T<&>}\n"),
        ("{{#isOpen}}a{{/isOpen}} {{#isOpen}}\nb\n{{/isOpen}}\n", "a \nb\n"),
        ("one\r\n{{#isOpen}}\r\ntwo\r\n{{/isOpen}}\r\nthree\r\n", "one\r\ntwo\r\nthree\r\n"),
    ]

    @Test(arguments: texts) func rendersWhatMustacheDoes(_ template: String, _ expected: String) {
        #expect(rendered(template) == expected)
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
