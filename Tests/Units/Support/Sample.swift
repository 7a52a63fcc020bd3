/// A document and a configuration for it, for tests that need any.
public enum Sample {
    public static let pets = """
        openapi: 3.0.3
        info: {title: Pets, version: "1"}
        paths:
          /pets/{petId}:
            get:
              operationId: getPet
              tags: [pets]
              parameters:
                - {name: petId, in: path, required: true, schema: {type: string}}
              responses:
                "200":
                  description: One pet.
                  content:
                    application/json:
                      schema: {$ref: "#/components/schemas/Pet"}
        components:
          schemas:
            Pet:
              type: object
              required: [name]
              properties:
                name: {type: string}
                age: {type: integer, format: int32}

        """

    public static let configuration = """
        package: Zoo
        output: ../Generated
        clients:
          - document: pets.yaml
            module: Pets

        """
}
