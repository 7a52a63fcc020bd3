/// Turns libyaml's marks, which count code points, into byte offsets. Marks come nearly in order, so this goes on from the last one.
struct Marks {
    private static let stride = 1024

    private let text: UnsafeBufferPointer<UInt8>
    private let isASCII: Bool
    /// The offsets of every 1,024th code point passed so far.
    private var stations: [Int] = [0]
    private var lastIndex = 0
    private var lastOffset = 0

    init(_ text: UnsafeBufferPointer<UInt8>, isASCII: Bool) {
        self.text = text
        self.isASCII = isASCII
    }

    mutating func offset(_ index: Int) -> Int {
        if isASCII { return min(index, text.count) }
        if index < lastIndex {
            let station = index / Self.stride
            lastIndex = station * Self.stride
            lastOffset = stations[station]
        }
        while lastIndex < index, lastOffset < text.count {
            if lastIndex & 7 == 0, lastIndex + 8 <= index, startsWithEightASCII(lastOffset) {
                lastOffset += 8
                lastIndex += 8
            } else {
                lastOffset += utf8Length(lead: text[lastOffset])
                lastIndex += 1
            }
            if lastIndex == stations.count * Self.stride { stations.append(lastOffset) }
        }
        return lastOffset
    }

    private func startsWithEightASCII(_ offset: Int) -> Bool {
        guard offset + 8 <= text.count else { return false }
        let bytes = UnsafeRawBufferPointer(text).loadUnaligned(fromByteOffset: offset, as: UInt64.self)
        return bytes & 0x8080_8080_8080_8080 == 0
    }
}
