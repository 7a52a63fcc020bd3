/// A limit on values that no Swift type expresses: documented, never enforced (JSON Schema Validation, section 6).
///
/// For example: `maxLength`, `25`.
public struct Bound: Hashable, Codable, Sendable {
    /// A keyword that restricts values without deciding their type (JSON Schema Validation, section 6).
    public enum Keyword: String, Hashable, Codable, Sendable, CaseIterable {
        /// Spelled as in JSON Schema 2020-12; a 3.0 `exclusiveMinimum: true` is lowered to `exclusiveMinimum`.
        case minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf, minLength, maxLength, pattern, minItems,
            maxItems, uniqueItems, minProperties, maxProperties, format
    }

    /// The keyword whose value it is.
    public var keyword: Keyword
    /// As the document spells it; `true` for `uniqueItems`.
    public var value: String

    /// The value as the document spells it, so that no digit is lost.
    public init(_ keyword: Keyword, _ value: String) {
        self.keyword = keyword
        self.value = value
    }
}
