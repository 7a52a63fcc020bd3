/// Where a place is, as a person or an editor is told: both counted from 1.
public struct Location: Hashable, Sendable {
    /// 1-based.
    public var line: Int
    /// 1-based, in the unit of the locator.
    public var column: Int

    /// Both are 1-based.
    public init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }
}

/// Works out lines and columns. The lines of a file are found when it is first asked about, and then looked up by binary search.
public struct Locator: Sendable {
    /// What a column counts.
    public enum Unit: Sendable {
        /// What a person sees as one character (an extended grapheme cluster).
        case characters
        /// UTF-16 code units, as the language server protocol counts.
        case utf16
    }

    private let files: SourceFiles
    private var lines: [LineTable?]
    /// Of the last long line asked about.
    private var ruler: Ruler?

    /// The files are scanned for line ends when a location in them is first asked for.
    public init(_ files: SourceFiles) {
        self.files = files
        lines = Array(repeating: nil, count: files.files.count)
    }

    /// The name of the file a place is in.
    public func name(of place: Place) -> String? {
        file(place.file)?.name
    }

    /// The line and column of a byte; the end of the file for one behind it, and `nil` for a file that is not among the files.
    public mutating func location(of offset: UInt32, in file: UInt32, counting unit: Unit) -> Location? {
        guard let source = self.file(file), let table = table(file) else { return nil }
        let offset = min(Int(offset), source.bytes.count)
        let line = table.line(at: offset)
        let start = table.start(of: line)
        guard offset - start > Ruler.step else {
            return Location(line: line + 1, column: 1 + unit.count(source.bytes[start..<offset]))
        }
        if ruler?.measures(file, line: start, unit) != true {
            let end = table.end(of: line, size: source.bytes.count)
            ruler = Ruler(source.bytes, file, line: start..<end, unit)
        }
        return Location(line: line + 1, column: 1 + (ruler?.count(to: offset, in: source.bytes) ?? 0))
    }

    /// The bytes of the line that a byte is on, without its line break.
    mutating func line(at offset: UInt32, in file: UInt32) -> Range<Int>? {
        guard let source = self.file(file), let table = table(file) else { return nil }
        let line = table.line(at: min(Int(offset), source.bytes.count))
        let start = table.start(of: line)
        var end = table.end(of: line, size: source.bytes.count)
        if end > start, source.bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
        return start..<end
    }

    func bytes(of file: UInt32) -> [UInt8] { self.file(file)?.bytes ?? [] }

    private func file(_ index: UInt32) -> SourceFile? {
        files.files.indices.contains(Int(index)) ? files.files[Int(index)] : nil
    }

    private mutating func table(_ file: UInt32) -> LineTable? {
        guard lines.indices.contains(Int(file)) else { return nil }
        if lines[Int(file)] == nil { lines[Int(file)] = LineTable(files.files[Int(file)].bytes) }
        return lines[Int(file)]
    }
}

extension Locator.Unit {
    /// How many of these the bytes are.
    fileprivate func count(_ bytes: ArraySlice<UInt8>) -> Int {
        if bytes.allSatisfy({ $0 < 0x80 }) { return bytes.count }
        switch self {
        case .characters: return String(decoding: bytes, as: UTF8.self).count
        case .utf16: return String(decoding: bytes, as: UTF8.self).utf16.count
        }
    }
}

/// The columns along one long line, so that a thousand findings in a document without line breaks are not counted from its start
/// each.
private struct Ruler: Sendable {
    static let step = 1024

    private let file: UInt32
    private let unit: Locator.Unit
    /// Every thousand bytes or so an offset, between two characters, and the columns before it.
    private var stations: [(offset: Int, count: Int)]

    init(_ bytes: [UInt8], _ file: UInt32, line: Range<Int>, _ unit: Locator.Unit) {
        self.file = file
        self.unit = unit
        stations = [(line.lowerBound, 0)]
        var last = stations[0]
        while last.offset + Self.step < line.upperBound {
            var next = last.offset + Self.step
            // No ASCII character but a line feed joins the one before it.
            while next < line.upperBound, bytes[next] >= 0x80 { next += 1 }
            last = (next, last.count + unit.count(bytes[last.offset..<next]))
            stations.append(last)
        }
    }

    func measures(_ file: UInt32, line start: Int, _ unit: Locator.Unit) -> Bool {
        self.file == file && stations[0].offset == start && self.unit == unit
    }

    /// The columns before an offset of the line.
    func count(to offset: Int, in bytes: [UInt8]) -> Int {
        var low = 0
        var high = stations.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if stations[middle].offset <= offset { low = middle } else { high = middle }
        }
        return stations[low].count + unit.count(bytes[stations[low].offset..<offset])
    }
}

/// Where the lines of a text start. A line ends with LF, which CR may precede.
private struct LineTable: Sendable {
    private var starts: [UInt32] = [0]

    init(_ bytes: [UInt8]) {
        for (offset, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") { starts.append(UInt32(offset + 1)) }
    }

    /// The index of the line that a byte is on; a line break belongs to the line it ends.
    func line(at offset: Int) -> Int {
        var low = 0
        var high = starts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if Int(starts[middle]) <= offset { low = middle } else { high = middle }
        }
        return low
    }

    func start(of line: Int) -> Int { Int(starts[line]) }

    /// Where a line ends, before its line feed.
    func end(of line: Int, size: Int) -> Int { line + 1 < starts.count ? Int(starts[line + 1]) - 1 : size }
}
