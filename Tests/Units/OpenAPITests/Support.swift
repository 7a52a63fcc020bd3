import Diagnostics
import Foundation
import OpenAPI
import YAML
import TestSupport

/// What reading some texts gave.
struct Reading {
    var document: Document?
    var files: SourceFiles
    var diagnostics: [Diagnostic]

    /// One line for each finding: place, severity, kind, message; then its notes and its hint.
    var lines: [String] {
        diagnostics.flatMap { diagnostic in
            ["\(position(diagnostic.place)): \(diagnostic.severity) [\(diagnostic.kind)] \(diagnostic.message)"]
                + diagnostic.notes.map { "  note: \(position($0.place)): \($0.message)" }
                + (diagnostic.hint.map { ["  hint: \($0)"] } ?? [])
        }
    }

    private func position(_ place: Place?) -> String {
        guard let place else { return "-" }
        let file = files.files[Int(place.file)]
        let before = file.bytes.prefix(Int(place.start))
        let line = before.count { $0 == UInt8(ascii: "\n") } + 1
        let column = before.count - (before.lastIndex(of: UInt8(ascii: "\n")) ?? -1)
        return "\(file.name):\(line):\(column)"
    }

    func count(_ severity: Diagnostic.Severity) -> Int { diagnostics.count { $0.severity == severity } }
}

/// Reads a document and the other files of its folder.
///
/// - Parameter others: their texts by path; `nil` is a file that must not be read.
func read(_ text: String, as path: String = "openapi.yaml", others: [String: String?] = [:]) -> Reading {
    read(Array(text.utf8), as: path) { path in
        guard let other = others[path] else { throw LoadError.missing }
        guard let text = other else { throw LoadError.refused("it is not a regular file") }
        return Array(text.utf8)
    }
}

func read(_ bytes: [UInt8], as path: String, load: (String) throws -> [UInt8]) -> Reading {
    var files = SourceFiles()
    var problems = Problems()
    guard let root = YAML.parse(bytes, name: path, into: &files, problems: &problems) else {
        return Reading(document: nil, files: files, diagnostics: problems.diagnostics)
    }
    let document = Document(root: root, file: path, problems: &problems) { path, problems throws(LoadError) in
        let bytes: [UInt8]
        do {
            bytes = try load(path)
        } catch {
            throw error as? LoadError ?? .missing
        }
        guard let root = YAML.parse(bytes, name: path, into: &files, problems: &problems) else { throw .invalid }
        return root
    }
    return Reading(document: document, files: files, diagnostics: problems.diagnostics)
}

/// A folder of real documents beside the package, where there is one.
enum Corpus {
    static let folder: URL? = {
        FileManager.default.fileExists(atPath: Repository.corpus.path) ? Repository.corpus : nil
    }()

    /// Reads a document whose folder is the root folder.
    static func read(_ path: String, root: String? = nil) throws -> Reading {
        guard let folder else { throw CocoaError(.fileNoSuchFile) }
        let directory = folder.appending(path: root ?? (path as NSString).deletingLastPathComponent)
        let name = String(path.dropFirst((root ?? (path as NSString).deletingLastPathComponent).count + 1))
        return try OpenAPITests.read(Array(Data(contentsOf: directory.appending(path: name))), as: name) { path in
            Array(try Data(contentsOf: directory.appending(path: path)))
        }
    }
}
