public import Foundation

/// Bytes that depend on their position alone, so that one too many, too few or out of order is noticed.
///
/// `Server/wire.py` makes the same ones.
public enum Pattern {
    private static let period = 1 << 20
    private static let stride = 7919
    private static let table: [UInt8] = {
        var state: UInt32 = 1
        var block = [UInt8](repeating: 0, count: period)
        for index in 0..<period {
            state = state &* 1_664_525 &+ 1_013_904_223
            block[index] = UInt8(state >> 24)
        }
        return block + block
    }()

    /// The bytes at `position` and behind it.
    public static func bytes(at position: Int = 0, count: Int) -> Data {
        var data = Data(capacity: count)
        while data.count < count {
            let slice = slice(at: position + data.count, atMost: count - data.count)
            table.withUnsafeBytes { data.append(contentsOf: $0[slice]) }
        }
        return data
    }

    static func slice(at position: Int, atMost count: Int) -> Range<Int> {
        let begin = position / period * stride % period + position % period
        return begin..<begin + min(count, period - position % period)
    }

    /// Compares a chunk with the bytes at `position`.
    ///
    /// - Returns: The position of the first byte that differs, or `nil`.
    public static func mismatch(of chunk: Data, at position: Int) -> Int? {
        chunk.withUnsafeBytes { found in
            table.withUnsafeBytes { wanted in
                var done = 0
                while done < found.count {
                    let slice = slice(at: position + done, atMost: found.count - done)
                    let rest = found.baseAddress! + done
                    if memcmp(rest, wanted.baseAddress! + slice.lowerBound, slice.count) != 0 {
                        let index = (0..<slice.count).first { found[done + $0] != wanted[slice.lowerBound + $0] }
                        return position + done + (index ?? 0)
                    }
                    done += slice.count
                }
                return nil
            }
        }
    }
}

/// What has been read of a body, compared with the pattern on the way.
public struct Reading: Sendable, Equatable, CustomStringConvertible {
    public var length = 0
    public var mismatch: Int?

    public init() {}

    public mutating func add(_ chunk: Data) {
        if mismatch == nil { mismatch = Pattern.mismatch(of: chunk, at: length) }
        length += chunk.count
    }

    /// Whether every byte came once and in order.
    public func isWhole(_ count: Int) -> Bool { length == count && mismatch == nil }

    public var description: String { "\(length) bytes, " + (mismatch.map { "wrong from \($0)" } ?? "all right") }
}

/// The pattern as a sequence, made while it is read.
public struct PatternChunks: AsyncSequence, Sendable {
    let count: Int
    let size: Int
    let delay: Duration?
    let pause: Duration?

    /// - Parameters:
    ///   - delay: Waited before each chunk.
    ///   - pause: Waited once, in the middle.
    public init(count: Int, size: Int = 64 * 1_024, delay: Duration? = nil, pause: Duration? = nil) {
        self.count = count
        self.size = size
        self.delay = delay
        self.pause = pause
    }

    public func makeAsyncIterator() -> AsyncIterator { AsyncIterator(chunks: self) }

    public struct AsyncIterator: AsyncIteratorProtocol {
        let chunks: PatternChunks
        var position = 0
        var hasPaused = false

        public mutating func next() async throws -> Data? {
            guard position < chunks.count else { return nil }
            if let delay = chunks.delay { try await Task.sleep(for: delay) }
            if let pause = chunks.pause, !hasPaused, position * 2 >= chunks.count {
                hasPaused = true
                try await Task.sleep(for: pause)
            }
            let data = Pattern.bytes(at: position, count: Swift.min(chunks.size, chunks.count - position))
            position += data.count
            return data
        }
    }
}
