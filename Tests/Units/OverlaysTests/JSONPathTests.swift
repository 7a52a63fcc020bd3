import Testing
import YAML

@testable import Overlays

@Suite struct JSONPathTests {
    /// Two paths, three operations and their parameters.
    static let document = """
        {"info": {"title": "Zoo", "x-a": 1, "größe": 2, "a b": 3, "it's": 4, "": 5},
         "paths": {
          "/a": {"get": {"tags": ["x", "y"], "parameters": [{"name": "q", "in": "query"}, {"name": "id", "in": "path"}]},
                 "put": {"tags": ["y"], "deprecated": true}},
          "/b": {"get": {"tags": [], "limit": 10}}},
         "list": [0, 1, 2, 3, 4, 5]}
        """

    @Test(
        arguments: [
            ("$.info.title", [#""Zoo""#]), ("$['info'][\"title\"]", [#""Zoo""#]), ("$ .info\n['title']", [#""Zoo""#]),
            ("$.info.größe", ["2"]), ("$.info['a b']", ["3"]), (#"$.info['it\'s']"#, ["4"]), ("$.info['']", ["5"]),
            (#"$.info["gr\u00f6\u00DFe"]"#, ["2"]), ("$.info.nothing", []), ("$.info[0]", []), ("$.list.name", []),
            ("$.list[0]", ["0"]), ("$.list[-1]", ["5"]), ("$.list[6]", []), ("$.list[-7]", []),
            ("$.list[1, 3,1]", ["1", "3", "1"]), ("$.list[1:3]", ["1", "2"]), ("$.list[:2]", ["0", "1"]),
            ("$.list[4:]", ["4", "5"]), ("$.list[-2:]", ["4", "5"]), ("$.list[::2]", ["0", "2", "4"]),
            ("$.list[::-2]", ["5", "3", "1"]), ("$.list[3:1:-1]", ["3", "2"]), ("$.list[1:5:0]", []),
            ("$.list[ 1 : 9 : 4 ]", ["1", "5"]), ("$.list[-9:1]", ["0"]), ("$.list[9:-9:-5]", ["5", "0"]),
            ("$.paths.*.get.limit", ["10"]), ("$..limit", ["10"]), ("$..tags[0]", [#""x""#, #""y""#]),
            ("$..[?@ == 'y']", [#""y""#, #""y""#]), ("$.list[*]", ["0", "1", "2", "3", "4", "5"]),
            ("$.paths['/a'].put['deprecated', 'tags']", ["true", #"["y"]"#]),
        ])
    func selects(_ query: String, _ expected: [String]) {
        #expect(select(query, from: Self.document) == expected)
    }

    @Test(
        arguments: [
            ("@ > 3", "[4,5]"), ("@ >= 4 || @ == 0", "[0,4,5]"), ("@ < 2 && @ != 0", "[1]"), ("!(@ < 4)", "[4,5]"),
            ("@ == 1.0", "[1]"), ("@ == 1e0", "[1]"), ("@ <= -0", "[0]"), ("@ < '3'", "[]"), ("@ == $.list[2]", "[2]"),
            ("@ == $.nothing", "[]"), ("@.nothing == $.nothing", "[0,1,2,3,4,5]"), ("$.info", "[0,1,2,3,4,5]"),
            ("!@.nothing", "[0,1,2,3,4,5]"), ("@==0||@==1&&@==2", "[0]"), ("(@==0||@==1)&&@==1", "[1]"),
            ("@ == count($.list[?@ > 2])", "[3]"), ("@ == length($.info.title)", "[3]"),
            ("@ == length($.list)", "[]"), ("@ == value($..limit)", "[]"), ("@ != value($..tags)", "[0,1,2,3,4,5]"),
            ("length(@) == 1", "[]"), ("match(@, '.*')", "[]"), ("match($.info.title, 'Z.o') && @ == 1", "[1]"),
            ("search($.info.title, 'o') && @ == 1", "[1]"), ("match($.info.title, 'o') && @ == 1", "[]"),
            ("search($.info.title, '[') && @ == 1", "[]"), ("@ == 9007199254740993", "[]"),
        ])
    func filters(_ condition: String, _ expected: String) {
        #expect(
            select("$.list[?\(condition)]", from: Self.document).map { "[\($0.joined(separator: ","))]" } == expected)
    }

    @Test(
        arguments: [
            ("[?@.in == 'query']", 1), ("[?@.name]", 2), ("[?@['name'] > 'a']", 2), ("[?@.schema]", 0),
            ("[?@ == $.paths['/a'].get.parameters[1]]", 1), ("[?@.* == 'q']", nil), ("[?@.in]", 2),
        ] as [(String, Int?)])
    func filtersObjects(_ selector: String, _ count: Int?) {
        #expect(select("$.paths['/a'].get.parameters\(selector)", from: Self.document)?.count == count)
    }

    @Test(
        arguments: [
            ("[1,2]", 2), ("[2,1]", 1), (#"{"a":1,"b":2}"#, 2), (#"{"b":2,"a":1}"#, 2), (#"{"a":1}"#, 1), ("null", 2),
            ("false", 2),
            ("true", 1), ("\"\u{E9}\"", 2), ("\"e\u{301}\"", 1),
        ])
    func valuesAreEqualByWhatTheyAre(_ value: String, _ count: Int) {
        let list = "[\(value), [1,2], {\"a\":1,\"b\":2}, null, false, \"\u{E9}\"]"
        #expect(select("$[?@ == $[0]]", from: list)?.count == count)
    }

    @Test(
        arguments: [
            ("", 0), ("paths", 0), ("$.", 2), ("$..", 3), ("$.paths/a", 7), ("$.x-a", 3), ("$.1", 2), ("$ ", 1),
            (" $", 0),
            ("$[", 2), ("$[]", 2), ("$['a", 2), ("$['a' 'b']", 6), ("$[01]", 2), ("$[-0]", 2),
            ("$[9007199254740992]", 2),
            ("$['\\a']", 4), ("$['\\uD800']", 3), ("$['\\u12']", 7), ("$[\"a\nb\"]", 4), ("$[?]", 3), ("$[?1]", 3),
            ("$[?'a' == ]", 10), ("$[?@.a = 1]", 7), ("$[?@.a == 01]", 11), ("$[?@..a == 1]", 3),
            ("$[?length(@.a)]", 3),
            ("$[?count(1) == 1]", 9), ("$[?length(@.*) == 1]", 10), ("$[?match(@.a)]", 12),
            ("$[?match(@.a, 'b') == true]", 3), ("$[?nothing(@)]", 3), ("$[?@.a && ]", 10), ("$[?(@.a]", 7),
            ("$[?!@.a == 1]", 8),
            ("$[?@.a == \u{00E9}]", 10), ("$..['a'", 7), ("$.a.*.", 6), ("$[1:2:3:4]", 7),
        ])
    func isNoQuery(_ query: String, _ offset: Int) {
        do {
            _ = try JSONPath(query)
            Issue.record("\(query) was parsed")
        } catch {
            #expect(error.offset == offset, "\(query): \(error.message)")
        }
    }

    @Test func nestingIsLimited() {
        let deep = "$" + String(repeating: "[?(", count: 100) + "@" + String(repeating: ")]", count: 100)
        #expect(throws: JSONPath.SyntaxError.self) { try JSONPath(deep) }
    }

    @Test func aQueryThatNeverEndsIsStopped() throws {
        let items = (0..<200).map(String.init).joined(separator: ",")
        let path = try JSONPath("$..[?count($..[?count($..*) > 1]) > 1]")
        var evaluator = JSONPathEvaluator(root: tree("[\(items)]"), mostVisits: 20_000)
        #expect(throws: JSONPathEvaluator.TooLong.self) { try evaluator.select(path) }
    }

    /// Each segment selects every child four times.
    @Test func waysToOneNodeAreFollowedOnce() throws {
        let root = tree("{a: {b: [1, 2, {c: 3}]}, d: {e: [4, {f: 5}]}}")
        for depth in [2, 4] {
            let path = try JSONPath("$" + String(repeating: "[*,*,*,*]", count: depth))
            var evaluator = JSONPathEvaluator(root: root, mostVisits: 60)
            let once = try evaluator.distinct(path)
            #expect(Set(once.map(\.location)).count == once.count)
            var every = JSONPathEvaluator(root: root)
            #expect(try Set(every.select(path).map(\.location)) == Set(once.map(\.location)))
        }
    }

    @Test func filtersCountEveryWay() throws {
        var evaluator = JSONPathEvaluator(root: tree("[[1], [1, 2]]"))
        let selected = try evaluator.distinct(try JSONPath("$[?count(@[*,*]) == 4]"))
        #expect(selected.map(\.location) == [[1]])
    }

    @Test func locationsLeadToTheNodes() throws {
        let root = tree(Self.document)
        var evaluator = JSONPathEvaluator(root: root)
        let selected = try evaluator.select(try JSONPath("$..*"))
        #expect(selected.count > 30)
        for one in selected {
            var node = root
            for position in one.location { node = try #require(node.value.child(position)) }
            #expect(node.place == one.node.place)
        }
    }
}

@Suite struct IRegexpTests {
    @Test(
        arguments: [
            ("", "", true), ("a", "a", true), ("a", "b", false), ("a", "ab", false), ("ab|cd", "cd", true),
            ("a*", "aaa", true),
            ("a+", "", false), ("a?b", "b", true), ("a{2}", "aa", true), ("a{2}", "aaa", false),
            ("a{2,}", "aaaa", true),
            ("a{1,3}", "aaaa", false), ("(ab)+", "abab", true), (".", "\n", false), (".", "😀", true),
            ("[a-c]", "b", true),
            ("[^a-c]", "b", false), ("[-a]", "-", true), ("[a-]", "-", true), (#"\."#, ".", true), (#"\."#, "x", false),
            (#"[\]\-]"#, "]", true), (#"\p{L}+"#, "Größe", true), (#"\p{Lu}"#, "ö", false), (#"\P{Nd}"#, "5", false),
            (#"[\p{Nd}_]+"#, "5_٣", true), ("^a$", "^a$", true), ("a/b", "a/b", true), ("(a|b*)*c", "abbac", true),
            ("(a*)*", "b", false), ("(a+)+c", String(repeating: "a", count: 300), false), ("é", "e\u{301}", false),
        ])
    func matches(_ pattern: String, _ text: String, _ expected: Bool) throws {
        #expect(try #require(IRegexp(pattern)).matches(text, isWhole: true) == expected)
    }

    @Test(arguments: [("b", "abc", true), ("d", "abc", false), ("", "abc", true), ("b+c", "abbc", true)])
    func searches(_ pattern: String, _ text: String, _ expected: Bool) throws {
        #expect(try #require(IRegexp(pattern)).matches(text, isWhole: false) == expected)
    }

    @Test(
        arguments: [
            "(", ")", "[", "]", "[]", "a**", "*", "{1}", "a{2,1}", "a{x}", #"\d"#, #"\p{X}"#, #"\p{Lx}"#, #"a\"#,
            "[b-a]", "[a-b-c]",
            "(?:a)", "}", #"\u0041"#,
        ])
    func isNone(_ pattern: String) {
        #expect(IRegexp(pattern) == nil)
    }
}
