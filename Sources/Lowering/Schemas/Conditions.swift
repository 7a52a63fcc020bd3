import Diagnostics
import OpenAPI

/// Names the keywords that only say which values a service takes: the Swift type is the same without them.
///
/// - Parameter visited: Whether each schema was looked into; `nil` reports of all.
func reportConditions(of document: Document, visited: [Bool]?, _ findings: inout Findings) {
    for (index, schema) in document.schemas.enumerated()
    where !schema.isPlain && visited?[index] ?? true {
        let conditions = schema.conditions
        let keywords = [
            conditions.not.map { _ in "not" }, conditions.ifSchema.map { _ in "if" },
            conditions.contains.map { _ in "contains" }, conditions.propertyNames.map { _ in "propertyNames" },
            conditions.contentSchema.map { _ in "contentSchema" },
            conditions.dependentRequired.isEmpty ? nil : "dependentRequired",
            conditions.unevaluatedItems.map { _ in "unevaluatedItems" },
        ].compactMap { $0 }
        guard !keywords.isEmpty else { continue }
        let list = keywords.map { "'\($0)'" }.joined(separator: ", ")
        findings.report(
            Diagnostic(
                .remark, .uncheckedKeyword, "\(list) is not checked by the client; the Swift type ignores it",
                at: schema.place))
    }
}

/// Names the branches that are taken for `null`.
func reportNullBranches(of document: Document, _ index: SchemaIndex, visited: [Bool]?, _ findings: inout Findings) {
    for (number, schema) in document.schemas.enumerated() where visited?[number] ?? true {
        for branch in index.nullableAlone(schema) {
            findings.report(
                Diagnostic(
                    .repaired, .nullableAlone,
                    "a branch with only 'nullable' would allow any value; it is read as null",
                    at: document[branch].place,
                    hint: "add `nullable: true` to the other branch, or from OpenAPI 3.1 `type: 'null'` here"))
        }
    }
}
