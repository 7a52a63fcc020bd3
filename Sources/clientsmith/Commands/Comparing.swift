import ArgumentParser
import Changes
@_spi(Naming) import ClientModel
import Diagnostics
import Generation
import YAML

/// Reads both sides of a comparison, wherever they come from. Every place of either side is in ``sources``.
struct Comparing {
    private(set) var sources = SourceFiles()
    private let options: LimitOptions
    private let reporting: ReportOptions
    private let layout: Configuration.Layout?

    /// - Parameters:
    ///   - limits: what is given on the command line; a configuration's own hold where nothing is.
    ///   - layout: what is given on the command line, likewise.
    init(_ reporting: ReportOptions, _ limits: LimitOptions, layout: Configuration.Layout?) {
        self.reporting = reporting
        self.layout = layout
        options = limits
    }

    /// The changes of one client.
    typealias Found = (module: String, changes: [Change])

    // MARK: Two versions

    /// - Throws: The exit status, after every reason was reported.
    mutating func versions(_ old: String, _ new: String, module: String) throws -> Found {
        let name = try Identifier(argument: module)
        // Both are read, so that one run reports what is wrong with either.
        let before = try version(old, name)
        // The new version keeps the names of the old one, as a run with its record would.
        let after = try version(new, name, record: before?.record)
        guard let before, let after else { throw Exit.refused }
        return (module, changes(from: before, to: after, isOneModule: isOneModule(.package)))
    }

    private mutating func version(
        _ text: String, _ module: Identifier, record: NameRecord? = nil
    ) throws -> API? {
        var workspace = try Workspace(document: text, module: module, options, reporting, after: sources)
        var client = workspace.configuration.clients[0]
        if let record { client.record = record }
        let reading = workspace.readModel(client.document.value) ?? workspace.read(client)
        return try api(reading, in: workspace)
    }

    /// The model of a document; `nil` for a refused one.
    private mutating func api(_ reading: Workspace.Reading, in workspace: Workspace) throws -> API? {
        sources = workspace.sources
        report(reading.problems)
        if reading.problems.lackInput { throw Exit.noInput }
        return reading.api
    }

    // MARK: A configuration

    /// Every client of a configuration, and what it was at a revision, under the configuration of then.
    mutating func clients(since revision: String, configuration path: String) throws -> [Found] {
        // Each side is read under the limits of its own configuration.
        var now = try Workspace(configuration: path, options, reporting, after: sources)
        var then = try Workspace(configuration: path, at: revision, options, reporting, after: now.sources)
        sources = then.sources
        let (old, new) = (then.configuration, now.configuration)
        var found: [Found] = []
        var compared: [(index: Int, before: API, after: API)] = []
        for client in old.clients {
            guard let other = new.clients.first(where: { $0.module.value == client.module.value }) else {
                found.append(removed(client))
                continue
            }
            then.sources = sources
            let before = try api(then.read(client), in: then)
            guard let before else { throw Exit.refused }
            now.sources = sources
            guard let after = try api(now.read(other), in: now) else { throw Exit.refused }
            compared.append((found.count, before, after))
            found.append((client.module.value.text, []))
        }
        // Clients of one package share its runtime, and templates may use any part of it.
        let all = new.hasAllRuntimeParts || new.templates != nil ? Set(RuntimePart.allCases) : []
        let kept = compared.reduce(into: all) { $0.formUnion($1.after.runtimeParts) }
        for (index, before, after) in compared {
            found[index].changes = changes(
                from: before, to: after, isOneModule: isOneModule(new.layout), keeping: kept)
        }
        return found
            + new.clients.filter { client in
                !old.clients.contains { $0.module.value == client.module.value }
            }.map(added)
    }

    /// Whether callers are in the module of the client.
    private func isOneModule(_ configured: Configuration.Layout) -> Bool { (layout ?? configured) != .package }

    private func removed(_ client: Configuration.Client) -> Found {
        let module = client.module.value.text
        let spot = Change.Spot(place: client.module.place)
        return (
            module, [Change(.swift, "client-removed", module, "the module `\(module)` is gone", old: spot, new: nil)]
        )
    }

    private func added(_ client: Configuration.Client) -> Found {
        let module = client.module.value.text
        let spot = Change.Spot(place: client.module.place)
        return (module, [Change(.safe, "client-added", module, "the module `\(module)` is new", old: nil, new: spot)])
    }

    // MARK: What is accepted

    mutating func accepted(_ path: String) throws -> AcceptedChanges {
        let limits = options.limits
        let file = UserFile(path: path, unreadable: .unreadableAcceptance, summary: nil)
        return try file.read(from: DiskFiles(limit: limits.bytes), limits, reporting, &sources) { tree, problems in
            let accepted = AcceptedChanges(tree, problems: &problems)
            return problems.hasErrors ? nil : accepted
        }
    }

    func report(_ problems: Problems) { reporting.report(problems, in: sources) }
}
