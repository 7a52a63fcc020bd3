import Diagnostics
import Testing
import YAML

@testable import Generation

/// The digest of a configuration changes with every key that decides about the output, and with no other.
@Suite struct ConfigurationDigestTests {
    private static let base =
        "package: Zoo\noutput: ../Generated\nclients:\n  - document: pets.yaml\n    module: Pets\n"

    /// What is written below the configuration's keys, by key.
    private static let topLevel = [
        "package": "package: Farm", "output": "output: ../Other", "access": "access: internal",
        "templates": "templates: mine", "limits": "limits: {bytes: 1000}", "layout": "layout: fixed",
        "runtime": "runtime: Shared", "runtimeParts": "runtimeParts: all",
        "clients": "clients:\n  - {document: pets.yaml, module: Dogs}",
    ]

    private static let client = [
        "document": "document: dogs.yaml", "module": "module: Dogs", "source": "source: https://example.com/a.yaml",
        "sha256": "sha256: \(String(repeating: "0", count: 64))", "overlays": "overlays: [fix.yaml]",
        "security": "security: {key: {prefix: JWT}}", "names": "names: {'#/paths/~1pets': found}",
        "formats": "formats: {date-time: Date}", "types": "types: {'#/paths/~1pets': Decimal}",
        "groups": "groups: {cats: {tags: [cat]}}",
        "only": "only: {tags: [cat]}",
    ]

    /// Where files are and what reading them costs; documents and overlays have digests of their own.
    private static let silent: Set<String> = [
        "output", "templates", "limits", "document", "source", "sha256", "overlays",
    ]

    @Test(arguments: ConfigurationKeys.configuration.keys.map(\.name))
    func ofAKey(_ key: String) throws {
        let change = try #require(Self.topLevel[key], "the key '\(key)' needs an example here")
        try check(key, change, indent: "")
    }

    @Test(arguments: ConfigurationKeys.client.keys.map(\.name))
    func ofAClientsKey(_ key: String) throws {
        let change = try #require(Self.client[key], "the key '\(key)' needs an example here")
        try check(key, change, indent: "    ")
    }

    private func check(_ key: String, _ change: String, indent: String) throws {
        var lines = Self.base.split(separator: "\n").map(String.init)
        let depth = indent.count
        if let index = lines.firstIndex(where: { $0.dropFirst(depth).hasPrefix(key + ":") && $0.count > depth }) {
            lines[index] = lines[index].prefix(depth) + change
            if key == "clients" { lines.removeSubrange((index + 1)...) }
        } else {
            lines.insert(indent + change, at: indent.isEmpty ? 0 : lines.count)
        }
        let before = try digest(Self.base)
        let after = try digest(lines.joined(separator: "\n"))
        #expect((before == after) == Self.silent.contains(key), "\(lines)")
    }

    private func digest(_ text: String) throws -> Digest {
        var (sources, problems) = (SourceFiles(), Problems())
        let parsed = parse(Array(text.utf8), name: "clientsmith.yaml", into: &sources, problems: &problems)
        let tree = try #require(parsed)
        let configuration = try #require(Configuration(tree, problems: &problems))
        #expect(!problems.hasErrors, "\(problems.diagnostics.map(\.message))")
        return configuration.digest
    }
}
