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
    var client = UnfinishedClient(document, options, workers)
    if refuseEndlessSchemas(client.facts, besides: problems, &client.converter.schemas.lookup.findings) {
        problems.add(contentsOf: client.converter.schemas.lookup.findings.problems)
        return API(name: options.name, info: Information(document))
    }
    client.run(Pass.all, onStep)
    problems.add(contentsOf: client.converter.schemas.lookup.findings.problems)
    return client.api
}

/// What works out values that need nothing of each other.
public protocol Workers {
    /// The results of `body` for `0..<count`, which may be worked out at the same time.
    func map<Value: Sendable>(_ count: Int, _ body: @Sendable (Int) -> Value) -> [Value]
}

/// Works out one value after the other.
public struct OneWorker: Workers {
    /// Uses the caller's thread alone.
    public init() {}

    /// The results in order, computed one after the other.
    public func map<Value: Sendable>(_ count: Int, _ body: @Sendable (Int) -> Value) -> [Value] {
        (0..<count).map(body)
    }
}

/// Where a lowering is.
public enum LoweringStep: Sendable { case names, rest }
