@_spi(Naming) import ClientModel
import Diagnostics
import OpenAPI

/// An operation and the index of its group.
struct GroupedOperation {
    var group: Int
    var operation: ClientModel.Operation
}

/// Makes operations and webhooks, and declarations of the schemas that they use.
struct OperationConverter {
    var schemas: SchemaConverter
    /// What the inline types of a path's parameters are called after, by the path.
    private var pathNames: [String: String] = [:]

    init(_ schemas: consuming SchemaConverter) { self.schemas = schemas }

    var facts: SchemaFacts { schemas.facts }

    mutating func operations(_ located: [Located]) -> [GroupedOperation] {
        var operations: [GroupedOperation] = []
        for one in located where !schemas.budget.isSpent {
            for operation in self.operations(one) {
                schemas.budget.charge(operation, one.operation)
                operations.append(GroupedOperation(group: one.group, operation: operation))
            }
        }
        return operations
    }

    /// An operation with all its types, once for each of its methods; the names of those nested in its group are assigned later.
    mutating func operations(_ located: Located) -> [ClientModel.Operation] {
        let source = located.operation
        let arguments = arguments(located)
        let body = arguments.body.flatMap { self.body(located, named: $0) }
        let responses = loweredResponses(located)
        let documentation = Documentation(
            summary: source.summary ?? located.item.summary,
            description: source.description ?? located.item.description, isDeprecated: source.isDeprecated,
            facts: links(source), externalDocumentation: source.externalDocumentation.map { .init($0) })
        let servers = source.servers.isEmpty ? located.item.servers : source.servers
        var operation = ClientModel.Operation(
            name: Identifier(sanitizing: located.name), typeName: Identifier(sanitizing: located.typeName),
            id: source.operationID ?? "\(source.method) \(located.item.template)", method: source.method,
            path: arguments.path,
            documentation: documentation, parameters: arguments.parameters, body: body, responses: responses.responses,
            output: responses.output, failure: responses.failure,
            security: (source.security ?? facts.document.security ?? []).map { .init($0) },
            servers: servers.map { lowerServer($0, &schemas.naming, &schemas.lookup.findings) },
            pointer: source.pointer, place: source.place)
        operation.serverArgument = arguments.server
        operation.nameFields()
        if operation.optionalParameters.count > Self.mostPlainParameters {
            operation.parametersType = Identifier(sanitizing: located.typeName + "Parameters")
        }
        return operation.variants(responses.variants)
    }

    /// Methods with more optional parameters can also be given them as one value.
    private static let mostPlainParameters = 12

    /// For example: `PetsByID` of `/pets/{id}`.
    mutating func pathName(_ template: String) -> String {
        if let name = pathNames[template] { return name }
        let name = Words(PathTemplate(parsing: template).phrase("")).upperCamelCase()
        pathNames[template] = name
        return name
    }
}
