@_spi(Naming) import ClientModel
import Diagnostics

/// Assigns the names that must differ within one scope.
///
/// Served first are pinned names, then recorded ones. Then each claim gets its first candidate that is free: claims of a lower rank before others;
/// within a rank those spelled as the document spells its names and as their Swift name, then the rest in document order. A claim
/// whose candidates are all used gets its first candidate and a number where the name is recorded, else a hash of its wire name: names made from
/// text contain `_` only between digits, so such a name is never another's first choice.
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
        /// What the document calls it, if that decides about a name that others want as well.
        var text: String?
        /// What the text is the name of in the document, if not of what the claim is for: a type can be named after a property.
        var source: NameRecord.Kind?
        /// Whether another sibling would change the candidates: what all cases of a union share is left out of their names.
        var dependsOnSiblings: Bool
        /// What identifies it in the record of names, the best key first; none for a name that callers do not see.
        var keys: (() -> [String])?
        /// A name from the record of names.
        var recorded: String?
        /// Whether it is spelled as the document spells most names, so that nothing added to the document can take its name.
        var isCanonical = false
        /// Whether names were recorded before, when this one may have been there.
        var isOlder = false
        /// The arguments of a method, which may share its name with others that are called otherwise.
        var labels: CallLabels?
        /// What is named, for people; `nil` for what is not in the document.
        var origin: Origin?

        init(
            _ candidates: [String], text: String? = nil, source: NameRecord.Kind? = nil,
            wireName: @autoclosure @escaping () -> String,
            pinned: String? = nil, rank: Int = 0, dependsOnSiblings: Bool = false, keys: (() -> [String])? = nil
        ) {
            self.candidates = candidates
            self.text = text
            self.source = source
            self.wireName = wireName
            self.pinned = pinned
            self.rank = rank
            self.dependsOnSiblings = dependsOnSiblings
            self.keys = keys
        }

        /// Whether the document spells it as it is wanted.
        fileprivate var isExact: Bool { text == candidates[0] }
        /// Within a rank, the lower number is served first. What is spelled as its name keeps it, unless a name that is not recorded because
        /// nothing could take it is older.
        fileprivate var turn: Int {
            if isCanonical, isOlder { return 0 }
            return isExact ? 1 : isCanonical ? 2 : 3
        }
    }

    /// What a document calls something, and where.
    struct Origin {
        var text: String
        var place: Place
    }

    /// A claim that did not get its first candidate.
    struct Collision {
        var claim: Int
        /// The claim that has the name.
        var holder: Int
    }

    /// The names of some claims, in their order.
    struct Resolution {
        var names: [String]
        /// The indices of claims that are pinned to a name which was pinned already.
        var clashes: [Int] = []
        /// The indices of claims whose first candidate another of them wants as well.
        var contested: Set<Int> = []
        /// The claims that were given another name than their first because a claim of the same run has it.
        var collisions: [Collision] = []
    }

    /// Whether names must differ by more than case, as those of files and of types.
    private let ignoresCase: Bool
    /// The claims that have a name.
    private var holders: [String: [Holder]] = [:]

    private struct Holder {
        /// -1 for what stood in the scope before.
        var index: Int
        var name: String
        var labels: CallLabels?

        /// Whether another method can have the name as well.
        func allows(_ name: String, _ labels: CallLabels?) -> Bool {
            guard name == self.name, let own = self.labels, let labels else { return false }
            return own.isDistinct(from: labels)
        }
    }

    init(ignoresCase: Bool = false, taken: [String] = []) {
        self.ignoresCase = ignoresCase
        for name in taken { _ = assign(name, for: -1, nil) }
    }

    mutating func resolve(_ claims: [Claim]) -> Resolution {
        var result = Resolution(names: [String](repeating: "", count: claims.count))
        var open: [Int] = []
        for (index, claim) in claims.enumerated() {
            guard let pinned = claim.pinned else { continue }
            result.names[index] = pinned
            if !assign(pinned, for: index, claim.labels) { result.clashes.append(index) }
        }
        for (index, claim) in claims.enumerated() where claim.pinned == nil {
            if let recorded = claim.recorded, assign(recorded, for: index, claim.labels) {
                result.names[index] = recorded
            } else {
                open.append(index)
            }
        }
        open.sort { (claims[$0].rank, claims[$0].turn, $0) < (claims[$1].rank, claims[$1].turn, $1) }
        var unnamed: [Int] = []
        for index in open {
            if let name = free(claims[index], index, &result) {
                result.names[index] = name
            } else if claims[index].keys != nil {
                unnamed.append(index)
            } else {
                result.names[index] = hashed(claims[index], index)
            }
        }
        for index in unnamed { result.names[index] = numbered(claims[index], index) }
        return result
    }

    /// The names of claims without pins, as identifiers.
    mutating func identifiers(_ claims: [Claim]) -> [Identifier] {
        resolve(claims).names.map { Identifier(sanitizing: $0) }
    }

    private mutating func free(_ claim: Claim, _ index: Int, _ result: inout Resolution) -> String? {
        for (position, candidate) in claim.candidates.enumerated() {
            if assign(candidate, for: index, claim.labels) { return candidate }
            result.contested.insert(index)
            let others = (holders[key(candidate)] ?? []).map(\.index).filter { $0 >= 0 }
            result.contested.formUnion(others)
            if position == 0, let holder = others.first {
                result.collisions.append(Collision(claim: index, holder: holder))
            }
        }
        return nil
    }

    /// For example: `fooBar2`.
    private mutating func numbered(_ claim: Claim, _ index: Int) -> String {
        let stem = claim.candidates[0] + (claim.candidates[0].utf8.last.map(isDigit) == true ? "_" : "")
        var number = 2
        while !assign("\(stem)\(number)", for: index, nil) { number += 1 }
        return "\(stem)\(number)"
    }

    private mutating func hashed(_ claim: Claim, _ index: Int) -> String {
        var length = 4
        var wireName = claim.wireName()
        while true {
            let name = claim.candidates[0] + "_" + stableHash(wireName, length: length)
            if assign(name, for: index, nil) { return name }
            if length < 12 { length += 2 } else { wireName += "'" }
        }
    }

    private func key(_ name: String) -> String { ignoresCase ? name.lowercased() : name }

    private mutating func assign(_ name: String, for index: Int, _ labels: CallLabels?) -> Bool {
        let key = key(name)
        guard holders[key]?.allSatisfy({ $0.allows(name, labels) }) ?? true else { return false }
        holders[key, default: []].append(Holder(index: index, name: name, labels: labels))
        return true
    }
}

/// The labels that calls of a method have.
struct CallLabels: Hashable {
    /// Those that every call has. It may lack some.
    var required: Set<String> = []
    /// Those that a call may have, and perhaps more.
    var all: Set<String> = []

    /// Whether no call can be meant for both.
    func isDistinct(from other: Self) -> Bool {
        !required.isSubset(of: other.all) || !other.required.isSubset(of: all)
    }
}
