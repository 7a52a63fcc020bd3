@_spi(Naming) import ClientModel
public import Diagnostics
import Lowering
import OpenAPI
public import YAML

/// Suggests groups, methods' names and types' names for a client: those that the document and a configuration of another generator
/// have for other generators, and for all else those that the tool gives.
///
/// A name that can't be used is left out and reported. Nothing is changed.
///
/// - Parameters:
///   - stainless: A configuration of Stainless, whose names come before those in the document.
///   - allTypes: Whether each type that the document does not name is listed.
/// - Returns: `nil` where the document is refused; the reasons are in `problems`.
public func suggest(
    for client: Configuration.Client, from input: some InputFiles, stainless: Node? = nil, allTypes: Bool = false,
    limits: Limits = Limits(), sources: inout SourceFiles, problems: inout Problems
) -> Suggestion? {
    guard let plain = lower(client, from: input, limits: limits, sources: &sources, problems: &problems),
        !problems.hasErrors
    else { return nil }
    var reading = DocumentReading(client, input: input, limits: limits, sources: sources)
    var repeated = Problems()
    guard let root = reading.root(&repeated) else { return nil }
    sources = reading.sources
    var hints = stainless.map { StainlessReader($0, plain).hints } ?? NameHints()
    hints.add(ExtensionReader(root.tree).hints)
    problems.add(contentsOf: hints.problems)
    var draft = SuggestionDraft(client, plain.api, hints)
    while true {
        var found = Problems()
        var scratch = sources
        let lowered = lower(draft.client, from: input, limits: limits, sources: &scratch, problems: &found)
        if draft.removeRefused(by: found, &problems) { continue }
        guard let lowered, !found.hasErrors else {
            problems.add(contentsOf: found)
            return nil
        }
        return Suggestion(document: client.document.value, api: lowered.api, draft: draft, allTypes: allTypes)
    }
}

/// A client with the hints that have not been refused.
struct SuggestionDraft {
    private let original: Configuration.Client
    private let plain: API
    private(set) var names: [NameHints.Name]
    private var groups: [NameHints.Group]

    init(_ client: Configuration.Client, _ plain: API, _ hints: NameHints) {
        original = client
        self.plain = plain
        var taken = Set(client.names.map(\.pointer.value))
        // A property and the type that is declared there may both have a name.
        names = hints.names.filter { taken.insert($0.pointer + ($0.isInlineType ? " type" : "")).inserted }
        var grouped: Set<String> = []
        groups = hints.groups.filter { !$0.path.isEmpty && grouped.insert($0.operation).inserted }
    }

    /// The client that the hints make.
    var client: Configuration.Client {
        var client = original
        for name in names {
            let swift = Located(swiftName(of: name.text, for: name.kind), at: name.place)
            let pointer = Located(name.pointer, at: name.place)
            client.names.append(
                name.isInlineType
                    ? .init(pointer: pointer, type: swift) : .init(pointer: pointer, name: swift))
        }
        client.groups += configuredGroups
        return client
    }

    private var configuredGroups: [Configuration.Group] {
        var result: [Configuration.Group] = []
        for hint in groups {
            let path = hint.path.map { swiftName(of: $0, for: .group) }
            let operation = Located(hint.operation, at: hint.place)
            if let index = result.firstIndex(where: { $0.path == path }) {
                result[index].part.operations.append(operation)
            } else {
                var part = Configuration.Part(operations: [operation])
                // What the hints leave out of a tag stays with the rest of it.
                let tags = path.count == 1 ? plain.groups.filter { $0.name == path[0] }.compactMap(\.tag) : []
                part.tags = tags.map { Located($0) }
                result.append(Configuration.Group(path: path, part: part, place: hint.place))
            }
        }
        return result
    }

    /// Removes the hints that findings are about, and says so.
    ///
    /// - Returns: Whether there was one.
    mutating func removeRefused(by found: Problems, _ problems: inout Problems) -> Bool {
        let count = names.count + groups.count
        for diagnostic in found.diagnostics {
            guard diagnostic.severity == .error || diagnostic.kind == Diagnostic.Kind.unusedName.rawValue else {
                continue
            }
            guard let place = diagnostic.place else { continue }
            let before = names.count + groups.count
            names.removeAll { $0.place == place }
            groups.removeAll { $0.place == place }
            guard names.count + groups.count < before else { continue }
            problems.add(Diagnostic(.leftOut, .unusedSuggestion, diagnostic.message, at: place))
        }
        return names.count + groups.count < count
    }
}

extension StainlessReader {
    init(_ root: Node, _ lowered: Lowered) {
        let operations = lowered.api.groups.flatMap(\.operations)
        self.init(
            root,
            operations: Dictionary(
                operations.map { ($0.requestLine, $0.pointer) }, uniquingKeysWith: { first, _ in first }
            ),
            schemas: Dictionary(
                lowered.api.types.filter { $0.scope == .service }.map { ($0.wireName, $0.pointer) },
                uniquingKeysWith: { first, _ in first }))
    }
}
