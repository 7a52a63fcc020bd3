#if URLSession || !TransportTraits
    import Foundation
    import HTTPTypes

    #if canImport(FoundationNetworking)
        import FoundationNetworking

        /// The bytes of a request, kept so that the session can read them again when a connection has died: in memory up to
        /// 1 MiB, else in a file.
        ///
        /// On Linux all sessions of a process work on one queue, and a body stream has to wait for its bytes on that queue:
        /// no other transfer of the process would go on meanwhile. So bodies are read before they are sent. The session's own
        /// way to send data does not start again with the first byte, and its way to send files ends the process when a
        /// transfer ends early.
        nonisolated final class StagedBody: Sendable {
            let length: Int64
            private let memory: Data
            private let file: FileHandle?

            /// - Throws: Where a file cannot be read, and what `body` throws.
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

            /// A stream over all bytes. Any number of streams can be made.
            func stream() -> InputStream { StagedStream(self) }

            /// Copies bytes from `offset` on. Gives 0 at the end, and -1 if a file has become shorter or cannot be read.
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
        /// Sends a body while it is made. At most one chunk of it is held in memory.
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

            /// Hands the bytes of `body` to the session until the exchange ends.
            ///
            /// Where `body` throws, the exchange fails with its error. The stream stays open then: closed, the body would
            /// look whole.
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

            /// Returns once the buffer between both streams has taken the chunk.
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
