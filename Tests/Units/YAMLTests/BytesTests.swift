import Foundation
import Testing

@testable import YAML

/// What is looked at in eights is what bytes one by one say.
@Suite struct BytesTests {
    @Test func plainIsPrintableASCIIWithoutBackslashes() {
        for byte in UInt8.min ... .max {
            for position in 0..<8 {
                var bytes = Array("plain ab".utf8)
                bytes[position] = byte
                let expected = bytes.allSatisfy { $0 >= 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\\") }
                #expect(
                    bytes.withUnsafeBufferPointer { $0.eightBytes(at: 0).isPlain } == expected, "\(byte) at \(position)"
                )
            }
        }
    }

    @Test func offsetsOfCodePoints() {
        var random = SystemRandomNumberGenerator()
        let pieces = ["a", "bc ", "é", "日本", "🐶", "0123456789", "\n"]
        for _ in 0..<40 {
            let text = (0..<Int.random(in: 0...900, using: &random)).map { _ in pieces.randomElement()! }.joined()
            let offsets =
                [0]
                + text.unicodeScalars.map { UTF8.width($0) }.reduce(into: [Int]()) { $0.append(($0.last ?? 0) + $1) }
            Array(text.utf8).withUnsafeBufferPointer { bytes in
                var marks = Marks(bytes, isASCII: false)
                for index in offsets.indices { #expect(marks.offset(index) == offsets[index]) }
                // Also back and forth.
                for _ in 0..<20 {
                    let index = Int.random(in: offsets.indices, using: &random)
                    #expect(marks.offset(index) == offsets[index])
                }
            }
        }
    }

    @Test(arguments: ["", "a", "12345678", "123456789", "é", "1234567é", "a longer text, of more than one word"])
    func sameBytesIsEqualityOfBytes(_ text: String) {
        #expect(sameBytes(text, String(text)))
        #expect(!sameBytes(text, text + "x"))
        #expect(!sameBytes(text + "y", text + "x"))
        #expect(!sameBytes("x" + text, "y" + text))
    }

    @Test func equalTextsComposedDifferentlyAreNotTheSameBytes() {
        #expect("\u{E9}" == "e\u{301}")
        #expect(!sameBytes("\u{E9}", "e\u{301}"))
    }

    @Test func textsAreKeptApart() {
        var interner = Interner()
        let texts = (0..<5_000).map { "a text of middling length \($0)" }
        for _ in 0..<2 {
            for text in texts {
                #expect(Array(text.utf8).withUnsafeBufferPointer { interner.text($0) } == text)
            }
        }
    }
}
