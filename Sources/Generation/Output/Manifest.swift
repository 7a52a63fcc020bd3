/// What the tool knows about a package it wrote: from what it was made, and each file's digest.
///
/// It is `clientsmith.json` in the output folder, one entry a line and sorted, so that version control merges and shows it
/// well. Only the exact text ``render()`` gives is a manifest; anything else was edited.
public struct Manifest: Equatable, Sendable {
    /// The file's name in the output folder.
    public static let fileName = "clientsmith.json"
    /// The manifest of a run under way; a run that is cut off leaves it behind.
    public static let pendingFileName = ".clientsmith.pending.json"

    /// The tool's version.
    public var tool: String
    /// The digest of every template and runtime source used.
    public var templates: Digest
    /// The digest of the configuration as far as it concerns the output.
    public var configuration: Digest
    /// The digest of the record of names; `nil` where no name is recorded.
    public var names: Digest?
    /// Each module, and the digest of its documents' meaning; sorted by module.
    public var documents: [Entry]
    /// Each file but the manifest, and the digest of its bytes; sorted by path.
    public var files: [Entry]

    /// A digest and what it belongs to.
    public struct Entry: Hashable, Sendable {
        /// A module, or the path of a file.
        public var name: String
        /// Of the meaning of a document, or of the bytes of a file.
        public var digest: Digest

        /// Creates one line of the manifest.
        public init(_ name: String, _ digest: Digest) {
            self.name = name
            self.digest = digest
        }
    }

    /// The entries can have any order; they are sorted.
    public init(
        tool: String, templates: Digest, configuration: Digest, names: Digest? = nil, documents: [Entry],
        files: [Entry]
    ) {
        self.tool = tool
        self.templates = templates
        self.configuration = configuration
        self.names = names
        self.documents = documents.sorted { $0.name < $1.name }
        self.files = files.sorted { $0.name < $1.name }
    }

    /// The manifest as JSON text.
    public func render() -> [UInt8] {
        let body = """
            {
              "format": 1,
              "tool": \(Self.quote(tool)),
              "templates": "\(templates)",
              "configuration": "\(configuration)",\(names.map { "\n  \"names\": \"\($0)\"," } ?? "")
              "documents": {\(Self.render(documents))},
              "files": {\(Self.render(files))},

            """
        let seal = Digest(of: Array(body.utf8))
        return Array("\(body)  \"seal\": \"\(seal)\"\n}\n".utf8)
    }

    private static func render(_ entries: [Entry]) -> String {
        guard !entries.isEmpty else { return "" }
        let lines = entries.map { "    \(quote($0.name)): \"\($0.digest)\"" }
        return "\n\(lines.joined(separator: ",\n"))\n  "
    }

    /// A JSON string. Only names made by the tool come here, which hold neither quotes nor controls.
    private static func quote(_ text: String) -> String { "\"\(text)\"" }
}

extension Manifest {
    /// Reads what ``render()`` wrote; `nil` for any other text, a manifest with one changed character among it, and for one that lists a file
    /// the tool can't have written, such as one outside of the output folder.
    public init?(_ bytes: [UInt8]) {
        var tool: String?
        var templates: Digest?
        var names: Digest?
        var configuration: Digest?
        var sections: [String: [Entry]] = [:]
        var section: String?
        for line in Self.lines(bytes) {
            switch line {
            case .opening(let name): section = name
            case .member(let name, let value):
                if let section {
                    guard let digest = Digest(value) else { return nil }
                    sections[section, default: []].append(Entry(name, digest))
                } else if name == "tool" {
                    tool = value
                } else if name == "templates" {
                    templates = Digest(value)
                } else if name == "configuration" {
                    configuration = Digest(value)
                } else if name == "names" {
                    names = Digest(value)
                }
            case .closing: section = nil
            case .other: break
            }
        }
        guard let tool, let templates, let configuration else { return nil }
        guard (sections["files"] ?? []).allSatisfy({ OutputFile.isSafe($0.name) && $0.name != Self.fileName }) else {
            return nil
        }
        self.init(
            tool: tool, templates: templates, configuration: configuration, names: names,
            documents: sections["documents"] ?? [], files: sections["files"] ?? [])
        guard render() == bytes else { return nil }
    }

    /// Every path and digest that can still be seen in a damaged manifest, such as both sides of a merge conflict.
    static func salvage(_ bytes: [UInt8]) -> [Entry] {
        var isInFiles = false
        return lines(bytes).compactMap { line in
            switch line {
            case .opening(let name): isInFiles = name == "files"
            case .member(let name, let value):
                guard isInFiles, OutputFile.isSafe(name), name != fileName,
                    let digest = Digest(value)
                else { return nil }
                return Entry(name, digest)
            case .closing: isInFiles = false
            case .other: break
            }
            return nil
        }
    }

    /// The text of ``pendingFileName``, for ``salvage(_:)``.
    static func renderPending(_ entries: [Entry]) -> [UInt8] {
        Array("{\n  \"files\": {\(render(entries))}\n}\n".utf8)
    }

    private enum Line {
        /// `"files": {`
        case opening(String)
        /// `"name": "value"`, with or without a comma.
        case member(String, String)
        /// `},`
        case closing
        case other
    }

    private static func lines(_ bytes: [UInt8]) -> [Line] {
        bytes.split(separator: UInt8(ascii: "\n")).map { line in
            let parts = line.split(separator: UInt8(ascii: "\""), omittingEmptySubsequences: false)
            let texts = parts.map { String(decoding: $0, as: UTF8.self) }
            if texts.count == 5, texts[2] == ": " { return .member(texts[1], texts[3]) }
            if texts.count == 3, texts[2] == ": {" { return .opening(texts[1]) }
            return line.first(where: { $0 != UInt8(ascii: " ") }) == UInt8(ascii: "}") ? .closing : .other
        }
    }
}
