@_spi(Naming) import ClientModel
import Diagnostics
import Testing

@testable import Lowering

/// Names that two things of a document want.
@Suite struct CollisionTests {
    private let document = """
        openapi: 3.1.0
        info: {title: T, version: '1'}
        paths:
          /pets: {get: {operationId: listPets, tags: [pets], parameters: [
            {name: user-id, in: query, schema: {type: string}}, {name: user_id, in: query, schema: {type: string}}],
            responses: {'204': {description: d}}}}
          /pets/all: {get: {operationId: list_pets, tags: [pets], responses: {'204': {description: d}}}}
          /pets/{id}: {put: {operationId: listPets, tags: [pets], responses: {'204': {description: d}}}}
        components:
          securitySchemes: {api_key: {type: http, scheme: basic}, apiKey: {type: http, scheme: bearer}}
          schemas:
            Pet: {type: object, properties: {pet_name: {type: string}, petName: {type: string}, kind: {type: string, enum: [in_stock, in-stock]}}}
            pet: {type: object, properties: {a: {type: string}}}
        """

    private func collisions(_ result: Lowered) -> [String] {
        result.problems.diagnostics.filter { $0.kind == "name-collision" }.map { collision in
            let note = collision.notes.map(\.message).joined()
            return "\(collision.severity): \(collision.message); \(note)"
        }
    }

    @Test func areReportedWhenTheyAreResolved() throws {
        let found = collisions(try lowered(document))
        #expect(
            Set(found) == [
                "remark: 'user-id' is named `queryUserID`; `userID` is already used; 'user_id' has the name",
                "remark: 'list_pets' is named `listPets`; `list` is already used; 'listPets' has the name",
                "remark: 'api_key' is named `apiKey2`; `apiKey` is already used; 'apiKey' has the name",
                "remark: 'pet_name' is named `pet_name`; `petName` is already used; 'petName' has the name",
                "remark: 'in-stock' is named `inDashStock`; `inStock` is already used; 'in_stock' has the name",
                "remark: 'pet' is named `Pet2`; `Pet` is already used; 'Pet' has the name",
            ], "\(found.joined(separator: "\n"))")
    }

    @Test func recordedNamesAreNotReportedAgain() throws {
        let record = try lowered(document).api.record
        let again = try lowered(document, .init(name: Identifier(sanitizing: "Service"), record: record))
        #expect(collisions(again) == [])
        let grown = document.replacing("petName: {", with: "PetName: {type: string}, petName: {")
        let next = try lowered(grown, .init(name: Identifier(sanitizing: "Service"), record: record))
        #expect(
            collisions(next) == [
                "remark: 'PetName' is named `PetName`; `petName` is already used; 'petName' has the name"
            ])
    }
}
