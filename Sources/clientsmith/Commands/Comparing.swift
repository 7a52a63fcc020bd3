import ArgumentParser
import Changes
@_spi(Naming) import ClientModel
import Diagnostics
import Generation
import YAML

/// Reads both sides of a comparison, wherever they come from.
struct Comparing {
    /// Gets the files of either side. Each side is opened from it, with a configuration of its own.
    var workspace: Workspace
    /// The layout of the command line; `nil` for that of the configuration.
    let layout: Configuration.Layout?

    /// The changes of one client.
    typealias Found = (module: String, changes: [Change])

    // MARK: Two versions

    /// - Throws: The exit status, after every reason was reported.
    mutating func versions(_ old: String, _ new: String, module: String) throws -> Found {
        let name = try Identifier(argument: module)
        // Both are read, so that one run reports what is wrong with either.
        let before = try version(old, name)
        // The new version keeps the names of the old one, as a run with its record would.
        let after = try version(new, name, record: before.api?.record)
        guard let old = before.api, let new = after.api else {
            throw Exit.status(of: before.problems, after.problems)
        }
        return (module, changes(from: old, to: new, isOneModule: isOneModule(.package)))
    }

    private mutating func version(
        _ text: String, _ module: Identifier, record: NameRecord? = nil
    ) throws -> Workspace.Reading {
        var side = try workspace.opening(document: text, module: module)
        var client = side.configuration.clients[0]
        if let record { client.record = record }
        let reading = side.readModel(client.document.value) ?? side.read(client)
        workspace.sources = side.sources
        workspace.report(reading.problems)
        if reading.problems.lackInput { throw Exit.status(of: reading.problems) }
        return reading
    }

    // MARK: A configuration

    /// Every client of a configuration, and what it was at a revision, under the configuration of then.
    mutating func clients(since revision: String, configuration path: String) throws -> [Found] {
        // Each side is read under the limits of its own configuration.
        var now = try workspace.opening(configuration: path)
        var then = try now.opening(configuration: path, at: revision)
        workspace.sources = then.sources
        let (old, new) = (then.configuration, now.configuration)
        var found: [Found] = []
        var compared: [(index: Int, before: API, after: API)] = []
        for client in old.clients {
            guard let other = new.clients.first(where: { $0.module.value == client.module.value }) else {
                found.append(removed(client))
                continue
            }
            let before = try api(client, in: &then)
            compared.append((found.count, before, try api(other, in: &now)))
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

    private mutating func api(_ client: Configuration.Client, in side: inout Workspace) throws -> API {
        side.sources = workspace.sources
        let reading = side.read(client)
        workspace.sources = side.sources
        workspace.report(reading.problems)
        guard let api = reading.api else { throw Exit.status(of: reading.problems) }
        return api
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
        let file = UserFile(path: path, unreadable: .unreadableAcceptance, summary: nil)
        return try workspace.read(file) { tree, problems in
            let accepted = AcceptedChanges(tree, problems: &problems)
            return problems.hasErrors ? nil : accepted
        }
    }
}
