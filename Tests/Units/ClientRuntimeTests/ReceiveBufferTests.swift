import Foundation
import Testing

@testable import ClientRuntime

@Suite struct ReceiveBufferTests {
    /// Bytes whose value depends on where they are, so that one that is lost, doubled or moved shows.
    private static let pattern: Data = {
        let numbers = (0..<1_500_000).map { UInt32($0) }
        return numbers.withUnsafeBytes { Data($0) }
    }()

    private func bytes(_ range: Range<Int>) -> Data { Self.pattern[range] }

    @Test(arguments: [0, 1, 16_384, 1_048_576, 1_048_577, 5_000_000])
    func bytesComeOnceAndInOrder(count: Int) throws {
        var buffer = ReceiveBuffer()
        for start in stride(from: 0, to: count, by: 16_384) {
            try buffer.append(bytes(start..<min(start + 16_384, count)))
        }
        #expect(buffer.isEmpty == (count == 0))
        var read = Data()
        while let chunk = try buffer.next() { read.append(chunk) }
        #expect(read == bytes(0..<count))
        #expect(buffer.isEmpty)
    }

    @Test func readersThatFallBehindAndCatchUp() throws {
        var buffer = ReceiveBuffer()
        var (written, read) = (0, 0)
        for round in 0..<60 {
            for _ in 0..<(round % 10) {
                try buffer.append(bytes(written..<written + 20_000))
                written += 20_000
            }
            for _ in 0..<(round % 30 < 20 ? 0 : 2) {
                guard let chunk = try buffer.next() else { break }
                #expect(chunk == bytes(read..<read + chunk.count))
                read += chunk.count
            }
        }
        while let chunk = try buffer.next() {
            #expect(chunk == bytes(read..<read + chunk.count))
            read += chunk.count
        }
        #expect(read == written)
    }

    @Test func overflowLeavesNoFile() throws {
        let folder = FileManager.default.temporaryDirectory.path
        func files() throws -> [String] {
            try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasPrefix("body-") }
        }
        let before = try files()
        var buffer = ReceiveBuffer()
        for _ in 0..<3 { try buffer.append(Data(count: ReceiveBuffer.memoryLimit)) }
        #expect(Set(try files()).subtracting(before).isEmpty)
        #expect(try buffer.next()?.isEmpty == false)
    }
}
