import Diagnostics
import YAML

/// The state of one conversion: the files, what references lead to, the schemas, and everything found on the way.
///
/// Each object's file extends it with the method that reads that object. A method that returns `nil` has reported why.
final class Reader {
    var problems = Problems()
    let loader: Loader
    var files: [LoadedFile] = []
    var filesByPath: [String: Result<Int, LoadError>] = [:]
    var scopes: [Scope] = []
    /// By the pointer of the resource's root.
    var scopesByPointer: [String: ScopeID] = [:]
    /// Schemas with an `$id`, by pointer.
    var embedded: [String: Located] = [:]
    var resources = Resources()
    var version = Version(family: .v3_0, text: "")

    var resolutions: [ReferenceKey: Resolution] = [:]
    var nestedResolutions = 0
    var memos = Memos()
    var arena = SchemaArena()

    /// The first component declared for what stands at a pointer.
    var componentNames: [ComponentKind: [String: String]] = [:]
    var componentSchemaIDs: [ExactText: SchemaID] = [:]
    var componentSchemaNames: [String] = []
    var securitySchemeList: [SecurityScheme] = []
    var securitySchemes: Set<String> = []
    var lostSecuritySchemes: Set<String> = []
    var securitySchemeNames: [String] = []
    /// 2.0's `consumes` and `produces` of the whole document.
    var swaggerDefaults = SwaggerDefaults()
    private var keywordHints: [String: String?] = [:]
    private var remainingComparisons = 50_000

    init(loader: @escaping Loader) { self.loader = loader }

    func report(
        _ severity: Diagnostic.Severity, _ kind: Diagnostic.Kind, _ message: String, at place: Place,
        notes: [Diagnostic.Note] = [], hint: String? = nil
    ) {
        problems.add(Diagnostic(severity, kind, message, at: place, notes: notes, hint: hint))
    }

    /// A hint with the nearest of some names. Comparing names is slow, so a document with thousands of faults gets hints
    /// for the first ones only.
    func hint(for name: String, among names: some Collection<String>) -> String? {
        guard remainingComparisons >= names.count else { return nil }
        remainingComparisons -= names.count
        return nearest(to: name, among: names).map { "did you mean \(code($0))?" }
    }

    /// The same for a keyword of a schema; documents repeat theirs.
    func keywordHint(for name: String) -> String? {
        if let known = keywordHints[name] { return known }
        let hint = hint(for: name, among: SchemaKey.table.names)
        keywordHints[name] = .some(hint)
        return hint
    }

    /// The version whose rules the file of a node follows.
    func family(of located: Located) -> Version.Family {
        files[scopes[Int(located.scope)].file].family
    }
}
