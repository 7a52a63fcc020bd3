import Diagnostics
import Foundation
import OpenAPI
import YAML

/// Measures what it takes to make a document of a tree that has been read, and what the document holds.
///
///     swift run -c release converting FILE [ROUNDS]
///
/// Other files are read from the folder of the first one.
@main
struct Converting {
    static func main() throws {
        guard CommandLine.arguments.count > 1 else {
            print("usage: converting FILE [ROUNDS]")
            exit(64)
        }
        let url = URL(fileURLWithPath: CommandLine.arguments[1])
        let rounds = CommandLine.arguments.count > 2 ? Int(CommandLine.arguments[2]) ?? 1 : 5
        let source = Source(folder: url.deletingLastPathComponent())
        var problems = Problems()
        guard let root = source.read(url.lastPathComponent, &problems) else {
            print("not readable: \(problems.diagnostics.first?.message ?? "")")
            exit(65)
        }
        let before = residentKilobytes()
        let first = convert(root, url.lastPathComponent, source)
        print(
            "\(first.schemas) schemas, \(first.operations) operations, \(first.findings) findings; "
                + "held \(residentKilobytes() - before) kB")
        let times = (0..<rounds).map { _ in
            ContinuousClock().measure { _ = convert(root, url.lastPathComponent, source) }
        }
        print("best of \(rounds): \(times.min() ?? .zero)")
    }

    static func convert(
        _ root: Node, _ name: String, _ source: Source
    ) -> (schemas: Int, operations: Int, findings: Int, document: Document?) {
        var problems = Problems()
        let document = Document(root: root, file: name, problems: &problems) { path, problems throws(LoadError) in
            guard let node = source.read(path, &problems) else { throw .missing }
            return node
        }
        let operations = document?.paths.reduce(0) { $0 + $1.operations.count } ?? 0
        return (document?.schemas.count ?? 0, operations, problems.diagnostics.count, document)
    }

    static func residentKilobytes() -> Int {
        let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmRSS") }
        return line?.split(separator: " ").compactMap { Int($0) }.first ?? 0
    }
}

/// The files of one folder, each read once.
final class Source {
    let folder: URL
    private var files = SourceFiles()
    private var trees: [String: Node] = [:]

    init(folder: URL) { self.folder = folder }

    func read(_ path: String, _ problems: inout Problems) -> Node? {
        if let tree = trees[path] { return tree }
        guard let data = try? Data(contentsOf: folder.appending(path: path)) else { return nil }
        let tree = YAML.parse([UInt8](data), name: path, into: &files, problems: &problems)
        trees[path] = tree
        return tree
    }
}
