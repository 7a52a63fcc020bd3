#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Text in windows-1252, as the WHATWG Encoding Standard maps it; FoundationEssentials does not know it.
nonisolated enum WindowsText {
    /// What the bytes 0x80 to 0x9F stand for.
    private static let special: [UInt16] = [
        0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008D,
        0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A,
        0x0153, 0x009D, 0x017E, 0x0178,
    ]

    static func text(of data: Data) -> String {
        let units = data.map { (0x80...0x9F).contains($0) ? special[Int($0) - 0x80] : UInt16($0) }
        return String(decoding: units, as: UTF16.self)
    }

    /// Returns `nil` for text with other characters.
    static func bytes(of text: String) -> Data? {
        var data = Data(capacity: text.utf8.count)
        for unit in text.utf16 {
            if let index = special.firstIndex(of: unit) {
                data.append(UInt8(0x80 + index))
            } else if let byte = UInt8(exactly: unit), !(0x80...0x9F).contains(byte) {
                data.append(byte)
            } else {
                return nil
            }
        }
        return data
    }
}
