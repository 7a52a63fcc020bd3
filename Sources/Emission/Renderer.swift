import ClientModel

/// Renders a package: the one way from client models to the text of files.
///
/// - Parameters:
///   - package: The clients and how they are offered.
///   - templates: Templates that fit their views.
///   - runtime: The runtime's sources, file name and text; those that the package uses are copied as they are.
///   - onLayout: Called when everything is rendered, before it is laid out.
/// - Returns: The files, sorted by path; the paths are relative to the package and use `/`, the contents are UTF-8.
public func render(
    _ package: PackageModel, templates: TemplateSet, runtime: [(path: String, contents: String)],
    onLayout: () -> Void = {}
) -> [(path: String, contents: [UInt8])] {
    let (jobs, pieces) = divided(FileJobs(package).all, templates)
    onLayout()
    let files = FilePlaces.files(of: jobs, in: package)
    let contents = concurrently(files.count) { index -> [UInt8] in
        let isSwift = files[index].parts.allSatisfy { jobs[$0].root.isSwift }
        let text = joined(files[index].parts.map { pieces[$0] }, package, templates)
        return isSwift ? Indenter.indented(text) : tidied(text)
    }
    let unused = package.unusedRuntimeFiles
    let copied = runtime.lazy.filter { !unused.contains($0.path) }.compactMap { file in
        FilePlaces.runtime(file.path, of: package).map { (path: $0, contents: Array(file.contents.utf8)) }
    }
    return (zip(files, contents).map { (path: $0.path, contents: $1) } + copied).sorted { $0.path < $1.path }
}

/// The most lines of a file that can be divided.
private let longestFile = 5000

/// Renders pieces; those that are too long and can be divided are replaced by their parts.
private func divided(_ jobs: [FileJob], _ templates: TemplateSet) -> (jobs: [FileJob], pieces: [Piece]) {
    let pieces = rendered(jobs, templates)
    let long = jobs.indices.filter { !jobs[$0].parts.isEmpty && pieces[$0].lines > longestFile }
    if long.isEmpty { return (jobs, pieces) }
    let others = Set(jobs.indices).subtracting(long).sorted()
    let parts = long.flatMap { jobs[$0].parts }
    return (others.map { jobs[$0] } + parts, others.map { pieces[$0] } + rendered(parts, templates))
}

private func rendered(_ jobs: [FileJob], _ templates: TemplateSet) -> [Piece] {
    concurrently(jobs.count) { index -> Piece in
        let contents = jobs[index].contents()
        return Piece(text: templates.render(jobs[index].root, contents.view), imports: contents.imports)
    }
}

/// A rendered piece of a file.
private struct Piece: Sendable {
    var text: String
    var imports: Imports?

    var lines: Int { text.utf8.count { $0 == UInt8(ascii: "\n") } }
}

/// The pieces of one file, below the header they need together.
private func joined(_ pieces: [Piece], _ package: PackageModel, _ templates: TemplateSet) -> String {
    let needs = pieces.compactMap(\.imports)
    guard !needs.isEmpty || pieces.isEmpty else { return pieces.map(\.text).joined() }
    let imports = needs.reduce(into: Imports()) { $0.form(union: $1) }
    let header = templates.render(.header, View(.fileHeader, ["imports": .codes(imports.lines(package))]))
    return header + pieces.map(\.text).joined(separator: "\n")
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
