import Foundation
import TestSupport
import Testing

/// Modules are read through their public declarations, and the runtime's are API of all users of generated packages.
@Suite struct DocCommentTests {
    /// The modules with public declarations, and how many they have at least.
    static let modules = [
        "Changes": 25, "ClientModel": 450, "ClientRuntime": 550, "Diagnostics": 200, "Emission": 70, "Generation": 220,
        "Lowering": 50, "OpenAPI": 320, "Overlays": 5, "Templates": 1, "YAML": 35,
    ]

    @Test(arguments: modules.keys.sorted()) func everyPublicDeclarationHasADocComment(_ module: String) throws {
        let files = RepositoryTests.swiftFiles("Sources/\(module)").filter { $0 != RepositoryTests.embeddedTemplates }
        var count = 0
        for file in files {
            let text = try String(contentsOf: Repository.root.appending(path: file), encoding: .utf8)
            let declarations = PublicDeclarations(in: text)
            count += declarations.count
            for line in declarations.undocumented { Issue.record("\(file): '\(line)' has no doc comment") }
        }
        #expect(count >= Self.modules[module] ?? 0)
    }

    @Test func everyModuleWithPublicDeclarationsIsListed() throws {
        let all = RepositoryTests.imports.keys.map { $0.dropFirst("Sources/".count) }
        for module in all where Self.modules[String(module)] == nil {
            for file in RepositoryTests.swiftFiles("Sources/\(module)") {
                let text = try String(contentsOf: Repository.root.appending(path: file), encoding: .utf8)
                #expect(PublicDeclarations(in: text).count == 0, "\(file)")
            }
        }
    }

    @Test func missingCommentsAreFound() {
        let text = """
            /// A type.
            public struct Pet {
                public var name: String
                let id: Int
                /// A method.
                @inline(never) public func call() {}
            }
            /// A protocol.
            public protocol Named {
                var name: String { get }
            }
            /// An enum.
            public enum Kind {
                case dog
                /// A cat.
                case cat
            }
            enum Hidden { case one }
            """
        let found = PublicDeclarations(in: text)
        #expect(found.count == 8)
        #expect(found.undocumented == ["public var name: String", "var name: String { get }", "case dog"])
    }
}

/// Public declarations, requirements of public protocols, and cases of public enums. Found by indentation.
private struct PublicDeclarations {
    private(set) var count = 0
    private(set) var undocumented: [String] = []

    init(in text: String) {
        var container: (indentation: Int, isProtocol: Bool)?
        var isDocumented = false
        for line in text.split(separator: "\n") {
            let indentation = line.prefix { $0 == " " }.count
            let code = line.dropFirst(indentation)
            if let open = container, indentation <= open.indentation, !code.hasPrefix("where") { container = nil }
            let isMember = container.map { indentation == $0.indentation + 4 } ?? false
            if Self.isDeclaration(code, inProtocol: isMember && container?.isProtocol == true, isMember: isMember) {
                count += 1
                if !isDocumented { undocumented.append(String(code)) }
            }
            if code.contains("public "), !code.hasPrefix("//") {
                if Self.word("protocol", in: code) { container = (indentation, true) }
                if Self.word("enum", in: code), !Self.word("func", in: code) { container = (indentation, false) }
            }
            // An attribute of its own line stands between the comment and the declaration.
            let isAttribute =
                code.hasPrefix("@") && !code.contains("public ") || code.hasPrefix(")") || code.hasPrefix("*,")
            isDocumented = code.hasPrefix("///") || isDocumented && (isAttribute || code.hasPrefix("message:"))
        }
    }

    private static func word(_ word: Substring, in code: Substring) -> Bool {
        code.split { !$0.isLetter }.contains(word)
    }

    private static func isDeclaration(_ code: Substring, inProtocol: Bool, isMember: Bool) -> Bool {
        if code.hasPrefix("//") { return false }
        if code.contains("public "), !code.contains(" import "), !word("extension", in: code) {
            return code.hasPrefix("public ") || code.hasPrefix("@")
        }
        let requirements = ["var ", "static ", "func ", "init", "associatedtype ", "mutating "]
        if inProtocol { return requirements.contains { code.hasPrefix($0) } }
        return isMember && (code.hasPrefix("case ") || code.hasPrefix("indirect case ")) && !code.hasSuffix(":")
    }
}
