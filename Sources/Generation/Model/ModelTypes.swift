import ClientModel

extension TypeDeclaration {
    var json: ModelValue {
        .object([
            ("id", .number(id.index)), ("name", .text(name.text)), ("fileName", .name(fileName, unlike: name)),
            ("testName", .text(testName.text)), ("unknownTestName", .optional(unknownTestName?.text)),
            ("scope", scope.json), ("wireName", .text(wireName)),
            ("pointer", .text(pointer)),
            ("stablePointer", .optional(stablePointer == pointer ? nil : stablePointer)),
            ("documentation", documentation.json), ("shape", shape.json), ("usage", .texts(usage.names)),
            ("samples", .texts(samples)),
        ])
    }
}

extension TypeDeclaration.Scope {
    var json: ModelValue {
        switch self {
        case .service: .text("service")
        case .type(let id): .object([("type", .number(id.index))])
        case .group(let index): .object([("group", .number(index))])
        }
    }
}

extension TypeDeclaration.Usage {
    var names: [String] { (contains(.request) ? ["request"] : []) + (contains(.response) ? ["response"] : []) }
}

extension TypeDeclaration.Shape {
    var json: ModelValue {
        switch self {
        case .structure(let structure):
            .object([
                (
                    "structure",
                    .object([
                        ("properties", .list(structure.properties.map(\.json))),
                        ("additionalProperties", structure.additionalProperties?.json),
                        (
                            "additionalName",
                            structure.additionalProperties.map { _ in .text(structure.additionalName.text) }
                        ),
                        ("explicitNulls", .optional(structure.explicitNulls?.text)),
                    ])
                )
            ])
        case .enumeration(let enumeration): .object([("enumeration", enumeration.json)])
        case .union(let union): .object([("union", union.json)])
        case .alias(let type): .object([("alias", type.json)])
        }
    }
}

extension Property {
    var json: ModelValue {
        .object([
            ("name", .text(name.text)), ("wireName", .text(wireName)), ("type", type.json),
            ("presence", .text("\(presence)")), ("isIndirect", .isTrue(isIndirect)),
            ("storage", .optional(storage?.text)), ("isReadOnly", .isTrue(isReadOnly)),
            ("isWriteOnly", .isTrue(isWriteOnly)), ("isSecret", .isTrue(isSecret)),
            ("defaultValue", .optional(defaultValue)), ("constant", constant?.json),
            ("documentation", documentation.json),
        ])
    }
}

extension Enumeration {
    var json: ModelValue {
        .object([
            ("rawType", .text("\(rawType)")), ("allowsOthers", .isTrue(allowsOthers)),
            (
                "cases",
                .list(
                    cases.map {
                        .object([
                            ("name", .text($0.name.text)), ("value", $0.value.json),
                            ("documentation", $0.documentation.json),
                        ])
                    })
            ),
        ])
    }
}

extension Enumeration.Value {
    /// Always a text, so that no number loses digits.
    var json: ModelValue {
        switch self {
        case .string(let text), .number(let text): .text(text)
        case .integer(let number): .text(String(number))
        case .unsigned(let number): .text(String(number))
        case .boolean(let flag): .text(flag ? "true" : "false")
        }
    }
}

extension Union {
    var json: ModelValue {
        .object([
            (
                "cases",
                .list(
                    cases.map {
                        .object([
                            ("name", .text($0.name.text)), ("type", $0.type.json),
                            ("isIndirect", .isTrue($0.isIndirect)),
                            ("kind", .text($0.signature.kind.rawValue)), ("required", .texts($0.signature.required)),
                            ("known", .texts($0.signature.known)), ("pointers", .texts($0.pointers)),
                            ("documentation", $0.documentation.json),
                        ])
                    })
            ), ("selection", selection.json), ("unrecognized", .text(unrecognized.text)),
            ("fallback", fallback.map { .number($0) }),
        ])
    }
}

extension Union.Selection {
    var json: ModelValue {
        switch self {
        case .shape: .text("shape")
        case .discriminator(let property, let mapping):
            .object([
                (
                    "discriminator",
                    .object([
                        ("property", .text(property)),
                        ("mapping", .object(mapping.map { ($0.value, .number($0.case)) })),
                    ])
                )
            ])
        }
    }
}
