import Diagnostics
import OpenAPI
import YAML

/// A document and the files its references lead to.
///
/// The parts of an input are separated by NUL: the first is `openapi.yaml`, and each of the others is a path, a line feed and what the
/// file holds. `refused.yaml` may not be read.
enum Resolving {
    static func run(_ bytes: [UInt8]) -> CInt {
        let parts = bytes.split(separator: 0, omittingEmptySubsequences: false)
        var others: [String: [UInt8]] = [:]
        for part in parts.dropFirst() {
            let lines = part.split(separator: UInt8(ascii: "\n"), maxSplits: 1, omittingEmptySubsequences: false)
            others[String(decoding: lines[0], as: UTF8.self)] = lines.count > 1 ? Array(lines[1]) : []
        }
        var files = SourceFiles()
        var problems = Problems()
        let name = "api/openapi.yaml"
        guard let root = YAML.parse(Array(parts[0]), name: name, into: &files, problems: &problems) else { return -1 }
        var asked: Set<String> = []
        let document = Document(root: root, file: name, problems: &problems) { path, problems throws(LoadError) in
            checkPath(path)
            Fuzz.require(asked.insert(path).inserted, "each path is asked for once")
            if path.hasSuffix("refused.yaml") { throw .refused("it is not a regular file") }
            if path == name { return root }
            guard let other = others[path] else { throw .missing }
            guard let node = YAML.parse(other, name: path, into: &files, problems: &problems) else { throw .invalid }
            return node
        }
        if let document {
            check(document)
        } else {
            Fuzz.require(problems.hasErrors, "what is no document has an error")
        }
        Fuzz.check(problems, in: files)
        return 0
    }

    private static func checkPath(_ path: String) {
        for part in path.split(separator: "/", omittingEmptySubsequences: false) {
            Fuzz.require(!part.isEmpty && part != "." && part != "..", "no path leaves the root folder")
        }
        let isPlain = path.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0 != "\\" && !(0x7F..<0xA0 ~= $0.value) }
        Fuzz.require(isPlain, "no path holds controls or backslashes")
    }

    private static func check(_ document: Document) {
        let known = document.schemas.indices
        for schema in document.schemas {
            var inside = schema.properties.map(\.schema) + schema.allOf + schema.oneOf + schema.anyOf
            inside += [schema.reference, schema.items].compactMap { $0 }
            for id in inside { Fuzz.require(known.contains(id.index), "schemas are in the document") }
        }
        for component in document.componentSchemas {
            Fuzz.require(known.contains(component.id.index), "component schemas are in the document")
        }
    }
}
