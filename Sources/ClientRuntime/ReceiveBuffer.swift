#if URLSession || !TransportTraits
    import Foundation

    /// Received bytes that were not read yet, in order.
    ///
    /// Up to 1 MiB is held in memory. Further bytes are in an unnamed temporary file, which is removed with the buffer.
    nonisolated struct ReceiveBuffer: Sendable {
        /// The maximum number of bytes held in memory.
        static let memoryLimit = 1_024 * 1_024
        /// The number of bytes of the file that are read at a time.
        private static let readSize = 256 * 1_024

        private var chunks: [Data] = []
        private var size = 0
        private var file: TemporaryFile?

        var isEmpty: Bool { chunks.isEmpty && file?.isEmpty ?? true }

        /// - Throws: An error if the temporary file can't be written, for example because the disk is full.
        mutating func append(_ data: Data) throws {
            let isOverflowing = !(file?.isEmpty ?? true) || size + data.count > Self.memoryLimit
            guard isOverflowing else {
                chunks.append(data)
                size += data.count
                return
            }
            let overflow = try file ?? TemporaryFile()
            file = overflow
            try overflow.append(data)
        }

        /// The next bytes, or `nil` if none are left.
        mutating func next() throws -> Data? {
            if !chunks.isEmpty {
                defer { (chunks, size) = ([], 0) }
                // `Data` would read a joined sequence byte by byte.
                return chunks.dropFirst().reduce(into: chunks[0]) { $0.append($1) }
            }
            guard let overflow = file, !overflow.isEmpty else { return nil }
            return try overflow.next(upTo: Self.readSize)
        }
    }

    /// A file that is unlinked when it is opened, so that it disappears even if the process is killed.
    ///
    /// Used by one owner under a lock.
    nonisolated final class TemporaryFile: @unchecked Sendable {
        let writer: FileHandle
        let reader: FileHandle
        private var unread = 0

        var isEmpty: Bool { unread == 0 }

        init() throws {
            let file = FileManager.default.temporaryDirectory.appendingPathComponent("body-\(UUID().uuidString)")
            let attributes: [FileAttributeKey: Any] = [.posixPermissions: 0o600]
            guard FileManager.default.createFile(atPath: file.path, contents: nil, attributes: attributes) else {
                throw CocoaError(.fileWriteUnknown)
            }
            defer { try? FileManager.default.removeItem(at: file) }
            writer = try FileHandle(forWritingTo: file)
            reader = try FileHandle(forReadingFrom: file)
        }

        func append(_ data: Data) throws {
            try writer.write(contentsOf: data)
            unread += data.count
        }

        func next(upTo count: Int) throws -> Data {
            guard let data = try reader.read(upToCount: min(count, unread)), !data.isEmpty else {
                throw CocoaError(.fileReadUnknown)
            }
            unread -= data.count
            if unread == 0 {
                try writer.truncate(atOffset: 0)
                try reader.seek(toOffset: 0)
            }
            return data
        }
    }
#endif
