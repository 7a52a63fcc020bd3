public import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A folder that goes when the value does.
public final class Scratch {
    public let url: URL

    public init() throws {
        url = FileManager.default.temporaryDirectory.appending(path: "clientsmith-\(UUID())")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    public var path: String { url.path }

    public func write(_ text: String, to path: String) throws {
        let file = url.appending(path: path)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }

    public func read(_ path: String) throws -> String {
        try String(contentsOf: url.appending(path: path), encoding: .utf8)
    }

    public func exists(_ path: String) -> Bool {
        FileManager.default.fileExists(atPath: url.appending(path: path).path)
    }

    public func remove(_ path: String) throws { try FileManager.default.removeItem(at: url.appending(path: path)) }

    public func link(_ path: String, to target: String) throws {
        try FileManager.default.createSymbolicLink(atPath: url.appending(path: path).path, withDestinationPath: target)
    }

    /// Every path below a folder and what stands there: text, or the target of a link.
    public func contents(of folder: String) throws -> [String: String] {
        let root = url.appending(path: folder)
        var found: [String: String] = [:]
        for case let path as String in FileManager.default.enumerator(atPath: root.path) ?? .init() {
            let file = root.appending(path: path)
            if let target = try? FileManager.default.destinationOfSymbolicLink(atPath: file.path) {
                found[path] = "-> \(target)"
            } else if let text = try? String(contentsOf: file, encoding: .utf8) {
                found[path] = text
            }
        }
        return found
    }

    /// When each file below a folder was last changed, to the nanosecond.
    public func times(of folder: String) throws -> [String: [Int]] {
        var times: [String: [Int]] = [:]
        for path in try contents(of: folder).keys {
            var status = stat()
            let file = url.appending(path: folder).appending(path: path).path
            guard lstat(file, &status) == 0 else { continue }
            #if canImport(Darwin)
                times[path] = [status.st_mtimespec.tv_sec, status.st_mtimespec.tv_nsec, Int(status.st_ino)]
            #else
                times[path] = [status.st_mtim.tv_sec, status.st_mtim.tv_nsec, Int(status.st_ino)]
            #endif
        }
        return times
    }
}
