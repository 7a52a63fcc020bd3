/// Why a set of templates cannot be used.
public struct TemplateError: Error, Hashable, Sendable {
    /// The template's path. For example: `swift/structure.mustache`.
    public var template: String
    /// 1-based.
    public var line: Int
    /// What is wrong with the line, without a full stop.
    public var message: String
    /// What the author of the template can do; `nil` if the message says it all.
    public var hint: String?

    /// Creates an error about one line of a template.
    public init(template: String, line: Int, message: String, hint: String? = nil) {
        self.template = template
        self.line = line
        self.message = message
        self.hint = hint
    }
}
