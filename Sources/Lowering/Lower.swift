@_spi(Naming) public import ClientModel
public import Diagnostics
public import OpenAPI

/// Turns a document into the client it describes: references followed, `allOf` merged, unions decided, names settled.
///
/// - Parameters:
///   - document: The document, in the shape of OpenAPI 3.2.
///   - options: The service's name and what else the configuration says.
///   - problems: Receives what is repaired, left out or degraded, each with its place. Where it holds errors, the
///     result must not be used.
///   - onStep: Told as the names of declarations are settled, and as the rest goes on.
///   - workers: What works out independent values.
/// - Returns: The same value for the same arguments, whatever the process.
public func lower(
    _ document: Document, options: LoweringOptions, problems: inout Problems, workers: some Workers = OneWorker(),
    onStep: (LoweringStep) -> Void = { _ in }
) -> API {
    var lowerer = Lowerer(document, options)
    if lowerer.refuseEndlessSchemas(besides: problems) {
        problems.add(contentsOf: lowerer.problems)
        return API(name: options.name, info: lowerer.information())
    }
    let fresh = options.selection.map { _ in lowerer }
    var api = lowerer.lower(workers, onStep)
    let unneeded = lowerer.budget.isSpent ? [] : lowerer.unneededComponents(api)
    if let fresh, !unneeded.isEmpty {
        lowerer = fresh
        lowerer.unneeded = unneeded
        api = lowerer.lower(workers, onStep)
    }
    problems.add(contentsOf: lowerer.problems)
    return api
}

/// What works out values that need nothing of each other.
public protocol Workers {
    /// The results of `body` for `0..<count`, which may be worked out at the same time.
    func map<Value: Sendable>(_ count: Int, _ body: @Sendable (Int) -> Value) -> [Value]
}

/// Works out one value after the other.
public struct OneWorker: Workers {
    public init() {}

    public func map<Value: Sendable>(_ count: Int, _ body: @Sendable (Int) -> Value) -> [Value] {
        (0..<count).map(body)
    }
}

/// Where a lowering is.
public enum LoweringStep: Sendable { case names, rest }

extension Lowerer {
    fileprivate mutating func lower(_ workers: some Workers, _ onStep: (LoweringStep) -> Void) -> API {
        reportUnknownChoices()
        var (located, groups) = locate()
        for (name, id) in document.componentSchemas where isSelected(schema: name) { declareComponent(name, id) }
        lowerPendingComponents()
        var operations: [ClientModel.Operation] = []
        var groupIndices: [Int] = []
        for operation in located where !budget.isSpent {
            let lowered = self.operations(operation)
            for one in lowered { charge(one, operation.operation) }
            operations += lowered
            groupIndices += lowered.map { _ in operation.group }
        }
        nameVariants(&operations, groupIndices, groups)
        recordPlainVariants(operations)
        let webhooks = webhooks(located)
        lowerPendingComponents()
        if budget.isSpent { return refused() }
        breakAliasCircles()
        hoist()
        setConstants()
        onStep(.names)
        let typeNames = assignTypeNames(&groups, groupIndices, &operations)
        onStep(.rest)
        for (group, lowered) in zip(groupIndices, operations) { groups[group].operations.append(lowered) }
        let unwanted = unwanted(located)
        located = []
        let headers = settleHeaders(&groups)
        let servers = servers(&groups)
        markUsage(groups, webhooks)
        reportAmbiguities()
        settlePresence()
        settleBinaries(groups, webhooks)
        breakCycles()
        boundSizes()
        nameMembers()
        pins.reportUnused(besides: unwanted, &problems)
        reportUnusedFormats()
        reportUnusedTypes()
        reportConditions()
        reportNullBranches()
        var api = API(
            name: options.name, info: information(), servers: servers,
            securitySchemes: securitySchemes(schemeFilter(groups)), groups: groups,
            types: declarations(typeNames), webhooks: webhooks)
        api.headers = headers
        api.record = recordedNames.record(isPart: selectedPart != nil)
        api.nameCompanions()
        addSamples(to: &api, workers)
        return budget.isSpent ? refused() : api
    }

    /// Reports that too much would be written. What was found meanwhile is of a part of the document alone.
    private mutating func refused() -> API {
        problems = Problems()
        if let objection = budget.objection { problems.add(objection) }
        return API(name: options.name, info: information())
    }

    /// Declares a component; one that only is another's name becomes an alias of it.
    private mutating func declareComponent(_ name: String, _ id: SchemaID) {
        let type = componentType(id)
        guard let first = componentName(id), first != name else { return }
        _ = append(
            Draft(
                scope: .service, names: [Role.type.name(Words(name))], wireName: name,
                pointer: "#/components/schemas/\(pointerToken(name))", place: document[id].place,
                shape: .alias(.named(type)), source: Conjunction(id)))
    }

    fileprivate func information() -> Information {
        let source = document.info
        var info = Information(title: source.title, version: source.version)
        info.summary = source.summary
        info.description = source.description
        info.termsOfService = source.termsOfService
        info.contact = source.contact.map { .init(name: $0.name, email: $0.email, url: $0.url) }
        info.license = source.license.map { .init(name: $0.name, url: $0.url) }
        info.externalDocumentation = document.externalDocumentation.map { .init($0) }
        return info
    }

    private func declarations(_ names: [String]) -> [TypeDeclaration] {
        drafts.indices.map { index in
            var type = TypeDeclaration(
                id: TypeID(index), name: Identifier(sanitizing: names[index]), scope: drafts[index].scope,
                wireName: drafts[index].wireName, pointer: drafts[index].pointer, place: drafts[index].place,
                documentation: drafts[index].documentation, shape: drafts[index].shape, usage: drafts[index].usage)
            type.stablePointer = recordKeys.key(type.pointer)
            return type
        }
    }
}
