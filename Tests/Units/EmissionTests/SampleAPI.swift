@_spi(Naming) import ClientModel

/// A small client with one of everything the views can show.
enum SampleAPI {
    static let pet = TypeID(0)
    static let status = TypeID(1)
    static let animal = TypeID(2)
    static let pets = TypeID(3)

    static let api = API(
        name: name("Store"), info: information,
        servers: [
            Server(
                name: name("regional"), url: "https://{region}.example.com",
                variables: [.init(name: name("region"), wireName: "region", defaultValue: "eu", allowed: ["eu", "us"])])
        ],
        securitySchemes: [
            SecurityScheme(
                name: name("apiKey"), wireName: "api key", kind: .apiKey(location: .header, name: "X-Key"),
                prefix: "Key",
                environmentVariable: "STORE_API_KEY")
        ],
        groups: [group], types: [petType, statusType, animalType, petsType])

    static func name(_ text: String) -> Identifier { Identifier(text) ?? Identifier("invalid")! }

    private static var information: Information {
        var information = Information(title: "Store", version: "1")
        information.description = "Sells pets."
        information.termsOfService = "https://example.com/terms"
        information.contact = .init(name: "Help", email: "help@example.com")
        information.license = .init(name: "MIT")
        information.externalDocumentation = ExternalDocumentation(url: "https://example.com")
        return information
    }

    private static var petType: TypeDeclaration {
        let structure = Structure(
            properties: [
                Property(name: name("id"), wireName: "id", type: .scalar(.uuid), presence: .required),
                Property(name: name("owner"), wireName: "owner", type: .scalar(.string), presence: .requiredNullable),
                Property(name: name("status"), wireName: "status", type: .named(status), presence: .optional),
                Property(
                    name: name("note"), wireName: "a \"note\"", type: .scalar(.string), presence: .optionalNullable),
                Property(
                    name: name("parent"), wireName: "parent", type: .named(pet), presence: .optional, isIndirect: true),
                Property(
                    name: name("default"), wireName: "default", type: .json, presence: .optional, isReadOnly: true),
            ], additionalProperties: .scalar(.integer), explicitNulls: name("explicitNulls"))
        return TypeDeclaration(
            id: pet, name: name("Pet"), wireName: "Pet", pointer: "#/components/schemas/Pet",
            documentation: Documentation(summary: "A pet.", facts: ["At most one."]), shape: .structure(structure),
            samples: ["{}"])
    }

    private static var statusType: TypeDeclaration {
        TypeDeclaration(
            id: status, name: name("Status"), scope: .type(pet), wireName: "status", pointer: "#/x",
            shape: .enumeration(
                Enumeration(
                    rawType: .string,
                    cases: [
                        .init(name: name("sold"), value: .string("sold")),
                        .init(name: name("default"), value: .string("\\(x)")),
                    ])))
    }

    private static var animalType: TypeDeclaration {
        TypeDeclaration(
            id: animal, name: name("Animal"), wireName: "Animal", pointer: "#/components/schemas/Animal",
            shape: .union(
                Union(
                    cases: [
                        .init(name: name("pet"), type: .named(pet), isIndirect: true, signature: .init(kind: .object)),
                        .init(name: name("string"), type: .scalar(.string), signature: .init(kind: .string)),
                    ], selection: .shape)))
    }

    private static var petsType: TypeDeclaration {
        TypeDeclaration(
            id: pets, name: name("Pets"), wireName: "Pets", pointer: "#/components/schemas/Pets",
            shape: .alias(.array(.named(pet))))
    }

    private static var group: OperationGroup {
        OperationGroup(
            name: name("pets"), typeName: name("PetsAPI"), tag: "pets",
            documentation: Documentation(description: "All pets."),
            operations: [create, get])
    }

    private static var create: Operation {
        let json = Content(mediaType: MediaType("application/json", kind: .json), type: .named(pet))
        let text = Content(mediaType: MediaType("text/csv", kind: .text), type: .scalar(.string))
        return Operation(
            name: name("create"), typeName: name("Create"), id: "pets_create", method: "POST",
            path: PathTemplate([.text("/pets/"), .parameter("id")]),
            documentation: Documentation(summary: "Create", isDeprecated: true),
            parameters: [
                Parameter(
                    name: name("request"), wireName: "id", location: .path, type: .scalar(.string), isRequired: true,
                    encoding: .style(.simple, explode: false, allowReserved: false)),
                Parameter(
                    name: name("connection"), wireName: "tags", location: .query, type: .array(.scalar(.string)),
                    isRequired: false, encoding: .style(.pipeDelimited, explode: false, allowReserved: true),
                    defaultValue: "[]"),
            ],
            body: RequestBody(
                name: name("body"), isRequired: true, contents: [json, text],
                choice: .init(typeName: name("CreateBody"), caseNames: [name("json"), name("csv")])),
            responses: [
                Response(
                    status: .code(200), description: "Done", contents: [json, text],
                    branches: [
                        .init(content: json, meaning: .output(case: 0)),
                        .init(content: text, meaning: .output(case: 1)),
                    ]),
                Response(
                    status: .range(4), description: "Wrong", contents: [text],
                    headers: [
                        Header(
                            name: Identifier(sanitizing: "xA"), wireName: "X-A", type: .scalar(.integer),
                            isRequired: false)
                    ],
                    branches: [.init(content: text, meaning: .failure(case: nil))]),
            ],
            output: .several(
                typeName: name("CreateOutput"),
                cases: [.init(name: name("json"), content: json), .init(name: name("csv"), content: text)]),
            failure: .single(text),
            security: [SecurityRequirement([.init(wireName: "api key", scopes: [])]), SecurityRequirement([])],
            pointer: "#/paths/~1pets~1{id}/post")
    }

    private static var get: Operation {
        Operation(
            name: name("get"), typeName: name("Get"), id: "get", method: "QUERY", path: PathTemplate([.text("/pets")]),
            responses: [
                Response(
                    status: .code(204), description: "", branches: [.init(content: nil, meaning: .output(case: nil))])
            ],
            pointer: "#/paths/~1pets/query")
    }
}
