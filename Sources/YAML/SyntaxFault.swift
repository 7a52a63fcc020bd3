import Diagnostics

/// What libyaml refuses, in words that say what was expected and found.
struct SyntaxFault {
    private let failure: Events.Failure
    private let at: Int
    private let context: Int
    private let text: UnsafeBufferPointer<UInt8>

    init(_ failure: Events.Failure, at: Int, context: Int, text: UnsafeBufferPointer<UInt8>) {
        self.failure = failure
        self.at = at
        self.context = context
        self.text = text
    }

    func report(to faults: inout Faults) -> Halt {
        let (message, hint) = explanation
        let notes = contextNote.map { [Diagnostic.Note($0, at: faults.place(token(context)))] } ?? []
        return faults.stop("yaml-syntax", message, at: token(at), notes: notes, hint: hint)
    }

    /// The word or the character at an offset.
    private func token(_ start: Int) -> Range<Int> {
        var end = start
        while end < text.count, isWordByte(text[end]) { end += 1 }
        if end == start, end < text.count, text[end] > 0x20 { end += utf8Length(lead: text[end]) }
        return start..<end
    }

    private var found: String {
        let token = token(at)
        if token.isEmpty { return at >= text.count ? "the end of the file" : "the end of the line" }
        return quote(String(decoding: text[token], as: UTF8.self))
    }

    private var contextNote: String? {
        switch failure.context {
        case "while parsing a block mapping", "while parsing a flow mapping": "the mapping starts here"
        case "while parsing a block collection", "while parsing a flow sequence": "the list starts here"
        case "while scanning a quoted scalar": "the text starts here"
        case "while scanning a simple key": "the key starts here"
        case "while scanning a block scalar": "the text starts here"
        default: nil
        }
    }

    private var explanation: (message: String, hint: String?) { (failure.problem, nil) }
}
