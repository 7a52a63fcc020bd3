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
            lastOffset += utf8Length(lead: text[lastOffset])
            lastIndex += 1
            if lastIndex == stations.count * Self.stride { stations.append(lastOffset) }
        }
        return lastOffset
    }
}
