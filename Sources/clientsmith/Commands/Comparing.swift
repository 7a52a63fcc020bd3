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
        var workspace = try Workspace(document: text, module: module, options, reporting, &sources)
        if let model = try model(in: workspace) { return model.api }
        if let record { workspace.configuration.clients[0].record = record }
        return try api(workspace.configuration.clients[0], in: workspace)
    }

    /// What a model says, where the file is one.
    private mutating func model(in workspace: Workspace) throws -> (api: API?, Void)? {
        let path = workspace.configuration.clients[0].document.value
        guard let file = try? workspace.files.document(path) else { return nil }
        var (sources, problems) = (sources, Problems())
        // A document is read again, with what else it needs.
        guard
            let tree = YAML.parse(
                file.bytes, name: file.name, into: &sources, limits: workspace.limits, problems: &problems),
            API.isModel(tree)
        else { return nil }
        self.sources = sources
        let api = API(model: tree, problems: &problems)
        report(problems)
        return (api, ())
    }

    private mutating func api(_ client: Configuration.Client, in workspace: Workspace) throws -> API? {
        var problems = Problems()
        let lowered = workspace.lower(client, &sources, &problems)
        let judged = reporting.judged(problems)
        report(judged)
        if judged.lackInput { throw Exit.noInput }
        return judged.hasErrors ? nil : lowered?.api
    }

    // MARK: A configuration

    /// Every client of a configuration, and what it was at a revision, under the configuration of then.
    mutating func clients(since revision: String, configuration path: String) throws -> [Found] {
        // Each side is read under the limits of its own configuration.
        let now = try Workspace(configuration: path, options, reporting, &sources)
        let then = try Workspace(configuration: path, at: revision, options, reporting, &sources)
        let (old, new) = (then.configuration, now.configuration)
        var found: [Found] = []
        for client in old.clients {
            guard let other = new.clients.first(where: { $0.module.value == client.module.value }) else {
                found.append(removed(client))
                continue
            }
            guard let before = try api(client, in: then), let after = try api(other, in: now) else {
                throw Exit.refused
            }
            let isOneModule = isOneModule(new.layout)
            found.append((client.module.value.text, changes(from: before, to: after, isOneModule: isOneModule)))
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
        var problems = Problems()
        let limits = options.limits
        do {
            let file = try DiskFiles(limit: limits.bytes).document(path)
            let tree = YAML.parse(file.bytes, name: file.name, into: &sources, limits: limits, problems: &problems)
            if let tree, !problems.hasErrors {
                let accepted = AcceptedChanges(tree, problems: &problems)
                if !problems.hasErrors { return accepted }
            }
        } catch {
            reporting.fail(
                .unreadableAcceptance, "\(quote(path, limit: 200)) can't be read: \(error.explanation)")
            throw Exit.noInput
        }
        report(problems)
        throw Exit.refused
    }

    func report(_ problems: Problems) { reporting.report(problems, in: sources) }
}
