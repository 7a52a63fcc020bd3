import Foundation
import TestSupport

/// The sources of everything the output spells besides the names of a model: templates, views and the runtime.
struct SpelledSources {
    /// By path, without tags and comments.
    private let templates: [String: String]
    /// The code literals of views, by file.
    private let views: [String: String]
    /// Code without comments and literals.
    private let runtime: String
    private let swiftNames: String

    init() throws {
        func text(_ path: String) throws -> String {
            try String(contentsOf: Repository.root.appending(path: path), encoding: .utf8)
        }
        var templates: [String: String] = [:]
        for path in RepositoryTests.textFiles(in: "Templates/swift") {
            let name = path.split(separator: "/").last.map { String($0.prefix { $0 != "." }) } ?? path
            templates[name] = Self.code(try text(path).replacing(/\{\{[^}]*\}\}/, with: " "))
        }
        var views: [String: String] = [:]
        for path in RepositoryTests.swiftFiles("Sources/Emission/Views")
            + RepositoryTests.swiftFiles("Sources/Emission/Types")
        where !path.contains("Page") && !path.contains("Package") {
            views[path.split(separator: "/").last.map(String.init) ?? path] = Self.literals(try text(path))
        }
        self.templates = templates
        self.views = views
        runtime = try RepositoryTests.swiftFiles("Sources/ClientRuntime").map { Self.code(try text($0)) }.joined()
        swiftNames = try text("Sources/ClientModel/SwiftNames.swift")
    }

    /// The table as it has to be in the source.
    var table: String {
        let tables: [(String, Set<String>)] = [
            ("client", declared(in: template("groupFile")).union(members(of: "ConnectedClient", withFunctions: true))),
            ("endpoint", declared(in: template("endpoint").replacing(/static [^\n]*/, with: ""))),
            ("enumeration", declared(in: template("enumeration")).union(members(of: "OpenEnum"))),
            ("headers", declared(in: service(from: "struct ResponseHeaders", to: "extension ServerURL"))),
            (
                "initializer",
                declared(in: service(from: "", to: "struct ResponseHeaders"))
                    .union(parameters(in: views["ServiceView.swift"] ?? ""))
            ),
            ("method", spelled(in: template("operation"))),
            (
                "server",
                declared(in: service(from: "extension ServerURL", to: "")).union(members(of: "ServerURL<Service>"))
            ),
            ("structure", declared(in: template("structure")).union(members(of: "FieldComparable"))), ("types", types),
            ("union", declared(in: template("union"))),
        ]
        let lines = tables.map { name, names in
            "    static let \(name): Set<String> = \(Self.list(names.sorted().map { "\"\($0)\"" }, taken: name.count + 30))\n"
        }
        return """
            /// Names that templates, views and the runtime spell. Written by `SpelledNamesTests`, which fails where it differs from them.
            enum SpelledNames {
            \(lines.joined())}

            """
    }

    /// Every identifier that a template or a literal of a view introduces or spells.
    var words: Set<String> {
        let all = templates.values.joined(separator: " ") + " " + views.values.joined(separator: " ")
        return Set(all.matches(of: /[A-Za-z_][A-Za-z0-9_]*/).map { String($0.output) })
    }

    private func template(_ name: String) -> String { templates[name] ?? "" }

    /// The part of the service's template between two of its texts.
    private func service(from start: String, to end: String) -> String {
        let text = template("serviceFile")
        let first = start.isEmpty ? text.startIndex : text.range(of: start)?.lowerBound ?? text.endIndex
        let last = end.isEmpty ? text.endIndex : text.range(of: end)?.lowerBound ?? text.endIndex
        return String(text[first..<last])
    }

    /// Capitalized words of templates, those of views that the runtime knows, and the types of the model's scalars.
    private var types: Set<String> {
        let files = templates.filter { $0.key != "package" && $0.key != "tests" }.values.joined(separator: " ")
        let viewed = capitalized(views.values.joined(separator: " ")).intersection(capitalized(runtime))
        let scalars = swiftNames.matches(of: /"([A-Z][A-Za-z0-9]*)"/).map { String($0.1) }
        return capitalized(files).union(viewed).union(scalars)
    }

    /// Those that stand behind no dot.
    private func capitalized(_ text: String) -> Set<String> {
        Set(text.matches(of: /(?:^|[^.\w])([A-Z]\w*)/).map { String($0.1) })
    }

    /// Properties, which have a type where locals have a value, and functions without arguments.
    private func declared(in text: String) -> Set<String> {
        Set(text.matches(of: /\b(?:let|var) `?([a-z]\w*)`?:/).map { String($0.1) })
            .union(text.matches(of: /\bfunc ([a-z]\w*)\(\)/).map { String($0.1) })
    }

    /// Parameters that a view declares: a name, a colon and a type.
    private func parameters(in text: String) -> Set<String> {
        Set(text.matches(of: /\b([a-z]\w*): (?:any )?[A-Z]/).map { String($0.1) })
    }

    /// Members that are spelled without what they are members of.
    private func spelled(in text: String) -> Set<String> {
        let found = Set(text.matches(of: /(?:^|[^.\w])([a-z]\w*)/).map { String($0.1) })
        return found.subtracting(["try", "await", "available", "deprecated"])
    }

    /// The members that a type of the runtime and its extensions have.
    ///
    /// - Parameter withFunctions: Whether those with arguments count: a call of one with a method's name would be ambiguous.
    private func members(of type: String, withFunctions: Bool = false) -> Set<String> {
        var names: Set<String> = []
        var isInside = false
        for line in runtime.split(separator: "\n") {
            if line.first != " ", line.first != "}" {
                isInside =
                    line.contains("protocol \(type)") || line.contains("extension \(type)")
                    || line.contains("struct \(type)")
            } else if isInside, let match = line.firstMatch(of: Self.member) {
                let hasArguments = match.1 == "func" && !line.contains("()")
                if withFunctions || !hasArguments { names.insert(String(match.2)) }
            }
        }
        return names
    }

    private static var member: Regex<(Substring, Substring, Substring)> {
        /^ {4}(?:[a-z]+(?:\([a-z]+\))? )*(let|var|func) `?(\w+)`?/
    }

    // MARK: Reading

    private static func code(_ text: String) -> String {
        text.replacing(/\/\/[^\n]*/, with: "").replacing(/"""[\s\S]*?"""/, with: "").replacing(
            /"(?:\\.|[^"\\\n])*"/, with: "")
    }

    /// What literals hold besides interpolations, those that describe views or are sentences left out.
    private static func literals(_ text: String) -> String {
        let plain = text.replacing(/(?m)^[^\n]*(?:summary|example): "[^\n]*/, with: "")
        return Literals(in: plain).found.filter { !$0.hasSuffix(".") && !$0.contains("`") }.joined(separator: "\n")
    }

    private static func list(_ items: [String], taken: Int) -> String {
        let line = items.joined(separator: ", ")
        if taken + line.utf8.count < 110 { return "[\(line)]" }
        var lines: [String] = [""]
        for item in items {
            if lines[lines.count - 1].utf8.count + item.utf8.count > 108 { lines.append("") }
            lines[lines.count - 1] += (lines[lines.count - 1].isEmpty ? "" : " ") + item + ","
        }
        return "[\n" + lines.map { "        \($0)\n" }.joined() + "    ]"
    }
}

