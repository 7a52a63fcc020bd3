import ClientModel
import Dispatch

/// Renders a package: the one way from client models to the text of files.
///
/// - Parameters:
///   - package: The clients and how they are offered.
///   - templates: Templates that fit their views.
///   - runtime: The runtime's sources, file name and text, copied as they are.
/// - Returns: The files, sorted by path; the paths are relative to the package and use `/`.
public func render(
    _ package: PackageModel, templates: TemplateSet, runtime: [(path: String, contents: String)]
) -> [(path: String, contents: String)] {
    let jobs = Jobs(package).all
    let rendered = concurrently(jobs.count) { index -> String in
        let job = jobs[index]
        let text = templates.render(job.root, job.view())
        return job.root.isSwift ? Indenter.indented(text) : tidied(text)
    }
    let copied = runtime.map { (path: "Sources/\(package.runtimeName)/\($0.path)", contents: $0.contents) }
    let files = zip(jobs, rendered).map { (path: $0.path, contents: $1) } + copied
    return files.sorted { $0.path < $1.path }
}

/// A file to be rendered. Its view is made only when its turn comes.
private struct Job: Sendable {
    var path: String
    var root: Root
    var view: @Sendable () -> View
}

/// What is rendered for a package, file by file.
private struct Jobs {
    var all: [Job] = []

    init(_ package: PackageModel) {
        add("Package.swift", .package) { package.manifestView }
        add("README.md", .readme) { package.readmeView }
        add(".gitattributes", .gitattributes) { View(.constant) }
        for client in package.clients { add(ClientScope(client, in: package)) }
    }

    private mutating func add(_ client: ClientScope) {
        let api = client.api
        let nested = NestedTypes(api)
        let sources = "Sources/\(api.name)"
        let pages = "Documentation/\(api.name)"
        add("\(sources)/\(api.name).swift", .service) { client.serviceFile() }
        add("\(pages)/README.md", .servicePage) { client.servicePage }
        for (index, group) in api.groups.enumerated() {
            add("\(sources)/\(group.typeName).swift", .group) { client.groupFile(index, nested: nested) }
            add("\(pages)/\(group.typeName).md", .groupPage) { client.groupPage(index) }
        }
        for type in api.types where type.scope == .service {
            add("\(sources)/Types/\(type.name).swift", .type) { client.typeFile(type, nested: nested) }
        }
        add("Tests/\(api.name)Tests/RoundTripTests.swift", .tests) { client.testsFile }
    }

    private mutating func add(_ path: String, _ root: Root, _ view: @escaping @Sendable () -> View) {
        all.append(Job(path: path, root: root, view: view))
    }
}

/// The results of `body` for `0..<count`, worked out on every core.
private func concurrently(_ count: Int, _ body: @Sendable (Int) -> String) -> [String] {
    var results = Array(repeating: "", count: count)
    results.withUnsafeMutableBufferPointer { buffer in
        // Each index is written by exactly one iteration, and nothing reads before all have ended.
        nonisolated(unsafe) let slots = buffer
        DispatchQueue.concurrentPerform(iterations: count) { slots[$0] = body($0) }
    }
    return results
}

/// Text with at most one empty line in a row and exactly one line end at its end.
private func tidied(_ text: String) -> String {
    var lines: [Substring] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
        if line.isEmpty, lines.last?.isEmpty ?? true { continue }
        lines.append(line)
    }
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines.joined(separator: "\n") + "\n"
}
