import Diagnostics
import Generation

/// Writes downloaded documents, and their digests into the configuration.
struct FetchedFiles {
    let documents: [FetchedDocument]
    let workspace: Workspace

    /// The configuration.
    private var path: String { workspace.path ?? "" }

    /// Each file comes to its place at once, the configuration last: cut off between, the next run says that a document is not the expected one,
    /// and fetching again mends it.
    ///
    /// - Throws: The exit status, after the reason was reported; nothing was written then.
    func write() throws {
        let folder = workspace.folder
        do throws(SystemError) {
            var output = try OutputFolder(folder, isCreated: false)
            try output.lock { workspace.sayWaiting(for: folder) }
            let name = Path.relative(path, to: folder) ?? path
            let text = try output.read(name) ?? []
            if let new = recorded(in: text) {
                var files = documents.filter(\.isNew).map { OutputFile(path: $0.name, bytes: $0.bytes) }
                if new != text { files.append(OutputFile(path: name, bytes: new)) }
                // What is no file in a file's place is an error, and one before anything is written.
                for file in files { _ = try output.read(file.path) }
                try output.place(files)
                workspace.reporting.say("\(files.count) \(files.count == 1 ? "file" : "files") written")
                return
            }
        } catch {
            throw workspace.systemFailure("write below", folder, error)
        }
        throw workspace.failure(
            .unreadableConfiguration,
            "the configuration \(quote(path, limit: 200)) was changed during the run, or is not UTF-8",
            hint: "nothing was written; save it in UTF-8 without a byte order mark", status: Exit.refused)
    }

    /// The configuration with every digest that has changed; read anew for each, because places move.
    private func recorded(in text: [UInt8]) -> [UInt8]? {
        var result = text
        for document in documents where document.client.digest?.value != document.digest {
            guard let new = client(of: document, in: result)?.recording(document.digest, in: result) else { return nil }
            result = new
        }
        return result
    }

    private func client(of document: FetchedDocument, in text: [UInt8]) -> Configuration.Client? {
        workspace.configuration(in: text)?.clients.first { $0.module.value == document.client.module.value }
    }
}