/// The string literals of Swift code, with a space for each interpolation; those inside of interpolations are found as well.
private struct Literals {
    private(set) var found: [String] = []
    private var rest: Substring

    init(in code: String) {
        rest = code[...]
        readCode()
    }

    /// Reads to the parenthesis that ends an interpolation, or to the end of all code.
    private mutating func readCode() {
        var depth = 0
        while let first = rest.first {
            if rest.hasPrefix("//") {
                rest = rest.drop { $0 != "\n" }
            } else if let quotes = ["\"\"\"", "\""].first(where: rest.hasPrefix) {
                rest.removeFirst(quotes.count)
                readLiteral(to: quotes)
            } else {
                rest.removeFirst()
                if first == "(" { depth += 1 } else if first == ")" { depth -= 1 }
                if depth < 0 { return }
            }
        }
    }

    private mutating func readLiteral(to quotes: String) {
        var literal = ""
        while !rest.isEmpty, !rest.hasPrefix(quotes) {
            if rest.hasPrefix("\\(") {
                rest.removeFirst(2)
                readCode()
                literal += " "
            } else {
                literal += rest.prefix(rest.first == "\\" ? 2 : 1)
                rest.removeFirst(rest.first == "\\" ? 2 : 1)
            }
        }
        rest = rest.dropFirst(quotes.count)
        found.append(literal)
    }
}
