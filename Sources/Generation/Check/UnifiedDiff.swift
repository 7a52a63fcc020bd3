/// The difference of two texts in the unified format of `diff -u`, which `patch` and version control read.
///
/// Long texts that have little in common are shown as removed and added as a whole, since finding the least difference would take time
/// in proportion to its square.
public struct UnifiedDiff: Sendable {
    private static let context = 3
    private static let costLimit = 4_000_000

    /// - Returns: The diff, or an empty text where both are equal. `nil` stands for a file that is not there.
    public static func text(path: String, old: [UInt8]?, new: [UInt8]?) -> String {
        if old == new { return "" }
        let before = lines(old)
        let after = lines(new)
        let header = """
            --- \(old == nil ? "/dev/null" : "a/\(path)")
            +++ \(new == nil ? "/dev/null" : "b/\(path)")

            """
        return header + hunks(edits(before, after)).map(render).joined()
    }

    private enum Edit {
        case keep(Line)
        case remove(Line)
        case add(Line)
    }

    private struct Hunk {
        var oldStart: Int
        var newStart: Int
        var edits: [Edit] = []
    }

    /// A line with the line feed that ends it, compared byte for byte.
    private typealias Line = ArraySlice<UInt8>

    private static func lines(_ bytes: [UInt8]?) -> [Line] {
        guard let bytes else { return [] }
        var lines: [Line] = []
        var start = 0
        for index in bytes.indices where bytes[index] == UInt8(ascii: "\n") {
            lines.append(bytes[start...index])
            start = index + 1
        }
        if start < bytes.count { lines.append(bytes[start...]) }
        return lines
    }

    /// A line as a diff shows it, which says so where nothing ends it.
    private static func text(_ line: Line) -> String {
        let text = String(decoding: line, as: UTF8.self)
        return line.last == UInt8(ascii: "\n") ? text : text + "\n\\ No newline at end of file\n"
    }

    private static func edits(_ old: [Line], _ new: [Line]) -> [Edit] {
        var start = 0
        while start < old.count, start < new.count, old[start] == new[start] { start += 1 }
        var end = 0
        while end < old.count - start, end < new.count - start, old[old.count - 1 - end] == new[new.count - 1 - end] {
            end += 1
        }
        let middle = edits(inside: old[start..<(old.count - end)], new[start..<(new.count - end)])
        return old[..<start].map(Edit.keep) + middle + old[(old.count - end)...].map(Edit.keep)
    }

    private static func edits(inside old: ArraySlice<Line>, _ new: ArraySlice<Line>) -> [Edit] {
        guard old.count * new.count <= costLimit else { return old.map(Edit.remove) + new.map(Edit.add) }
        let difference = Array(new).difference(from: Array(old))
        let removed = Set(difference.removals.map(offset))
        let inserted = Set(difference.insertions.map(offset))
        var edits: [Edit] = []
        var position = 0
        for (index, line) in old.enumerated() {
            if removed.contains(index) {
                edits.append(.remove(line))
                continue
            }
            while inserted.contains(position) {
                edits.append(.add(new[new.startIndex + position]))
                position += 1
            }
            edits.append(.keep(line))
            position += 1
        }
        while inserted.contains(position) {
            edits.append(.add(new[new.startIndex + position]))
            position += 1
        }
        return edits
    }

    private static func offset(_ change: CollectionDifference<Line>.Change) -> Int {
        switch change {
        case .insert(let offset, _, _), .remove(let offset, _, _): offset
        }
    }

    /// Groups changes that are at most two contexts apart.
    private static func hunks(_ edits: [Edit]) -> [Hunk] {
        let changed = edits.indices.filter { if case .keep = edits[$0] { false } else { true } }
        var ranges: [Range<Int>] = []
        for index in changed {
            let range = max(0, index - context)..<min(edits.count, index + context + 1)
            if let last = ranges.last, range.lowerBound <= last.upperBound {
                ranges[ranges.count - 1] = last.lowerBound..<range.upperBound
            } else {
                ranges.append(range)
            }
        }
        var hunks: [Hunk] = []
        var (oldLine, newLine, next) = (1, 1, 0)
        for range in ranges {
            advance(edits[next..<range.lowerBound], &oldLine, &newLine)
            hunks.append(Hunk(oldStart: oldLine, newStart: newLine, edits: Array(edits[range])))
            advance(edits[range], &oldLine, &newLine)
            next = range.upperBound
        }
        return hunks
    }

    private static func advance(_ edits: ArraySlice<Edit>, _ oldLine: inout Int, _ newLine: inout Int) {
        for edit in edits {
            switch edit {
            case .keep:
                oldLine += 1
                newLine += 1
            case .remove: oldLine += 1
            case .add: newLine += 1
            }
        }
    }

    private static func render(_ hunk: Hunk) -> String {
        var oldCount = 0
        var newCount = 0
        var body = ""
        for edit in hunk.edits {
            switch edit {
            case .keep(let line):
                oldCount += 1
                newCount += 1
                body += " " + text(line)
            case .remove(let line):
                oldCount += 1
                body += "-" + text(line)
            case .add(let line):
                newCount += 1
                body += "+" + text(line)
            }
        }
        // A side without lines names the line before it.
        let oldStart = oldCount == 0 ? hunk.oldStart - 1 : hunk.oldStart
        let newStart = newCount == 0 ? hunk.newStart - 1 : hunk.newStart
        return "@@ -\(oldStart),\(oldCount) +\(newStart),\(newCount) @@\n\(body)"
    }
}
