import Foundation
import TestSupport
import Testing

@testable import Lowering

/// Facts about schemas come from `FactGraph`: a function that walks over schemas by calling itself needs a reason here.
@Suite struct RecursionTests {
    /// The functions that take schemas or types and reach themselves through calls, with what bounds them.
    static let allowed: [(reason: String, functions: Set<String>)] = [
        (
            "Lowering itself: each conjunction is lowered once, and found again by `inline`, `inlineTypes` and `open`.",
            [
                "any(of:owner:in:)", "array(_:of:in:)", "combined(_:_:of:in:)", "element(_:in:)",
                "enumeration(_:_:of:in:)", "furtherMembers(_:of:in:)", "lowerInline(_:in:)",
                "object(_:of:in:)", "only(_:of:in:)", "properties(_:of:_:)", "property(_:named:_:of:)",
                "reference(to:named:in:)", "shape(_:of:in:)",
                "shape(ofTypes:_:of:in:)",
                "union(_:_:of:in:)", "union(of:_:in:)", "union(ofAll:owner:in:)", "union(ofTypes:_:of:in:)",
                "use(_:in:decided:)",
            ]
        ),
        (
            "Merging `allOf`, where the later member wins: each schema is visited once for a conjunction.",
            ["visit(_:isParent:)"]
        ),
        (
            "A value against a type: each pair with a declaration is asked once, and no deeper than 200 levels.",
            ["branch(of:_:)", "fits(_:_:)", "fits(_:declared:)"]
        ),
        (
            "Shapes of values, which are no deeper than `ValueShapeKey.deepest`.",
            ["areDistinct(_:_:)", "areDistinctObjects(_:_:)", "signature(_:)"]
        ),
        (
            "Functions of one name for a declaration and for its shape, which call one another in one direction.",
            ["samples(of:)"]
        ),
        (
            "Declarations of inline schemas that are one type: each is merged once, and stands within the other's pointer.",
            ["merge(_:into:)", "merged(_:into:)"]
        ),
        (
            "The lists and dictionaries of one type as it is written, and aliases, which are in no cycle.",
            ["describe(_:)", "filled(_:named:)", "full(_:named:)"]
        ),
    ]

    @Test func noOtherFunctionWalksOverSchemas() throws {
        let functions = try Self.functions(in: "Sources/Lowering")
        #expect(functions.count > 300)
        #expect(Self.recursive(functions) == Self.allowed.reduce(into: []) { $0.formUnion($1.functions) })
    }

    @Test func aWalkIsFound() throws {
        let text = """
            func depth(of id: SchemaID) -> Int { document[id].allOf.map { depth(of: $0) }.max() ?? 0 }
            func left(_ id: SchemaID, _ more: Int = 0) { right(at: id) }
            func right(at id: SchemaID) { left(id) /* left(id) */ }
            func once(_ id: SchemaID) { depth(of: id) }
            func number(_ value: Int) -> Int { number(value - 1) }
            func other(_ id: SchemaID) { other(id, "other(id)") }
            """
        #expect(Self.recursive(SourceFunction.all(in: text)) == ["depth(of:)", "left(_:_:)", "right(at:)"])
    }

    private static func functions(in folder: String) throws -> [SourceFunction] {
        let root = Repository.root.appending(path: folder)
        let files = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)
        return try (files?.allObjects ?? []).compactMap { $0 as? URL }.filter { $0.pathExtension == "swift" }
            .flatMap { SourceFunction.all(in: try String(contentsOf: $0, encoding: .utf8)) }
    }

    private static func recursive(_ functions: [SourceFunction]) -> Set<String> {
        let names = Set(functions.map(\.signature)).sorted()
        let byBase = Dictionary(grouping: names.indices) { String(names[$0].prefix { $0 != "(" }) }
        var edges = [Set<Int>](repeating: [], count: names.count)
        for function in functions {
            guard let start = names.firstIndex(of: function.signature) else { continue }
            for call in function.calls {
                let same = byBase[call.name] ?? []
                let exact = same.filter { names[$0] == "\(call.name)(\(call.labels.map { $0 + ":" }.joined()))" }
                edges[start].formUnion(exact.isEmpty ? same.filter { call.fits(names[$0]) } : exact)
            }
        }
        let graph = FactGraph(edges.map { $0.sorted() })
        let walking = Set(functions.filter(\.takesSchemas).map(\.signature))
        return Set(names.indices.filter { graph.isCyclic($0) }.map { names[$0] }).intersection(walking)
    }
}

/// A function as its source declares it.
struct SourceFunction {
    /// A call within it by name and labels.
    struct Call {
        var name: String
        var labels: [String]

        /// Whether a function of the same name may be meant: arguments with defaults are skipped.
        func fits(_ signature: String) -> Bool {
            var declared = signature.drop { $0 != "(" }.dropFirst().dropLast().split(separator: ":").map(String.init)[
                ...]
            for label in labels {
                guard let index = declared.firstIndex(of: label) else { return false }
                declared = declared[(index + 1)...]
            }
            return true
        }
    }

