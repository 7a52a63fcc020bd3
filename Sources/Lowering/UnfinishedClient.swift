@_spi(Naming) import ClientModel
import Diagnostics
import OpenAPI

/// A client while it is made: what passes give each other. What no pass has given yet is empty.
struct UnfinishedClient {
    let options: LoweringOptions
    let workers: any Workers
    var lowerer: Lowerer
    var located: [Located] = []
    var groups: [OperationGroup] = []
    var operations: [GroupedOperation] = []
    var webhooks: [ClientModel.Webhook] = []
    var aliases = Aliases()
    var nesting = Nesting()
    var typeNames = TypeNames()
    var headers: [ClientModel.Header] = []
    var servers: [ClientModel.Server] = []
    var credentials: [ClientModel.SecurityScheme] = []
    var usages = Usages()
    var held = HeldTypes()
    var api: API

    init(_ document: Document, _ options: LoweringOptions, _ workers: some Workers) {
        self.options = options
        self.workers = workers
        lowerer = Lowerer(document, options)
        api = API(name: options.name, info: Information(document))
    }

    /// - Parameter onStep: Told as the names of declarations are assigned, and as the rest goes on.
    mutating func run(_ passes: [Pass], _ onStep: (LoweringStep) -> Void) {
        for pass in passes {
            if pass.gives.contains(.typeNames) { onStep(.names) }
            pass.run(&self)
            if pass.gives.contains(.typeNames) { onStep(.rest) }
            if let objection = lowerer.budget.objection { return refuse(objection) }
        }
    }

    /// Reports that too much would be written. What was found meanwhile is of a part of the document alone.
    private mutating func refuse(_ objection: Diagnostic) {
        lowerer.findings = Findings()
        lowerer.findings.report(objection)
        api = API(name: options.name, info: Information(lowerer.document))
    }

    mutating func nameTypes() {
        typeNames = TypeNames(
            of: lowerer.declarations, nesting, client: options.name, groups, &operations,
            components: options.selection.map { _ in lowerer.listedComponents() }, &lowerer.naming, &lowerer.findings)
    }

    /// With a selection, only the schemes that its operations require.
    mutating func nameCredentials() {
        let all = Credentials(
            schemes: lowerer.document.components.securitySchemes, settings: options.schemes, client: options.name
        ).named(&lowerer.naming, &lowerer.findings)
        let wanted = Set(operations.flatMap(\.operation.security).flatMap(\.schemes).map(\.wireName))
        credentials = options.selection == nil ? all : all.filter { wanted.contains($0.wireName) }
    }

    mutating func reportUnused() {
        lowerer.naming.pins.reportUnused(besides: lowerer.unwanted(located), &lowerer.findings)
        Lowering.reportUnused(options.formats, in: lowerer.document, &lowerer.findings)
        Lowering.reportUnused(options.types, in: lowerer.document, &lowerer.findings)
    }

    mutating func reportUnchecked() {
        let visited = options.selection.map { _ in lowerer.visited }
        reportConditions(of: lowerer.document, visited: visited, &lowerer.findings)
        reportNullBranches(of: lowerer.document, lowerer.index, visited: visited, &lowerer.findings)
    }

    mutating func assemble() {
        api.servers = servers
        api.securitySchemes = credentials
        api.groups = groups
        api.webhooks = webhooks
        api.headers = headers
        api.record = lowerer.naming.recorded.record(isPart: options.selection != nil)
        api.types = lowerer.declarations.enumerated().map { index, draft in
            let id = TypeID(index)
            var type = TypeDeclaration(
                id: id, name: typeNames[id], scope: draft.scope, wireName: draft.wireName, pointer: draft.pointer,
                place: draft.place, documentation: draft.documentation, shape: draft.shape, usage: usages[id])
            type.stablePointer = lowerer.naming.keys.key(type.pointer)
            return type
        }
    }
}

extension Information {
    init(_ document: Document) {
        let source = document.info
        self.init(title: source.title, version: source.version)
        summary = source.summary
        description = source.description
        termsOfService = source.termsOfService
        contact = source.contact.map { .init(name: $0.name, email: $0.email, url: $0.url) }
        license = source.license.map { .init(name: $0.name, url: $0.url) }
        externalDocumentation = document.externalDocumentation.map { .init($0) }
    }
}
