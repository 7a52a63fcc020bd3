import ClientModel
import Diagnostics
import OpenAPI

/// The state of one lowering: declarations by schema, names by pointer, findings.
///
/// Component schemas get their ``TypeID`` before any is looked into, so recursion needs no care; they are lowered from
/// a work list when something refers to them.
struct Lowerer {
    let document: Document
    let options: LoweringOptions
    var findings = Findings()
    var naming: Naming
    var declarations = Declarations()
    let index: SchemaIndex
    /// The names of component schemas, by the index of the schema.
    let componentNames: [String?]
    /// Component schemas that have a declaration, lowered or pending.
    var componentTypes: [SchemaID: TypeID] = [:]
    var pendingComponents: [SchemaID] = []
    /// What inline schemas became.
    var inline: Memo<TypeReference>
    /// Inline schemas that have a declaration, which may be unfinished.
    var inlineTypes: Memo<TypeID>
    /// Inline schemas being lowered.
    var open: Memo<Void>
    var depth = 0
    /// Declarations that a reference reached before the location where they belong.
    var misplacedTypes: Set<TypeID> = []
    /// The declaration that the inline schemas of a schema's properties are nested in.
    var enclosingTypes: [SchemaID: TypeID] = [:]
    /// The component whose `allOf` an inline schema belongs to.
    let enclosingComponents: [SchemaID: SchemaID]
    let families: [SchemaID: Family]
    /// Branches that can't be told apart, by the union they are of.
    var ambiguities: [Ambiguity] = []
    let formats: [String: ScalarType]
    /// The types of the configuration, by the pointers of schemas.
    let configuredTypes: [String: TypeReference]
    /// `nil` takes the whole document.
    let selectedPart: SelectedPart?
    /// Component schemas that the selected part merges into others and never names.
    var unneeded: Set<SchemaID> = []
    /// The candidates of properties, many of which have the same name.
    var propertyNames: [String: [String]] = [:]
    /// What the inline types of a path's parameters are called after, by the path.
    var pathNames: [String: String] = [:]
    /// The JSON type of the branches of unions that are all scalars of one type.
    var scalarKinds: [SchemaID: BranchGroup.Kind] = [:]
    /// What values of the branches of unions look like, by schema and depth.
    var branchShapes: [ValueShapeKey: [ValueShape]] = [:]
    /// The numbers of the structures of inline branches, and of the schemas within them.
    var structures: [SchemaID: Int] = [:]
    var structureNumbers: [SchemaStructure: Int] = [:]
    /// What is left to be written.
    var budget: OutputBudget
    /// Schemas that were looked into.
    var visited: [Bool]

    init(_ document: Document, _ options: LoweringOptions) {
        self.document = document
        self.options = options
        naming = Naming(document, options, &findings)
        budget = OutputBudget(options.limits)
        index = SchemaIndex(document)
        var names = [String?](repeating: nil, count: document.schemas.count)
        for (name, id) in document.componentSchemas where names[id.index] == nil { names[id.index] = name }
        componentNames = names
        enclosingComponents = Self.enclosingComponents(document, names)
        families = Self.families(document, index, names)
        inline = Memo(schemas: names.count)
        inlineTypes = Memo(schemas: names.count)
        open = Memo(schemas: names.count)
        selectedPart = options.selection.map { SelectedPart($0) }
        visited = Array(repeating: false, count: document.schemas.count)
        formats = Dictionary(options.formats.map { ($0.format, $0.type) }) { first, _ in first }
        configuredTypes = Dictionary(options.types.map { ($0.pointer, $0.type) }) { first, _ in first }
    }

    /// The components of all inline schemas that are merged into one.
    private static func enclosingComponents(_ document: Document, _ names: [String?]) -> [SchemaID: SchemaID] {
        var enclosingComponents: [SchemaID: SchemaID] = [:]
        for (_, component) in document.componentSchemas {
            var open = document[component].allOf
            while let id = open.popLast() {
                guard names[id.index] == nil, enclosingComponents[id] == nil else { continue }
                enclosingComponents[id] = component
                open += document[id].allOf
            }
        }
        return enclosingComponents
    }

    mutating func report(_ diagnostic: Diagnostic) { findings.report(diagnostic) }

    mutating func append(_ draft: Draft) -> TypeID { declarations.append(draft) }

    mutating func pinned(_ pointer: String, _ role: Role) -> String? { naming.pinned(pointer, role, &findings) }

    mutating func assignNames(
        _ claims: [NameScope.Claim], as kind: NameRecord.Kind? = nil, in scope: NameScope, pointers: [String?]
    ) -> [String] {
        naming.assign(claims, as: kind, in: scope, pointers: pointers, &findings)
    }
}
