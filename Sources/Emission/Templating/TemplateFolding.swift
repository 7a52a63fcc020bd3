/// Rewrites templates so that they render the same text with fewer tags: a tag costs microseconds, whatever it prints.
///
/// Partials on a line of their own are put in their places, what is the same in all views of a run becomes text, and sections that only print
/// their slots line by line become one tag. Only for templates ``TemplateChecker`` found nothing wrong with.
struct TemplateFolding {
    /// Template names and texts.
    let texts: [String: String]
    /// Names of slots that are the same in every view, and their text.
    let constants: [String: String]

    private static let most = 1 << 16

    func folded(_ name: String) -> String {
        let lines = inlined(name, within: []).split(separator: "\n", omittingEmptySubsequences: false)
        var result: [Substring] = []
        var index = 0
        while index < lines.count {
            if let key = slotLines(lines[index...]) {
                index += 3
                if lines[index].hasPrefix("{{") {
                    // A tag that has its line to itself must keep that.
                    result.append("{{#joined(\(key))}}\n{{.}}\n{{/joined(\(key))}}\n")
                } else {
                    // The end of the last line comes with the slots, so that nothing is left where there are none.
                    result.append("{{lines(\(key))}}")
                }
            } else {
                result.append(lines[index] + (index + 1 < lines.count ? "\n" : ""))
                index += 1
            }
        }
        return withConstants(result.joined())
    }

    /// The text with each partial that has a line of its own in its place, but for those it is itself a part of.
    private func inlined(_ name: String, within outer: [String]) -> String {
        let text = texts[name] ?? ""
        var result = ""
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            let isEnded = line.endIndex != text.endIndex
            if isEnded, let partial = partial(line), partial != name, !outer.contains(partial),
                texts[partial]?.hasSuffix("\n") == true, result.utf8.count < Self.most
            {
                result += inlined(partial, within: outer + [name])
            } else {
                result += isEnded ? line + "\n" : line
            }
        }
        return result
    }

    /// The partial a line consists of.
    private func partial(_ line: Substring) -> String? {
        guard line.hasPrefix("{{>"), line.hasSuffix("}}") else { return nil }
        let name = line.dropFirst(3).dropLast(2)
        return name.contains("}") || name.contains(" ") ? nil : String(name)
    }

    /// The key of a section over three lines that prints each of its slots on a line.
    private func slotLines(_ lines: ArraySlice<Substring>) -> Substring? {
        guard lines.count > 3, let first = lines.first, first.hasPrefix("{{#"), first.hasSuffix("}}") else {
            return nil
        }
        let name = first.dropFirst(3).dropLast(2)
        let isPlain = name.utf8.allSatisfy { ($0 | 0x20) >= UInt8(ascii: "a") && ($0 | 0x20) <= UInt8(ascii: "z") }
        let next = lines.startIndex + 1
        return isPlain && lines[next] == "{{.}}" && lines[next + 1] == "{{/\(name)}}" ? name : nil
    }

    private func withConstants(_ text: String) -> String {
        constants.reduce(text) { text, constant in
            // Without text in its place, a tag beside it could come to have a line of its own, which means something else.
            constant.value.isEmpty ? text : text.replacing("{{\(constant.key)}}", with: constant.value)
        }
    }
}
