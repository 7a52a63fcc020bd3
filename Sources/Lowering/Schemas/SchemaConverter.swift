import ClientModel
import Diagnostics
import OpenAPI

/// Makes declarations of schemas.
///
/// Component schemas get their ``TypeID`` before any is looked into, so recursion needs no care; they are lowered from
/// a work list when something refers to them. A schema leads to its inline types, these to their members, and members to schemas, so that all of
/// this is one value.
struct SchemaConverter {
    var lookup: SchemaLookup
    var naming: Naming
    /// How much may still be written.
    var budget: OutputBudget
    var declarations = Declarations()
    var components = ComponentTable()
    var inline: InlineTypes
    var unions = UnionKnowledge()

    init(_ document: Document, _ options: LoweringOptions) {
        var findings = Findings()
        naming = Naming(document, options, &findings)
        lookup = SchemaLookup(SchemaFacts(document, options), findings)
        budget = OutputBudget(options.limits)
        inline = InlineTypes(schemas: document.schemas.count)
    }

    var facts: SchemaFacts { lookup.facts }

    mutating func mergedSchema(of conjunction: Conjunction) -> MergedSchema { lookup.mergedSchema(of: conjunction) }

    mutating func report(_ diagnostic: Diagnostic) { lookup.findings.report(diagnostic) }

    mutating func pinned(_ pointer: String, _ role: Role) -> String? {
        naming.pinned(pointer, role, &lookup.findings)
    }

    mutating func assignNames(
        _ claims: [NameScope.Claim], as kind: NameRecord.Kind? = nil, in scope: NameScope, pointers: [String?]
    ) -> [String] {
        naming.assign(claims, as: kind, in: scope, pointers: pointers, &lookup.findings)
    }

    /// Gives a declaration its shape.
    mutating func complete(_ type: TypeID, as shape: TypeDeclaration.Shape) {
        declarations[type].shape = shape
        budget.charge(declarations[type])
    }
}

/// What is known of the branches of unions.
struct UnionKnowledge {
    var scalars = ScalarKinds()
    var shapes = BranchShapes()
    var repeated = RepeatedBranches()
    /// Branches that no value distinguishes.
    var ambiguities: [Ambiguity] = []
}
