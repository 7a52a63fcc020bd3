public import Diagnostics

/// Reads a YAML or JSON document, whichever the content is, into a tree whose every value knows its place.
///
/// The text is added to `files` as UTF-8 without a byte order mark, and places are byte offsets into that. UTF-8 and UTF-16, each
/// with or without a byte order mark, are understood; line breaks are LF and CRLF.
///
/// Everything wrong goes to `problems` as an error. `nil` means that the text could not be read to its end. After errors
/// that leave its structure certain, such as a duplicate key, the tree is returned, so that what else is wrong with it can be
/// reported by the same run; nothing should be written from it.
///
/// - Parameters:
///   - bytes: the content of the file, as it is on disk.
///   - name: the name of the file in messages.
///   - limits: what the document may cost.
public func parse(
    _ bytes: [UInt8], name: String, into files: inout SourceFiles, limits: Limits = Limits(), problems: inout Problems
) -> Node? {
    let file = UInt32(files.files.count)
    var faults = Faults(file: file, limit: limits.errors)
    var text: [UInt8] = []
    var root: Node?
    do throws(Halt) {
        let most = min(limits.bytes, Limits.largest)
        guard bytes.count <= most else {
            throw faults.stop(
                .limitBytes, "the file has \(bytes.count) bytes, more than the limit of \(most)", at: 0..<0)
        }
        try decode(bytes, into: &text, faults: &faults)
        root = faults.isEmpty ? text.withUnsafeBufferPointer { parse($0, limits: limits, faults: &faults) } : nil
    } catch {
        root = nil
    }
    _ = files.add(SourceFile(name: name, bytes: text))
    problems.add(contentsOf: faults.problems)
    return root
}

/// Reads text that is valid UTF-8: as JSON if it is that, and as YAML if not. Which of the two is wrong with text that is neither
/// depends on what it looks like where reading it as JSON ends.
private func parse(_ text: UnsafeBufferPointer<UInt8>, limits: Limits, faults: inout Faults) -> Node? {
    guard JSONReader.mayRead(text) else { return readYAML(text, limits: limits, faults: &faults) }
    var reader = JSONReader(text, limits: limits, faults: faults)
    do throws(JSONStop) {
        let root = try reader.read()
        faults = reader.faults
        return root
    } catch {
        guard case .syntax(let error) = error else {
            faults = reader.faults
            return nil
        }
        let root = error.isCertain ? nil : readYAML(text, limits: limits, faults: &faults)
        if root == nil || !faults.isEmpty, error.isPlainlyJSON {
            faults = reader.faults
            _ = faults.stop(.jsonSyntax, error.message, at: error.at, hint: error.hint)
            return nil
        }
        return root
    }
}
