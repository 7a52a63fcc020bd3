@_spi(Naming) import ClientModel

/// Gives each of the names that must differ within one scope its final form.
///
/// A name keeps what ``Role/name(_:)`` makes of its own text unless an earlier one has it already: then it takes its next
/// candidate, and at last its first one followed by `_` and a hash of its wire name. Names made from text hold `_` only
/// between digits, so such a name is never another's first choice. What is spelled as its name already is served first, then
/// what stands first in the document: what is added at the end renames nothing that needs no change.
struct NameScope {
    /// One name to be found.
    struct Claim {
        /// The forms to try in order, the first being the one wanted.
        var candidates: [String]
        /// What the hash is made of, should one be needed; unlike any other claim's of the scope.
        var wireName: () -> String
        /// A name from the configuration, which is taken before any other.
        var pinned: String?
        /// Claims of a lower rank are served first.
        var rank: Int
        /// Whether the document spells it as it is wanted: served before others of its rank.
        var isExact: Bool
        /// Whether another sibling would change the candidates: what all cases of a union share is left out of their names.
        var dependsOnSiblings: Bool

        /// - Parameter text: What the document calls it, if that decides about a name which others want as well.
        init(
            _ candidates: [String], text: String? = nil, wireName: @autoclosure @escaping () -> String,
            pinned: String? = nil, rank: Int = 0, dependsOnSiblings: Bool = false
        ) {
            self.candidates = candidates
            isExact = text == candidates[0]
            self.wireName = wireName
            self.pinned = pinned
            self.rank = rank
            self.dependsOnSiblings = dependsOnSiblings
        }
    }

    /// Whether names must differ by more than case, as those of files and of types.
    private let ignoresCase: Bool
    private var taken: Set<String>

    init(ignoresCase: Bool = false, taken: [String] = []) {
        self.ignoresCase = ignoresCase
        self.taken = []
        for name in taken { _ = take(name) }
    }

    /// Returns one name per claim, in the order of the claims, and the indices of those pinned to a name that was
    /// pinned already.
    mutating func resolve(_ claims: [Claim]) -> (names: [String], clashes: [Int]) {
        var names = [String](repeating: "", count: claims.count)
        var clashes: [Int] = []
        for (index, claim) in claims.enumerated() {
            guard let pinned = claim.pinned else { continue }
            names[index] = pinned
            if !take(pinned) { clashes.append(index) }
        }
        for rank in Self.ranks(claims) {
            for isExact in [true, false] {
                for index in claims.indices where claims[index].rank == rank && claims[index].isExact == isExact {
                    if claims[index].pinned == nil { names[index] = next(claims[index]) }
                }
            }
        }
        return (names, clashes)
    }

    /// The names of claims without pins, as identifiers.
    mutating func identifiers(_ claims: [Claim]) -> [Identifier] {
        resolve(claims).names.map { Identifier(sanitizing: $0) }
    }

    private static func ranks(_ claims: [Claim]) -> [Int] {
        guard let first = claims.first?.rank else { return [] }
        return claims.allSatisfy { $0.rank == first } ? [first] : Set(claims.map(\.rank)).sorted()
    }

    private mutating func next(_ claim: Claim) -> String {
        for candidate in claim.candidates where take(candidate) { return candidate }
        var length = 4
        var wireName = claim.wireName()
        while true {
            let name = claim.candidates[0] + "_" + stableHash(wireName, length: length)
            if take(name) { return name }
            if length < 12 { length += 2 } else { wireName += "'" }
        }
    }

    private mutating func take(_ name: String) -> Bool { taken.insert(ignoresCase ? name.lowercased() : name).inserted }
}
