/// A text that equals another of the same bytes only. Swift's strings are equal too where their letters are composed differently.
struct ExactText: Hashable {
    var text: String

    init(_ text: String) { self.text = text }

    static func == (left: Self, right: Self) -> Bool { left.text.utf8.elementsEqual(right.text.utf8) }

    func hash(into hasher: inout Hasher) { hasher.combine(text) }
}
