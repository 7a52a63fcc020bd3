/// A JSON pointer as a URI fragment (RFC 6901, section 6), without percent-encoding.
///
/// For example: `#/paths/~1v1~1tokens/get` has the tokens `paths`, `/v1/tokens` and `get`.
struct JSONPointer {
    let tokens: [String]

    /// Returns `nil` where `text` is no pointer: no `#/` in front, or a `~` that is neither `~0` nor `~1`.
    init?(_ text: String) {
        guard text.hasPrefix("#/") else { return nil }
        var tokens: [String] = []
        for part in text.dropFirst(2).split(separator: "/", omittingEmptySubsequences: false) {
            var token = ""
            var rest = part[...]
            while let tilde = rest.firstIndex(of: "~") {
                token += rest[..<tilde]
                let escape = rest.index(after: tilde)
                guard escape < rest.endIndex, rest[escape] == "0" || rest[escape] == "1" else { return nil }
                token += rest[escape] == "0" ? "~" : "/"
                rest = rest[rest.index(after: escape)...]
            }
            tokens.append(token + rest)
        }
        self.tokens = tokens
    }
}
