import ClientModel
public import Diagnostics

/// What one run makes: files in memory, and what there is to say about them.
public struct Output: Sendable {
    /// Sorted by path; without the manifest.
    public var files: [OutputFile]
    /// Names every file above; written last. `nil` where the input was refused.
    public var manifest: Manifest?
    /// What the files were made of; empty where the input was refused.
    public var clients: [Lowered]
    /// Every finding of the run, errors included.
    public var problems: Problems
    /// What was read; the places of ``problems`` point into it.
    public var sources: SourceFiles

    init(
        files: [OutputFile] = [], manifest: Manifest? = nil, clients: [Lowered] = [], problems: Problems,
        sources: SourceFiles
    ) {
        self.files = files
        self.manifest = manifest
        self.clients = clients
        self.problems = problems
        self.sources = sources
    }

    /// The names to be recorded.
    public var record: RecordFile { RecordFile(clients) }

    /// The files with the manifest behind them; empty where the input was refused.
    public var allFiles: [OutputFile] {
        guard let manifest else { return [] }
        return files + [OutputFile(path: Manifest.fileName, bytes: manifest.render())]
    }
}

/// One file of the output.
public struct OutputFile: Sendable {
    /// From the output folder, with `/`. For example: `Sources/ShipEngine/ShipEngine.swift`.
    public var path: String
    /// UTF-8 text.
    public var bytes: [UInt8]

    /// The path is relative to the output folder and must not leave it.
    public init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }
}

extension OutputFile {
    /// Whether a path stays below the output folder and is spelled in one way on every disk: components of ASCII letters, digits, `.`, `_`, `+`
    /// and `-`, none of them hidden, ending with a dot or reserved by Windows. `.gitattributes` is the one hidden file.
    static func isSafe(_ path: String) -> Bool {
        if path == ".gitattributes" { return true }
        return path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).allSatisfy { component in
            !component.isEmpty && component.first != UInt8(ascii: ".") && component.last != UInt8(ascii: ".")
                && !ReservedFileNames.contains(Substring(component))
                && component.allSatisfy { byte in
                    switch byte {
                    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2E, 0x5F, 0x2B, 0x2D: true
                    default: false
                    }
                }
        }
    }
}

extension OutputFile {
    /// Reports paths that are unsafe, or that repeat another on a disk that ignores case.
    static func check(_ files: [OutputFile], _ problems: inout Problems) {
        var taken = [Manifest.fileName: Manifest.fileName]
        for file in files {
            if !isSafe(file.path) {
                problems.add(
                    Diagnostic(.error, .unsafePath, "\(quote(file.path)) is not a safe file path", at: nil))
            } else if let earlier = taken.updateValue(file.path, forKey: file.path.lowercased()) {
                problems.add(
                    Diagnostic(
                        .error, .samePath, "two files would be named \(quote(earlier)) and \(quote(file.path))",
                        at: nil))
            }
        }
    }
}
