import Testing

@testable import Diagnostics

/// A file with text in it and what a run found there.
private struct Run {
    var files = SourceFiles()
    var problems = Problems()

    init(_ text: String, name: String = "a.yaml") { add(text, name: name) }

    mutating func add(_ text: String, name: String) {
        _ = files.add(SourceFile(name: name, bytes: Array(text.utf8)))
    }

    /// The place of the first occurrence of a text.
    func place(_ token: String, file: Int = 0) -> Place {
        let text = String(decoding: files.files[file].bytes, as: UTF8.self)
        let range = text.firstRange(of: token) ?? text.endIndex..<text.endIndex
        let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
        return Place(file: UInt32(file), start: UInt32(start), end: UInt32(start + token.utf8.count))
    }

    var report: Report { Report(problems, in: files) }
}

@Suite struct ReportTests {
    @Test func textShowsPlaceNotesAndHint() {
        var run = Run("a: 1\nb:\n  - wrong, here\n")
        run.problems.add(
            Diagnostic(
                .degraded, change: "k", "this is off", at: run.place("wrong"),
                notes: [Diagnostic.Note("because of this", at: run.place("1")), Diagnostic.Note("and so on", at: nil)],
                hint: "do it right"))
        run.problems.add(Diagnostic(.error, change: "k2", "nothing can be done", at: nil))
        #expect(
            run.report.text() == """
                error: nothing can be done
                a.yaml:3:5: warning: this is off
                 3 |   - wrong, here
                   |     ^~~~~
                a.yaml:1:4: note: because of this
                 1 | a: 1
                   |    ^
                note: and so on
                hint: do it right

                """)
    }

    @Test func coloursAreAnOption() {
        var run = Run("a: 1")
        run.problems.add(Diagnostic(.error, change: "k", "m", at: run.place("1")))
        #expect(
            run.report.text(colour: true) == """
                \u{1B}[1ma.yaml:1:4:\u{1B}[0m \u{1B}[1;31merror:\u{1B}[0m m
                 1 | a: 1
                   | \u{1B}[1;32m   ^\u{1B}[0m

                """)
    }

    @Test(arguments: [
        ("k: here", 4, 4), ("\u{1F600}: here", 4, 5), ("e\u{301}: here", 4, 5), ("\t\u{65E5}: here", 5, 5),
        ("x: 1\r\nk: here\r\n", 4, 4), ("\u{1F468}\u{200D}\u{1F469}: here", 4, 8),
    ])
    func columnsCountWhatEditorsCount(text: String, characters: Int, utf16: Int) {
        let run = Run(text)
        let place = run.place("here")
        var locator = Locator(run.files)
        #expect(locator.location(of: place.start, in: 0, counting: .characters)?.column == characters)
        #expect(locator.location(of: place.start, in: 0, counting: .utf16)?.column == utf16)
    }

    @Test(arguments: ["x", "é", "😀", "日本 ", "e\u{301}", "\u{1F468}\u{200D}\u{1F469}"])
    func columnsOfLongLinesAreExact(piece: String) {
        let line = String(repeating: piece, count: 3_000)
        let run = Run("first\n" + line + "\nlast")
        var locator = Locator(run.files)
        for count in [0, 1, 100, 1_024, 1_500, 2_999, 3_000, 7, 2_000] {
            let before = String(repeating: piece, count: count)
            let offset = UInt32(6 + before.utf8.count)
            let characters = locator.location(of: offset, in: 0, counting: .characters)
            #expect(characters == Location(line: 2, column: before.count + 1))
            let utf16 = locator.location(of: offset, in: 0, counting: .utf16)
            #expect(utf16 == Location(line: 2, column: before.utf16.count + 1))
        }
    }

    @Test func marksStandUnderWideCharactersAndTabs() {
        var run = Run("\t日本: 値 # \u{1B}[31m\r\n")
        run.problems.add(Diagnostic(.error, change: "k", "m", at: run.place("値")))
        #expect(
            run.report.text() == """
                a.yaml:1:6: error: m
                 1 |     日本: 値 # \\u{1B}[31m
                   |           ^~

                """)
    }

    @Test func ofALongLineOnlyAPartIsShown() {
        var run = Run(String(repeating: "x", count: 1_000) + "here" + String(repeating: "y", count: 1_000))
        run.problems.add(Diagnostic(.error, change: "k", "m", at: run.place("here")))
        let (x, y) = (String(repeating: "x", count: 60), String(repeating: "y", count: 56))
        #expect(
            run.report.text() == """
                a.yaml:1:1001: error: m
                 1 | …\(x)here\(y)…
                   | \(String(repeating: " ", count: 61))^~~~

                """)
    }

    @Test func aPlaceOfSeveralLinesIsMarkedOnItsFirst() {
        var run = Run("k: |\n  one\n  two\n")
        run.problems.add(Diagnostic(.error, change: "k", "m", at: run.place("|\n  one\n  two\n")))
        #expect(run.report.text().hasSuffix(" 1 | k: |\n   |    ^\n"))
        run.problems.add(Diagnostic(.error, change: "end", "m", at: Place(file: 0, start: 17, end: 17)))
        #expect(run.report.text().hasSuffix("a.yaml:4:1: error: m\n"))
    }

    @Test func findingsAreInDocumentOrderEachOnce() {
        var run = Run("a b c")
        run.add("d", name: "b.yaml")
        for (token, file) in [("d", 1), ("c", 0), ("a", 0), ("c", 0)] {
            run.problems.add(Diagnostic(.error, change: "k", "m", at: run.place(token, file: file)))
        }
        run.problems.add(Diagnostic(.error, change: "k", "first at c, then this", at: run.place("c")))
        run.problems.add(Diagnostic(.remark, change: "k", "everywhere", at: nil))
        let columns = run.report.diagnostics.map { "\($0.place?.file ?? 9):\($0.place?.start ?? 9) \($0.message)" }
        #expect(columns == ["9:9 everywhere", "0:0 m", "0:4 m", "0:4 first at c, then this", "1:0 m"])
    }

    @Test func repeatsOfOneKindAreFolded() {
        var run = Run(String(repeating: "x\n", count: 30))
        for line in 0..<21 {
            run.problems.add(
                Diagnostic(
                    .error, change: "often", "again",
                    at: Place(file: 0, start: UInt32(line * 2), end: UInt32(line * 2 + 1))))
        }
        run.problems.add(Diagnostic(.repaired, change: "once", "rare", at: Place(file: 0, start: 50, end: 51)))
        let text = run.report.text()
        #expect(text.split(separator: "\n").count { $0.hasSuffix("again") } == 10)
        #expect(text.contains("10:1: error: again\n 10 | x\n    | ^\nand 11 more of this kind\n"))
        #expect(text.contains("warning: rare"))
        #expect(run.report.github().contains("::again%0Aand 11 more of this kind\n"))
        #expect(run.report.json().split(separator: "\n").count == 22)
        #expect(run.report.text(folding: .none).split(separator: "\n").count { $0.hasSuffix("again") } == 21)
        #expect(run.report.text(folding: .none).contains("more of this kind") == false)
        #expect(run.report.summary == "21 errors, 1 warning (1 repaired)")
    }

    /// Warnings that say the same of different values are one line with a count.
    @Test func repeatedWarningsAreFoldedIntoOne() {
        var run = Run("x\ny\nz\nw\n")
        let messages = [
            "'a' is not a type; 1 value", "'b' is not a type; 20 values", "'c' is not a name",
            "`d` is not a type; 3 value",
        ]
        for (line, message) in messages.enumerated() {
            let start = UInt32(line * 2)
            run.problems.add(
                Diagnostic(.repaired, change: "spelling", message, at: Place(file: 0, start: start, end: start + 1)))
        }
        let lines = run.report.text().split(separator: "\n").filter { $0.contains("warning") || $0.hasPrefix("and") }
        #expect(
            lines == [
                "a.yaml:1:1: warning: 'a' is not a type; 1 value", "and 1 more of this kind",
                "a.yaml:2:1: warning: 'b' is not a type; 20 values", "a.yaml:3:1: warning: 'c' is not a name",
            ])
        #expect(run.report.github().split(separator: "\n").count == 3)
        #expect(run.report.text(folding: .none).contains("`d` is not a type; 3 value"))
    }

    @Test func strictnessMakesErrorsOfAllButRemarks() {
        var problems = Problems()
        let severities: [Diagnostic.Severity] = [.repaired, .leftOut, .degraded, .remark]
        for severity in severities { problems.add(Diagnostic(severity, change: "k", "m", at: nil)) }
        #expect(!problems.hasErrors)
        #expect(
            Report(problems, in: SourceFiles()).summary == "3 warnings (1 repaired, 1 skipped, 1 degraded), 1 remark")
        let strict = problems.strict()
        #expect(strict.hasErrors)
        #expect(strict.diagnostics.map(\.severity) == [.error, .error, .error, .remark])
        #expect(Report(Problems(), in: SourceFiles()).summary.isEmpty)
    }

    @Test func jsonIsOneObjectALine() {
        var run = Run("😀: \"x\"\n", name: "dir/ü.yaml")
        run.problems.add(
            Diagnostic(
                .leftOut, change: "k", "quote \" backslash \\ bell \u{7} turn \u{202E}", at: run.place("\"x\""),
                notes: [Diagnostic.Note("n", at: run.place("😀"))], hint: "h\n##[group]"))
        run.problems.add(Diagnostic(.error, change: "k", "nowhere", at: nil))
        #expect(
            run.report.json() == #"""
                {"severity":"error","finding":"error","kind":"k","message":"nowhere"}
                {"severity":"warning","finding":"leftOut","kind":"k","message":"quote \" backslash \\ bell \u0007 turn \u202e","file":"dir/ü.yaml","line":1,"column":5,"endLine":1,"endColumn":8,"notes":[{"message":"n","file":"dir/ü.yaml","line":1,"column":1,"endLine":1,"endColumn":3}],"hint":"h\n##\u005bgroup]"}

                """#)
    }

    @Test func githubCommandsCannotBeForged() {
        var run = Run("a: 1\n", name: "odd,name:50%.yaml")
        run.problems.add(
            Diagnostic(
                .error, change: "k", "100%\r\n::set-output name=x::y", at: run.place("1"),
                notes: [Diagnostic.Note("n", at: run.place("a"))], hint: "h"))
        run.problems.add(Diagnostic(.repaired, change: "w", "m", at: nil))
        run.problems.add(Diagnostic(.remark, change: "r", "m", at: nil))
        #expect(
            run.report.github() == #"""
                ::warning title=w::m
                ::notice title=r::m
                ::error file=odd%2Cname%3A50%25.yaml,line=1,col=4,endColumn=5,title=k::100%25\r\n::set-output name=x::y%0Anote: n (odd,name:50%25.yaml:1:1)%0Ahint: h

                """#)
    }

    @Test(arguments: [
        ("plain # text", "plain # text"), ("a\nb\tc\r", "a\\nb\\tc\\r"),
        ("\u{1B}[31mred\u{9B}0m", "\\u{1B}[31mred\\u{9B}0m"),
        ("\u{202E}\u{2066}\u{200F}", "\\u{202E}\\u{2066}\\u{200F}"),
        ("\u{FEFF}\u{200B}\u{2028}\u{85}\u{0}", "\\u{FEFF}\\u{200B}\\u{2028}\\u{85}\\u{0}"),
        ("##[command]", "##\\[command]"), ("日本 👨‍👩‍👧 é", "日本 👨‍👩‍👧 é"), ("\u{E0041}", "\\u{E0041}"),
    ])
    func textIsEscaped(text: String, expected: String) {
        #expect(escaped(text) == expected)
    }

    @Test func quotedTextIsShortened() {
        #expect(quote("short") == "'short'")
        #expect(quote(String(repeating: "é", count: 80)) == "'" + String(repeating: "é", count: 59) + "…'")
        #expect(quote(String(repeating: "é", count: 60)) == "'" + String(repeating: "é", count: 60) + "'")
    }

    @Test(arguments: [
        ("desciption", "description"), ("Pets", "Pet"), ("proeprties", "properties"), ("zzz", nil), ("", nil),
        ("ab", nil),
    ])
    func theNearestNameIsFound(name: String, expected: String?) {
        #expect(nearest(to: name, among: ["description", "properties", "Pet", "cd"]) == expected)
    }
}
