import ClientModel
import Diagnostics
import OpenAPI

/// Reports the types of the configuration whose pointers lead to no schema.
func reportUnused(_ types: [LoweringOptions.SchemaType], in document: Document, _ findings: inout Findings) {
    guard !types.isEmpty else { return }
    let pointers = Set(document.schemas.map(\.pointer))
    for type in types where !pointers.contains(type.pointer) {
        findings.report(
            Diagnostic(
                .leftOut, .unusedType, "\(quote(type.pointer)) is not a schema of the document", at: type.place,
                hint: "name the target schema: a `$ref` has the type of its target"))
    }
}
