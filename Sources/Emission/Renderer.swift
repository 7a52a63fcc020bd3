import ClientModel

/// Renders a package: the one way from client models to the text of files.
///
/// - Parameters:
///   - package: The clients and how they are offered.
///   - templates: Templates that fit their views.
///   - runtime: The runtime's sources, file name and text, copied as they are.
///   - onLayout: Called when everything is rendered, before it is laid out.
/// - Returns: The files, sorted by path; the paths are relative to the package and use `/`, the contents are UTF-8.
public func render(
    _ package: PackageModel, templates: TemplateSet, runtime: [(path: String, contents: String)],
    onLayout: () -> Void = {}
) -> [(path: String, contents: [UInt8])] {
    let jobs = Jobs(package).all
    let texts = concurrently(jobs.count) { templates.render(jobs[$0].root, jobs[$0].view()) }
    onLayout()
    let contents = concurrently(jobs.count) { index in
        jobs[index].root.isSwift ? Indenter.indented(texts[index]) : tidied(texts[index])
    }
    let copied = runtime.map { (path: "Sources/\(package.runtimeName)/\($0.path)", contents: Array($0.contents.utf8)) }
    let files = zip(jobs, contents).map { (path: $0.path, contents: $1) } + copied
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
        // The largest first, so that no core is left alone with one of them at the end.
        add("Tests/\(api.name)Tests/RoundTripTests.swift", .tests) { client.testsFile }
        add("\(pages)/README.md", .servicePage) { client.servicePage }
        add("\(sources)/\(api.name).swift", .service) { client.serviceFile() }
        for (index, group) in api.groups.enumerated().sorted(by: { $0.element.size > $1.element.size }) {
            add("\(sources)/\(group.typeName).swift", .group) { client.groupFile(index, nested: nested) }
            add("\(pages)/\(group.typeName).md", .groupPage) { client.groupPage(index) }
        }
        for type in api.types where type.scope == .service {
            add("\(sources)/Types/\(type.name).swift", .type) { client.typeFile(type, nested: nested) }
        }
    }

    private mutating func add(_ path: String, _ root: Root, _ view: @escaping @Sendable () -> View) {
        all.append(Job(path: path, root: root, view: view))
    }
}

extension OperationGroup {
    fileprivate var size: Int { operations.count }
}

/// Text with at most one empty line in a row and exactly one line end at its end.
private func tidied(_ text: String) -> [UInt8] {
    let lineEnd = UInt8(ascii: "\n")
    var text = text
    return text.withUTF8 { text in
        var result: [UInt8] = []
        result.reserveCapacity(text.count)
        for byte in text {
            // An empty line follows two line ends, or stands at the start.
            let count = result.count
            let isEmptyLine = byte == lineEnd && (count == 0 || result[count - 1] == lineEnd)
            if isEmptyLine, count < 2 || result[count - 2] == lineEnd { continue }
            result.append(byte)
        }
        while result.last == lineEnd { result.removeLast() }
        result.append(lineEnd)
        return result
    }
}
