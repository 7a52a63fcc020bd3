import ClientModel
import Diagnostics
import Testing

@testable import Lowering

/// Schemas, what they become, and what is said about them.
struct SchemaCase: Sendable, CustomTestStringConvertible {
    var name: String
    var schemas: String
    /// A line per declaration; those that are not listed do not matter.
    var outline: [String]
    var findings: [String]

    init(_ name: String, _ schemas: String, _ outline: [String], findings: [String] = []) {
        self.name = name
        self.schemas = schemas
        self.outline = outline
        self.findings = findings
    }

    var testDescription: String { name }

    func check() throws {
        let result = try lowered(schemas: schemas)
        let lines = result.api.types.map { result.api.path(of: $0.id) + " " + result.api.describe($0.shape) }
        for line in outline { #expect(lines.contains(line), "\(line) is not among \(lines.joined(separator: "\n"))") }
        #expect(result.findings == findings, "\(result.problems.diagnostics.map(\.message))")
    }
}
