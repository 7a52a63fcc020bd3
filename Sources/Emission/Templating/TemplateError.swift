/// Why a set of templates cannot be used.
public struct TemplateError: Error, Hashable, Sendable {
    /// The template's path. For example: `swift/structure.mustache`.
    public var template: String
    /// 1-based.
    public var line: Int
    public var message: String
    public var hint: String?

    public init(template: String, line: Int, message: String, hint: String? = nil) {
        self.template = template
        self.line = line
        self.message = message
        self.hint = hint
    }
}
