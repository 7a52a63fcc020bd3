import Diagnostics
import YAML

extension Reader {
    /// One of a few words, also where only its case is wrong. Anything else is left out.
    func choice<Choice: RawRepresentable<String> & CaseIterable>(_ entry: Mapping.Entry, of: Choice.Type) -> Choice? {
        guard let text = text(entry) else { return nil }
        if let choice = Choice.allCases.first(where: { $0.rawValue == text }) { return choice }
        let words = Choice.allCases.map(\.rawValue)
        if let word = words.first(where: { $0.lowercased() == text.lowercased() }), let choice = Choice(rawValue: word)
        {
            report(.repaired, .spelling, "\(quote(text)) is read as \(quote(word))", at: entry.value.place)
            return choice
        }
        report(
            .leftOut, .badValue,
            "\(code(entry.key)) is \(list(words)), but not \(quote(text)); it is skipped", at: entry.value.place,
            hint: hint(for: text, among: words))
        return nil
    }

    /// For example: `'a', 'b' or 'c'`.
    func list(_ words: [String]) -> String {
        let quoted = words.map { "\(quote($0))" }
        guard quoted.count > 1 else { return quoted.first ?? "" }
        return quoted.dropLast().joined(separator: ", ") + " or " + quoted[quoted.count - 1]
    }

    /// The value of an `examples` and an `example` key, the latter first.
    func examples(_ entry: Mapping.Entry, in parent: Located) -> [Example] {
        if case .sequence(let items) = entry.value.value {
            report(
                .repaired, .wrongKind, "`examples` must be a mapping here; the items of the list are read as values",
                at: entry.value.place)
            return items.map { Example(name: "", value: $0, place: $0.place) }
        }
        return members(entry, in: parent).compactMap { example($0.located, name: $0.key) }
    }

    func example(_ entry: Mapping.Entry) -> Example {
        Example(name: "", value: entry.value, place: entry.value.place)
    }
}
