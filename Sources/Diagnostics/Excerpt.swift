/// The line a place is on and the marks under it, as they are printed.
struct Excerpt {
    private static let most = 120
    private static let before = 60
    private static let tab = "    "

    var line: String
    /// `^`, then `~` under the rest of the place as far as it is on the line.
    var marks: String

    /// Of a long line only the part around the place is shown.
    init(_ bytes: [UInt8], line range: Range<Int>, place: Range<Int>) {
        let start = min(max(place.lowerBound, range.lowerBound), range.upperBound)
        let end = min(max(place.upperBound, start), range.upperBound)
        var window = range
        if range.count > Self.most {
            let left = max(range.lowerBound, start - Self.before)
            window = Self.wholeCharacters(bytes, left..<min(range.upperBound, left + Self.most))
        }
        let lead = Column(bytes[window.lowerBound..<start])
        let token = Column(bytes[start..<min(end, window.upperBound)], after: lead.last)
        let rest = Column(bytes[max(start, min(end, window.upperBound))..<window.upperBound], after: token.last)
        let prefix = window.lowerBound > range.lowerBound ? "…" : ""
        line = prefix + lead.text + token.text + rest.text + (window.upperBound < range.upperBound ? "…" : "")
        marks =
            String(repeating: " ", count: prefix.count + lead.width) + "^"
            + String(repeating: "~", count: max(0, token.width - 1))
    }

    /// A piece of a line as it is printed, and the columns it takes.
    private struct Column {
        var text = ""
        var width = 0
        var last: Unicode.Scalar?

        init(_ bytes: ArraySlice<UInt8>, after before: Unicode.Scalar? = nil) {
            last = before
            for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
                let spelled = scalar == "\t" ? Excerpt.tab : escape(scalar)
                text += spelled ?? String(Character(scalar))
                width += spelled?.count ?? displayWidth(scalar, after: last)
                last = scalar
            }
            text = text.replacing("##[", with: "##\\[")
        }
    }

    /// The range, made larger so that it starts and ends between characters.
    private static func wholeCharacters(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int> {
        var (start, end) = (range.lowerBound, range.upperBound)
        while start > 0, bytes[start] & 0xC0 == 0x80 { start -= 1 }
        while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
        return start..<end
    }
}
