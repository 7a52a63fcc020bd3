import Diagnostics
import YAML

/// Reads the objects of a document.
///
/// Each object's file extends it with the method that reads that object. A method that returns `nil` has reported why. What needs no
/// object to be read is a value with a state of its own, and knows no reader.
final class Reader {
    var findings = Findings()
    var references: References
    var arena = SchemaArena()
    var memos = Memos()
    var componentNames = ComponentNames()
    var securitySchemes = SecuritySchemes()
    /// 2.0's `consumes` and `produces` of the whole document.
    var swaggerDefaults = SwaggerDefaults()

    init(loader: @escaping Loader) { references = References(files: Files(loader: loader)) }

    func report(
        _ severity: Diagnostic.Severity, _ kind: Diagnostic.Kind, _ message: String, at place: Place,
        notes: [Diagnostic.Note] = [], hint: String? = nil
    ) {
        findings.report(severity, kind, message, at: place, notes: notes, hint: hint)
    }

    func hint(for name: String, among names: some Collection<String>) -> String? {
        findings.hints.hint(for: name, among: names)
    }

    /// The version whose rules the root document follows.
    var family: Version.Family { references.files.family }

    /// The version whose rules the file of a node follows.
    func family(of located: Located) -> Version.Family { references.files.family(of: located) }

    // MARK: References

    func resolve(_ text: String, in scope: ScopeID) -> Resolution {
        references.resolve(text, in: scope, &findings)
    }

    func follow(_ start: Located, _ kind: ComponentKind, otherwise consequence: @autoclosure () -> String) -> Followed?
    {
        references.follow(start, kind, otherwise: consequence(), &findings)
    }

    /// The schema that is used at a place: itself, or what its references lead to.
    ///
    /// - Parameter holder: what is left out with it where it is out of reach. For example: `the property 'a'`.
    func schema(_ located: Located, leavingOut holder: @autoclosure () -> String) -> SchemaID? {
        arena.schema(located, leavingOut: holder(), &references, &findings)
    }

    /// What stands at a pointer: read now, or what it became the first time. `nil` also where it is inside itself.
    func once<Value>(
        _ memo: WritableKeyPath<Memos, Memo<Value>>, _ located: Located, _ what: String, _ read: () -> Value?
    ) -> Value? {
        switch memos[keyPath: memo].begin(at: located.pointer) {
        case .done(let value): return value
        case .inProgress:
            report(
                .leftOut, .circularReference, "\(what) contains itself; the inner one is skipped", at: located.place)
            return nil
        case nil:
            let value = read()
            memos[keyPath: memo].finish(value, at: located.pointer)
            return value
        }
    }
}
