/// Whether a word in lower case names several things: an English plural, or a word such as `data`.
func isPlural(_ word: String) -> Bool { singular(word) != word || collectiveNouns.contains(word) }

/// Whether two words in lower case, spaces left out, are one noun: `addons` and `addon`, `aliases` and `alias`.
func isSameNoun(_ left: String, _ right: String) -> Bool {
    left == right || singular(left) == singular(right) || left + "es" == right || right + "es" == left
}

/// Finds the first of some nouns that is another, as ``isSameNoun(_:_:)`` compares two.
struct NounIndex {
    private var bySingular: [String: Int] = [:]
    private var bySpelling: [String: Int] = [:]

    init(_ nouns: [String]) {
        for (index, noun) in nouns.enumerated().reversed() {
            bySingular[singular(noun)] = index
            bySpelling[noun] = index
        }
    }

    func first(_ noun: String) -> Int? {
        let shorter = noun.hasSuffix("es") ? bySpelling[String(noun.dropLast(2))] : nil
        return [bySingular[singular(noun)], bySpelling[noun + "es"], shorter].compactMap { $0 }.min()
    }
}

private let collectiveNouns = wordList("children criteria data feedback history indices media metadata people vertices")

/// The words of a text.
func wordList(_ text: String) -> Set<String> { Set(text.split(separator: " ").map(String.init)) }
