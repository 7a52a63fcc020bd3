public import Mustache

/// A list of slots, which Mustache goes through, or prints at once: `{{lines(name)}}` with the end of its last line, `{{joined(name)}}` without.
struct SlotLines: MustacheSequence, MustacheTransformable {
    var codes: [Code]

    func makeIterator() -> IndexingIterator<[Code]> { codes.makeIterator() }

    func transform(_ name: String) -> Any? {
        guard name == "lines" || name == "joined" else { return nil }
        var text = ""
        text.reserveCapacity(codes.reduce(0) { $0 + $1.text.utf8.count + 1 })
        for (index, code) in codes.enumerated() {
            if index > 0 { text += "\n" }
            text += code.text
        }
        if name == "lines" { text += "\n" }
        return Code(encoded: text)
    }
}

extension Code: MustacheTransformable {
    /// A single slot as a list of one.
    public func transform(_ name: String) -> Any? { SlotLines(codes: [self]).transform(name) }
}

extension Markdown: MustacheTransformable {
    /// A single slot as a list of one.
    public func transform(_ name: String) -> Any? {
        switch name {
        case "lines": Markdown(encoded: text + "\n")
        case "joined": self
        default: nil
        }
    }
}
