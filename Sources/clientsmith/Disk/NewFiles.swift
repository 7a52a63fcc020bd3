import Diagnostics
import Generation

/// Files written for the user to change: never over a file that is there and differs.
enum NewFiles {
    /// - Returns: The paths that were written; files that are there already with the same bytes are not.
    /// - Throws: The exit status, after every reason was reported; nothing was written then.
    static func write(_ files: [OutputFile], to path: String, in workspace: Workspace) throws -> [String] {
        let occupied: [String]
        do throws(SystemError) {
            var folder = try OutputFolder(path, isCreated: true)
            try folder.lock { workspace.sayWaiting(for: path) }
            var missing: [OutputFile] = []
            var taken: [String] = []
            for file in files {
                guard let bytes = try bytes(of: file.path, in: &folder) else {
                    missing.append(file)
                    continue
                }
                if bytes != file.bytes { taken.append(file.path) }
            }
            if taken.isEmpty {
                try folder.place(missing)
                return missing.map(\.path)
            }
            occupied = taken
        } catch {
            throw workspace.systemFailure("write below", path, error)
        }
        throw workspace.occupied(
            occupied.map { (Path.joined(path, $0), "already exists and differs", "move it away") })
    }

    /// What stands in a file's place and is none, such as a link, differs from every file.
    private static func bytes(of path: String, in folder: inout OutputFolder) throws(SystemError) -> [UInt8]? {
        do throws(SystemError) {
            return try folder.read(path)
        } catch {
            if error.isSomethingElse { return [] }
            throw error
        }
    }
}
