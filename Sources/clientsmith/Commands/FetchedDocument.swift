import Diagnostics
import Generation
import OpenAPI
import YAML

/// The upstream version of a document, downloaded and read.
struct FetchedDocument {
    let client: Configuration.Client
    /// Where the document is, from the configuration's folder and from the current one.
    let name: String
    let path: String
    let bytes: [UInt8]
    let digest: Digest
    /// What is there now; `nil` where nothing is.
    private let old: Digest?

    var isNew: Bool { old != digest }
    /// Whether what is there now is neither what was fetched last nor what is upstream.
    var isEdited: Bool { isNew && old != nil && old != client.digest?.value }

    /// For example: `specs/togai.yaml: a new version, 64 kB, SHA-256 9f86d0…`.
    var summary: String {
        let what = old == nil ? "downloaded" : isNew ? "a new version" : "unchanged"
        return "\(path): \(what), \(bytes.count) bytes, SHA-256 \(digest)"
    }

    /// Brings the document of a client and reads it as generating would.
    ///
    /// - Throws: The exit status, after every reason was reported.
    init(_ client: Configuration.Client, in workspace: Workspace) throws {
        self.client = client
        name = Path.simplified(client.document.value)
        path = Path.joined(workspace.folder, name)
        guard let source = client.source, Path.relative(path, to: workspace.folder) != nil else {
            throw workspace.failure(
                .documentElsewhere,
                "\(quote(client.document.value, limit: 200)) is not in the configuration's folder",
                hint: "store fetched documents in the configuration's folder")
        }
        do throws(Download.Failure) {
            bytes = try Download.bytes(of: source, limit: workspace.limits.bytes)
        } catch {
            var problems = Problems()
            problems.add(
                Diagnostic(
                    .error, .unavailable, "\(quote(source.url, limit: 200)) can't be fetched: \(error.reason)",
                    at: source.place, hint: error.hint))
            throw workspace.refusal(problems)
        }
        digest = Digest(of: bytes)
        old = (try? workspace.files.document(client.document.value)).map { Digest(of: $0.bytes) }
        try read(in: workspace)
    }

    private func read(in workspace: Workspace) throws {
        var (client, workspace) = (client, workspace)
        client.digest = nil
        let input = NewVersion(of: client.document.value, bytes: bytes, besides: workspace.files)
        let reading = workspace.read(client, from: input)
        if reading.api == nil {
            throw workspace.refusal(reading.problems, "nothing written: the new \(path) is invalid")
        }
    }
}
