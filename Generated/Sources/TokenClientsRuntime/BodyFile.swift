#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Android)
    import Android
#elseif canImport(WASILibc)
    import WASILibc
#endif

nonisolated extension HTTPBody {
    /// Writes the bytes to a file while they arrive, with one chunk in memory at a time.
    ///
    /// The file appears, or is replaced, once the last byte is written. Until then the bytes are in a hidden file beside
    /// it, which is removed if the transfer fails or is cancelled.
    ///
    /// For example: `let size = try await client.files.download(id: "7").write(to: URL(fileURLWithPath: "7.pdf"))`.
    ///
    /// - Returns: The number of bytes.
    /// - Throws: The errors of the body, `CancellationError`, or a `POSIXError` if the file can't be written. If its folder
    ///   does not exist or is not writable, the body is not read.
    @discardableResult @concurrent
    public func write(to file: URL) async throws -> Int64 {
        let output = try OutputFile(file)
        for try await chunk in self {
            try Task.checkCancellation()
            try output.append(chunk)
        }
        try Task.checkCancellation()
        try output.finish()
        return output.count
    }
}

/// A file that appears under its name when it is complete. Used by one task.
nonisolated private final class OutputFile {
    private(set) var count: Int64 = 0
    private let path: String
    private let temporaryPath: String
    private var descriptor: Int32
    private var isFinished = false

    init(_ file: URL) throws {
        guard file.isFileURL else { throw POSIXError(.EINVAL) }
        path = file.path
        let name = ".\(file.lastPathComponent.prefix(100)).\(UUID().uuidString)"
        temporaryPath = file.deletingLastPathComponent().appendingPathComponent(name).path
        descriptor = open(temporaryPath, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw Self.error() }
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
        if !isFinished { unlink(temporaryPath) }
    }

    func append(_ data: Data) throws {
        try data.withUnsafeBytes { bytes in
            var written = 0
            while written < bytes.count {
                let result = write(descriptor, bytes.baseAddress! + written, bytes.count - written)
                if result < 0, errno != EINTR { throw Self.error() }
                written += max(result, 0)
            }
        }
        count += Int64(data.count)
    }

    func finish() throws {
        let status = close(descriptor)
        descriptor = -1
        guard status == 0, rename(temporaryPath, path) == 0 else { throw Self.error() }
        isFinished = true
    }

    private static func error() -> POSIXError { POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
}
