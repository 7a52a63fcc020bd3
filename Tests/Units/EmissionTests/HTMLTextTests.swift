import Testing

@testable import Emission

/// What becomes of the HTML in descriptions.
@Suite struct HTMLTextTests {
    @Test(arguments: [
        ("No tags, no links.", "No tags, no links."),
        ("<p>One.</p><p>Two.</p>", "One.\n\nTwo."),
        ("<p>One\n   line.</p>", "One line."),
        ("One.<br>Two.<br/>Three.", "One.\nTwo.\nThree."),
        (
            "<p>Returns <code>a</code>, see <a href=\"/docs/a\">the guide</a>.</p>"
                + "<ul><li>first</li><li><b>second</b> &amp; last</li></ul><br/>",
            "Returns `a`, see the guide.\n\n- first\n- **second** &amp; last"
        ),
        ("<ol><li>a</li><li>b<ul><li>c</li></ul></li><li>d</li></ol>", "1. a\n2. b\n  - c\n3. d"),
        ("See <a href='https://example.com/a?b=1&amp;c'>this</a>.", "See [this](https://example.com/a?b=1&amp;c)."),
        (
            "See [guide](/docs/a), [site](https://example.com) and ![image](a.png).",
            "See guide, [site](https://example.com) and image."
        ),
        ("`[a](/b) <p>`", "`[a](/b) <p>`"),
        ("The `<id>` of <id>, a < b, 1<2.", "The `<id>` of <id>, a < b, 1<2."),
        ("<code>a &lt; `b`</code>", "`` a < `b` ``"),
        ("<pre>let a = 1\n  b &amp; c</pre>After.", "```\nlet a = 1\n  b & c\n```\n\nAfter."),
        ("<h3>Title</h3>Text", "**Title**\n\nText"),
        ("a&nbsp;b&#8217;s &mdash; c &unknown; &lt;", "a b’s — c &unknown; &lt;"),
        ("<!-- hidden -->Shown", "Shown"),
        (
            "<table><tr><th>Name</th><th>Use</th></tr><tr><td>a|b</td><td><i>x</i></td></tr></table>",
            "| Name | Use |\n| --- | --- |\n| a\\|b | *x* |"
        ),
        ("<a href=\"javascript:f\">x</a>", "x"),
        ("<p>Never closed <b>at all", "Never closed **at all"),
        ("<", "<"), ("</", "</"), ("<p", "<p"), ("&", "&"), ("](", "]("), ("[](", "[]("), ("<td>", ""),
        ("</code></pre></a></ul>", ""),
    ])
    func markdown(html: String, expected: String) {
        #expect(HTMLText.markdown(html) == expected)
    }

    @Test func commentsAndPagesShowTheText() {
        #expect(DocComment.lines(["<p>One <b>word</b>.</p>"]).text == "/// One **word**.")
        #expect(safeBlock("<p>One <script>x</script>.</p>") == "One &lt;script>x&lt;/script>.")
        #expect(safeCell("<ul><li>a</li><li>b</li></ul>") == "- a - b")
    }

    /// Any text ends, and gives the same when it is converted again.
    @Test func piecesInAnyOrder() {
        let pieces = [
            "<p>", "</p>", "<li>", "<ul>", "</ul>", "<code>", "</code>", "<pre>", "</pre>", "<td>", "<tr>", "a ", "`",
            "](", "[", "&lt;", "\n",
        ]
        var state: UInt64 = 42
        for _ in 0..<3000 {
            var text = ""
            for _ in 0..<8 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                text += pieces[Int(state >> 33) % pieces.count]
            }
            #expect(!HTMLText.markdown(text).utf8.contains(0xFF), "\(text)")
        }
    }
}
