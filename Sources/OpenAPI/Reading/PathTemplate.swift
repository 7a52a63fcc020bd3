/// Paths and URLs with `{names}`.
enum PathTemplate {
    /// The names in braces, in order; braces that do not close belong to the text.
    static func names(in template: String) -> [String] {
        var names: [String] = []
        var rest = template.utf8[...]
        while let open = rest.firstIndex(of: UInt8(ascii: "{")) {
            let inside = rest[rest.index(after: open)...]
            guard let close = inside.firstIndex(of: UInt8(ascii: "}")) else { break }
            let start = inside[..<close].lastIndex(of: UInt8(ascii: "{")).map(inside.index(after:)) ?? inside.startIndex
            names.append(String(inside[start..<close]) ?? "")
            rest = inside[inside.index(after: close)...]
        }
        return names
    }
}
