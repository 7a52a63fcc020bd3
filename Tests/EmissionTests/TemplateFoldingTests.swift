import Testing

@testable import Emission

@Suite struct TemplateFoldingTests {
    private static let texts = [
        "outer": "{{>inner}}\n{{access}}x\n{{#list}}\n{{.}}\n{{/list}}\nend\n{{>outer}}\n",
        "inner": "{{#list}}\n{{.}}\n{{/list}}\n{{#flag}}\n{{>outer}}\n{{/flag}}\n",
        "other": "{{#list}}\n{{.}},\n{{/list}}\n a {{>inner}}\n{{>open}}\n",
        "open": "no line end",
    ]

    private func folded(_ name: String, access: String = "public ") -> String {
        TemplateFolding(texts: Self.texts, constants: ["access": access]).folded(name)
    }

    @Test func partialsComeIntoTheirPlacesButForCircles() {
        #expect(folded("outer").contains("{{#flag}}\n{{>outer}}\n{{/flag}}\n"))
        #expect(!folded("outer").contains("{{>inner}}"))
    }

    @Test func constantsBecomeTextUnlessTheyAreEmpty() {
        #expect(folded("outer").contains("\npublic x\n"))
        #expect(folded("outer", access: "").contains("\n{{access}}x\n"))
    }

    @Test func listsBecomeOneTag() {
        #expect(folded("outer").contains("x\n{{lines(list)}}end\n"))
        #expect(folded("outer").hasPrefix("{{#joined(list)}}\n{{.}}\n{{/joined(list)}}\n{{#flag}}"))
    }

    @Test func whatMeansSomethingElseStays() {
        #expect(folded("other") == Self.texts["other"])
    }

    /// Every template of the tool renders the same, folded or not.
    @Test func foldedListsRenderTheSame() throws {
        let files = Root.allCases.map { (path: $0.rawValue + ".mustache", contents: "") }
        let text = "{{#imports}}\n{{.}}\n{{/imports}}\n{{#imports}}\n<{{.}}>\n{{/imports}}\nend\n"
        let header = (path: Root.header.rawValue + ".mustache", contents: text)
        let templates = try TemplateSet(files + [header])
        let imports: [Code] = ["import A", "import B"]
        let full = View(.fileHeader, ["imports": .codes(imports)])
        #expect(templates.render(.header, full) == "import A\nimport B\n<import A>\n<import B>\nend\n")
        #expect(templates.render(.header, View(.fileHeader)) == "end\n")
    }
}
