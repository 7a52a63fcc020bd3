/// Names in the order they came, each once, and their positions. A short list is looked through: most objects have few members.
struct NameTable {
    private static let scanned = 12

    private(set) var names: [String] = []
    private var positions: [String: Int] = [:]

    func position(of name: String) -> Int? {
        names.count > Self.scanned ? positions[name] : names.firstIndex(of: name)
    }

    /// - Returns: The position of a name that is there already, else `nil`.
    mutating func insert(_ name: String) -> Int? {
        if let position = position(of: name) { return position }
        names.append(name)
        if names.count == Self.scanned + 1 {
            positions = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
        } else if names.count > Self.scanned {
            positions[name] = names.count - 1
        }
        return nil
    }
}
