import YAML

/// Comparisons (RFC 9535, section 2.3.5.2.2).
extension JSONPath.Comparison {
    /// - Parameters: two values, of which `nil` is nothing.
    func holds(_ left: Node.Value?, _ right: Node.Value?) -> Bool {
        switch self {
        case .equal: Self.areEqual(left, right)
        case .unequal: !Self.areEqual(left, right)
        case .less: Self.isLess(left, right)
        case .greater: Self.isLess(right, left)
        case .lessOrEqual: Self.isLess(left, right) || Self.areEqual(left, right)
        case .greaterOrEqual: Self.isLess(right, left) || Self.areEqual(left, right)
        }
    }

    private static func areEqual(_ left: Node.Value?, _ right: Node.Value?) -> Bool {
        switch (left, right) {
        case (nil, nil), (.null?, .null?): true
        case (.boolean(let left)?, .boolean(let right)?): left == right
        case (.number(let left)?, .number(let right)?): left == right || order(left, right) == 0
        case (.string(let left)?, .string(let right)?): left.utf8.elementsEqual(right.utf8)
        case (.sequence(let left)?, .sequence(let right)?):
            left.count == right.count && zip(left, right).allSatisfy { areEqual($0.value, $1.value) }
        case (.mapping(let left)?, .mapping(let right)?):
            left.entries.count == right.entries.count
                && left.entries.allSatisfy { entry in
                    right[entry.key].map { areEqual(entry.value.value, $0.value) } ?? false
                }
        default: false
        }
    }

    private static func isLess(_ left: Node.Value?, _ right: Node.Value?) -> Bool {
        switch (left, right) {
        case (.number(let left)?, .number(let right)?): order(left, right) < 0
        // The order of UTF-8 bytes is that of Unicode scalars.
        case (.string(let left)?, .string(let right)?): left.utf8.lexicographicallyPrecedes(right.utf8)
        default: false
        }
    }

    /// Less than, equal to or greater than zero. Integers are compared exactly as far as they fit, everything else as `Double`.
    private static func order(_ left: String, _ right: String) -> Int {
        if let left = Int64(left), let right = Int64(right) { return left < right ? -1 : left == right ? 0 : 1 }
        guard let left = Double(left), let right = Double(right) else { return 1 }
        return left < right ? -1 : left == right ? 0 : 1
    }
}
