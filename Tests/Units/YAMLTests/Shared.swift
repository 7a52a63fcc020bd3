import Foundation
import TestSupport
import Testing

/// Material that lies beside the package and not in it.
enum Shared {
    static let directory = Repository.root.deletingLastPathComponent().appendingPathComponent("shared")

    static func has(_ name: String) -> Bool {
        FileManager.default.fileExists(atPath: directory.appendingPathComponent(name).path)
    }

    /// The files below a folder, by their paths in it, sorted.
    static func files(in name: String) throws -> [(path: String, url: URL)] {
        let folder = directory.appendingPathComponent(name).resolvingSymlinksInPath()
        let all = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: [.isRegularFileKey])
        let urls = (all?.allObjects ?? []).compactMap { $0 as? URL }.filter {
            (try? $0.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile) == true
        }
        return urls.map { (String($0.resolvingSymlinksInPath().path.dropFirst(folder.path.count + 1)), $0) }
            .sorted { $0.0 < $1.0 }
    }

    static func bytes(_ url: URL) throws -> [UInt8] { [UInt8](try Data(contentsOf: url)) }
}
