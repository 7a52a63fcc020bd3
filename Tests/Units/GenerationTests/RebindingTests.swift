import Changes
import TestSupport
import Testing

@testable import Generation

/// Names that stand for something else in a new version, when nothing recorded them.
@Suite struct RebindingTests {
    private func document(_ paths: String, schemas: String = "") -> String {
        """
        openapi: 3.1.0
        info: {title: T, version: '1'}
        paths: {\(paths)}
        components: {schemas: {\(schemas)}}
        """
    }

    private func found(_ old: String, _ new: String) throws -> [String] {
        changes(from: try #require(Sample.lowered(old)), to: try #require(Sample.lowered(new)))
            .filter { $0.kind.hasSuffix("-rebound") }
            .map { "\($0.verdict.rawValue): \($0.message)" }
    }

    @Test func methods() throws {
        let old = "/b: {delete: {operationId: removeItem, tags: [a], responses: {'204': {description: d}}}}"
        let new = "/a: {delete: {operationId: removeItem, tags: [a], responses: {'204': {description: d}}}}, "
        #expect(
            try found(document(old), document(new + old))
                == ["swift: `AAPI.removeItem` now calls `DELETE /a`; it called `DELETE /b`"])
    }

    @Test func membersAndValues() throws {
        let schemas = ["Pet: {type: object, properties: {PROPERTIES}}", "Kind: {type: string, enum: [VALUES]}"]
        func document(_ properties: String, _ values: String) -> String {
            self.document(
                "",
                schemas: schemas.joined(separator: ", ").replacing("PROPERTIES", with: properties)
                    .replacing("VALUES", with: values))
        }
        let old = document("foo-bar: {type: string}, x_y: {}, z_z: {}", "OPEN, x_y, z_z")
        let new = document("foo_bar: {type: string}, foo-bar: {type: string}, x_y: {}, z_z: {}", "open, OPEN, x_y, z_z")
        #expect(
            try found(old, new) == [
                "swift: `Pet.fooBar` now stands for `foo_bar`; it stood for `foo-bar`",
                "swift: `Kind.open` now stands for `open`; it stood for `OPEN`",
            ])
    }

    @Test func arguments() throws {
        func path(_ parameters: String) -> String {
            "/a: {get: {operationId: a, parameters: [\(parameters)], responses: {'204': {description: d}}}}"
        }
        let old = "{name: user-id, in: query, schema: {type: string}}, {name: x_y, in: query, schema: {type: string}}"
        let added =
            ", {name: user_id, in: query, schema: {type: string}}, {name: z_z, in: query, schema: {type: string}}"
        #expect(
            try found(document(path(old)), document(path(old + added))) == [
                "swift: `AAPI.a` sends `userID` as `query user_id`; `query user-id` is `queryUserID` now"
            ])
    }
}
