import ClientModel
import Diagnostics
import OpenAPI

extension Lowerer {
    /// The type that the configuration gives a schema.
    func configuredType(_ id: SchemaID) -> TypeReference? {
        configuredTypes.isEmpty ? nil : configuredTypes[document[id].pointer]
    }

    /// The same for a schema where it is used: a component stays a declaration, and a schema that only wraps another may be configured
    /// itself or by what it wraps.
    func configuredUse(_ id: SchemaID) -> TypeReference? {
        var id = id
        for _ in 0..<100 {
            if isComponent(id) { return nil }
            if let type = configuredType(id) { return type }
            guard let inner = index.wrapped(id) else { return nil }
            id = inner
        }
        return nil
    }
}

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
