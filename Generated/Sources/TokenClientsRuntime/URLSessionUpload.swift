#if URLSession || !TransportTraits
    import Foundation
    import HTTPTypes

    #if canImport(FoundationNetworking)
        import FoundationNetworking

        /// The bytes of a request body, in memory up to 1 MiB or else in a file, so that the session can read them again after
        /// a connection was lost.
        ///
        /// On Linux all sessions of a process share one queue, which a body stream blocks while it waits for bytes. So bodies
        /// are read before they are sent. The session's upload of data does not restart at the first byte, and its upload of
        /// files crashes the process if a transfer ends early.
        nonisolated final class StagedBody: Sendable {
            let length: Int64
            private let memory: Data
            private let file: FileHandle?

            /// - Throws: The errors of `body`, or an error if a file can't be read.
            init(_ body: HTTPBody) async throws {
                if case .file(let url) = body.pieces {
                    let file = try FileHandle(forReadingFrom: url)
                    length = Int64(try file.seekToEnd())
                    memory = Data()
                    self.file = file
                    return
                }
                var memory = Data()
                var iterator = body.makeAsyncIterator()
                while memory.count <= ReceiveBuffer.memoryLimit, let chunk = try await iterator.next() {
                    try Task.checkCancellation()
                    memory = memory.isEmpty ? chunk : memory + chunk
                }
                guard memory.count > ReceiveBuffer.memoryLimit else {
                    length = Int64(memory.count)
                    self.memory = memory
                    file = nil
                    return
                }
                let file = try TemporaryFile()
                try file.append(memory)
                while let chunk = try await iterator.next() {
                    try Task.checkCancellation()
                    try file.append(chunk)
                }
                length = Int64(try file.writer.offset())
                self.memory = Data()
                self.file = file.reader
            }

            /// A new stream over all bytes.
            func stream() -> InputStream { StagedStream(self) }

            /// Copies bytes from `offset`. Returns 0 at the end, and -1 if the file became shorter or can't be read.
            fileprivate func read(_ buffer: UnsafeMutablePointer<UInt8>, _ count: Int, at offset: Int64) -> Int {
                let count = min(count, Int(length - offset))
                guard count > 0 else { return 0 }
                guard let file else {
                    let start = memory.startIndex + Int(offset)
                    memory.copyBytes(to: buffer, from: start..<start + count)
                    return count
                }
                let read = pread(file.fileDescriptor, buffer, count, off_t(offset))
                return read > 0 ? read : -1
            }
        }

        nonisolated private final class StagedStream: InputStream {
            private let body: StagedBody
            private var offset: Int64 = 0
            private var status = Status.notOpen

            init(_ body: StagedBody) {
                self.body = body
                super.init(data: Data())
            }

            override var hasBytesAvailable: Bool { true }
            override var streamStatus: Status { status }
            override func open() { status = .open }
            override func close() { status = .closed }

            override func read(_ buffer: UnsafeMutablePointer<UInt8>, maxLength count: Int) -> Int {
                let read = body.read(buffer, count, at: offset)
                offset += Int64(max(read, 0))
                return read
            }
        }
    #else
        /// Streams a body with at most one chunk in memory.
        nonisolated struct StreamedBody {
            private static let bufferSize = 64 * 1_024
            let input: InputStream
            private let output: OutputStream

            init() throws {
                var input: InputStream?
                var output: OutputStream?
                Stream.getBoundStreams(withBufferSize: Self.bufferSize, inputStream: &input, outputStream: &output)
                guard let input, let output else { throw CocoaError(.fileWriteUnknown) }
                self.input = input
                self.output = output
            }

            /// Writes the bytes of `body` to the session until the exchange ends.
            ///
            /// If `body` throws, the exchange fails with its error, and the stream stays open so that the body does not seem
            /// complete.
            func send(_ body: HTTPBody, in exchange: Exchange) {
                let writer = StreamWriter(output: output)
                let task = Task {
                    do {
                        writer.output.open()
                        for try await chunk in body { try await writer.write(chunk) }
                        writer.output.close()
                    } catch {
                        exchange.stop(with: error)
                    }
                }
                exchange.whenEnded { task.cancel() }
            }
        }

        /// The writing end of a pair of bound streams, used by one task.
        nonisolated private struct StreamWriter: @unchecked Sendable {
            let output: OutputStream

            /// Returns when the chunk is in the buffer between both streams.
            func write(_ chunk: Data) async throws {
                var rest = chunk
                while !rest.isEmpty {
                    try Task.checkCancellation()
                    guard output.hasSpaceAvailable else {
                        try await Task.sleep(nanoseconds: 500_000)
                        continue
                    }
                    let count = rest.withUnsafeBytes { bytes in
                        bytes.bindMemory(to: UInt8.self).baseAddress.map { output.write($0, maxLength: bytes.count) }
                            ?? 0
                    }
                    guard count > 0 else { throw output.streamError ?? CancellationError() }
                    rest = rest.dropFirst(count)
                }
            }
        }
    #endif
#endif
