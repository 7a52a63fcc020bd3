@_spi(Naming) import ClientModel
import Diagnostics
import OpenAPI

/// A client while it is made: what passes give each other. What no pass has given yet is empty.
struct UnfinishedClient {
    let options: LoweringOptions
    let workers: any Workers
    /// `nil` takes the whole document.
    let selection: SelectedPart?
    var converter: OperationConverter
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
        selection = options.selection.map { SelectedPart($0) }
        converter = OperationConverter(SchemaConverter(document, options))
        api = API(name: options.name, info: Information(document))
    }

    var facts: SchemaFacts { converter.facts }

    /// - Parameter onStep: Told as the names of declarations are assigned, and as the rest goes on.
    mutating func run(_ passes: [Pass], _ onStep: (LoweringStep) -> Void) {
        for pass in passes {
            if pass.gives.contains(.typeNames) { onStep(.names) }
            pass.run(&self)
            if pass.gives.contains(.typeNames) { onStep(.rest) }
            if let objection = converter.schemas.budget.objection { return refuse(objection) }
        }
    }

    /// Reports that too much would be written. What was found meanwhile is of a part of the document alone.
    private mutating func refuse(_ objection: Diagnostic) {
        converter.schemas.lookup.findings = Findings()
        converter.schemas.lookup.findings.report(objection)
        api = API(name: options.name, info: Information(facts.document))
    }

    mutating func locate() {
        let locator = OperationLocator(document: facts.document, groups: options.groups, selection: selection)
        (located, groups) = locator.locate(&converter.schemas.naming, &converter.schemas.lookup.findings)
    }

    mutating func nameTypes() {
        typeNames = TypeNames(
            of: converter.schemas.declarations, nesting, client: options.name, groups, &operations,
            components: selection.map { _ in converter.schemas.listedComponents() }, &converter.schemas.naming,
            &converter.schemas.lookup.findings)
    }

    mutating func addOverloads() {
        let overloads = BodyOverloads(
            declarations: converter.schemas.declarations, aliases: aliases,
            sharedNames: Set(located.filter(\.sharesName).map(\.operation.pointer)))
        for group in groups.indices {
            overloads.add(
                to: &groups[group].operations, &converter.schemas.naming.recorded, &converter.schemas.budget)
        }
    }

    /// With a selection, only the schemes that its operations require.
    mutating func nameCredentials() {
        let all = Credentials(
            schemes: facts.document.components.securitySchemes, settings: options.schemes, client: options.name
        ).named(&converter.schemas.naming, &converter.schemas.lookup.findings)
        let wanted = Set(operations.flatMap(\.operation.security).flatMap(\.schemes).map(\.wireName))
        credentials = selection == nil ? all : all.filter { wanted.contains($0.wireName) }
    }

    mutating func reportUnused() {
        let unselected =
            selection == nil ? [] : unselected(in: facts.document, besides: located, converter.schemas.components)
        converter.schemas.naming.pins.reportUnused(besides: unselected, &converter.schemas.lookup.findings)
        Lowering.reportUnused(options.formats, in: facts.document, &converter.schemas.lookup.findings)
        Lowering.reportUnused(options.types, in: facts.document, &converter.schemas.lookup.findings)
    }

    mutating func reportUnchecked() {
        let visited = selection.map { _ in converter.schemas.lookup.visited }
        reportConditions(of: facts.document, visited: visited, &converter.schemas.lookup.findings)
        reportNullBranches(of: facts.document, facts.index, visited: visited, &converter.schemas.lookup.findings)
    }

    mutating func assemble() {
        api.servers = servers
        api.securitySchemes = credentials
        api.groups = groups
        api.webhooks = webhooks
        api.headers = headers
        api.record = converter.schemas.naming.recorded.record(isPart: selection != nil)
        api.types = converter.schemas.declarations.enumerated().map { index, draft in
            let id = TypeID(index)
            var type = TypeDeclaration(
                id: id, name: typeNames[id], scope: draft.scope, wireName: draft.wireName, pointer: draft.pointer,
                place: draft.place, documentation: draft.documentation, shape: draft.shape, usage: usages[id])
            type.stablePointer = converter.schemas.naming.keys.key(type.pointer)
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
