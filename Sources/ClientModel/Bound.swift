/// A limit on values that no Swift type expresses: documented, never enforced (JSON Schema Validation, section 6).
///
/// For example: `maxLength`, `25`.
public struct Bound: Hashable, Codable, Sendable {
    public enum Keyword: String, Hashable, Codable, Sendable, CaseIterable {
        case minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf, minLength, maxLength, pattern, minItems,
            maxItems, uniqueItems, minProperties, maxProperties, format
    }

    public var keyword: Keyword
    /// As the document spells it; `true` for `uniqueItems`.
    public var value: String

    public init(_ keyword: Keyword, _ value: String) {
        self.keyword = keyword
        self.value = value
    }
}
