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
            let station = stations.count * Self.stride
            let ascii = min(leadingASCII(lastOffset), index - lastIndex, station - lastIndex)
            lastOffset += ascii > 0 ? ascii : utf8Length(lead: text[lastOffset])
            lastIndex += max(ascii, 1)
            if lastIndex == station { stations.append(lastOffset) }
        }
        return lastOffset
    }

    /// How many of the bytes at an offset are ASCII, up to eight; 0 near the end, where one is looked at after the other.
    private func leadingASCII(_ offset: Int) -> Int {
        guard offset + 8 <= text.count else { return 0 }
        return (text.eightBytes(at: offset) & .topBits).trailingZeroBitCount / 8
    }
}