    /// For example: `fits(_:declared:)`.
    var signature: String
    var takesSchemas: Bool
    var calls: [Call]

    private static let schemaTypes = [
        "SchemaID", "Schema", "MergedSchema", "Conjunction", "BranchGroup", "Branch", "TypeReference", "TypeID",
        "Structure",
        "Union",
    ]

    static func all(in source: String) -> [SourceFunction] {
        let text = code(source)
        return text.matches(of: /\bfunc ([a-z]\w*)(?:<[^>]*>)?\(/).compactMap { match in
            guard let end = closing(text, from: text.index(before: match.range.upperBound), "(", ")"),
                let open = text[end...].firstIndex(of: "{"), let close = closing(text, from: open, "{", "}")
            else { return nil }
            let parameters = pieces(text[match.range.upperBound..<end])
            let labels = parameters.map { String($0.prefix { $0 != ":" && $0 != " " }) + ":" }
            let words = Set(text[match.range.upperBound..<end].split { !$0.isLetter }.map(String.init))
            return SourceFunction(
                signature: "\(match.1)(\(labels.joined()))", takesSchemas: !words.isDisjoint(with: schemaTypes),
                calls: calls(in: text[open...close]))
        }
    }

    private static func calls(in body: Substring) -> [Call] {
        body.matches(of: /\b([a-z]\w*)\(/.wordBoundaryKind(.simple)).compactMap { match in
            // What another value does is no walk of this function, but for what schemas and types do themselves.
            let before = body[..<match.range.lowerBound]
            if before.hasSuffix("func ") { return nil }
            if before.hasSuffix("."), !before.hasSuffix("self."), !before.hasSuffix("$0."), !before.hasSuffix("].") {
                return nil
            }
            guard let end = closing(body, from: body.index(before: match.range.upperBound), "(", ")") else {
                return nil
            }
            let labels = pieces(body[match.range.upperBound..<end]).map { argument in
                argument.firstMatch(of: /^(\w+):/).map { String($0.1) } ?? "_"
            }
            return Call(name: String(match.1), labels: labels)
        }
    }

    /// The position of the bracket that closes the one at a position.
    private static func closing(
        _ text: some StringProtocol, from start: String.Index, _ open: Character, _ close: Character
    ) -> String.Index? {
        var depth = 0
        for index in text[start...].indices {
            if text[index] == open { depth += 1 }
            if text[index] == close { depth -= 1 }
            if depth == 0 { return index }
        }
        return nil
    }

    /// A list cut at its own commas.
    private static func pieces(_ list: some StringProtocol) -> [String] {
        var pieces = [""]
        var depth = 0
        for character in list {
            if "([{".contains(character) { depth += 1 }
            if ")]}".contains(character) { depth -= 1 }
            if character == ",", depth == 0 { pieces.append("") } else { pieces[pieces.count - 1].append(character) }
        }
        return pieces.map { String($0.trimmingPrefix(while: \.isWhitespace)) }.filter { !$0.isEmpty }
    }

    /// Code without comments, and of strings only what they interpolate.
    private static func code(_ source: String) -> String {
        let lines = source.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            line.trimmingPrefix(while: \.isWhitespace).hasPrefix("//") ? "" : line
        }
        var scanner = CodeScanner(rest: lines.joined(separator: "\n")[...])
        scanner.scanCode()
        return scanner.code
    }
}

private struct CodeScanner {
    var rest: Substring
    private(set) var code = ""

    init(rest: Substring) { self.rest = rest }

    /// Up to the end, or to the bracket that closes an interpolation.
    mutating func scanCode() {
        var depth = 0
        while let character = rest.first {
            if rest.hasPrefix("/*") {
                rest = rest.firstRange(of: "*/").map { rest[$0.upperBound...] } ?? ""
                continue
            }
            if rest.hasPrefix("//") {
                rest = rest.drop { $0 != "\n" }
                continue
            }
            if character == "\"" {
                scanString()
                continue
            }
            if character == "(" { depth += 1 }
            if character == ")" { depth -= 1 }
            if depth < 0 { return }
            code.append(rest.removeFirst())
        }
    }

    private mutating func scanString() {
        let delimiter = rest.hasPrefix("\"\"\"") ? "\"\"\"" : "\""
        rest = rest.dropFirst(delimiter.count)
        code += "\"\""
        while !rest.isEmpty, !rest.hasPrefix(delimiter) {
            if rest.hasPrefix("\\(") {
                rest = rest.dropFirst(2)
                code += "("
                scanCode()
                code += ")"
                rest = rest.dropFirst()
            } else {
                rest = rest.dropFirst(rest.first == "\\" ? 2 : 1)
            }
        }
        rest = rest.dropFirst(delimiter.count)
    }
}
