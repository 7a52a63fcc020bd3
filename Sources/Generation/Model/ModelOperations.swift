import ClientModel

extension OperationGroup {
    var json: ModelValue {
        .object([
            ("name", .text(name.text)), ("typeName", .text(typeName.text)),
            ("fileName", .name(fileName, unlike: typeName)),
            ("tag", .optional(tag)), ("key", key == tag ?? "" ? nil : .text(key)),
            ("parent", parent.map { .number($0) }),
            ("documentation", documentation.json), ("operations", .list(operations.map(\.json))),
        ])
    }
}

extension Operation {
    var json: ModelValue {
        .object([
            ("name", .text(name.text)), ("typeName", .text(typeName.text)), ("id", .text(id)),
            ("method", .text(method)),
            ("path", .text(path.text)), ("documentation", documentation.json),
            ("parameters", .list(parameters.map(\.json))), ("body", body?.json),
            ("responses", .list(responses.map(\.json))),
            ("output", output.json), ("failure", failure.json), ("security", .list(security.map(\.json))),
            ("servers", servers.isEmpty ? nil : .list(servers.map(\.json))),
            ("serverArgument", .optional(serverArgument?.text)),
            ("parametersType", .optional(parametersType?.text)),
            ("serverField", .optional(serverField?.text)), ("variant", .optional(variant)), ("pointer", .text(pointer)),
        ])
    }
}

extension SecurityRequirement {
    var json: ModelValue {
        .object(schemes.map { ($0.wireName, .list($0.scopes.map { .text($0) })) })
    }
}

extension Parameter {
    var json: ModelValue {
        .object([
            ("name", .text(name.text)), ("fieldName", .name(fieldName, unlike: name)), ("wireName", .text(wireName)),
            ("location", .text(location.rawValue)),
            ("type", type.json), ("isRequired", .flag(isRequired)), ("encoding", encoding.json),
            ("members", members.isEmpty ? nil : .list(members.map(\.json))), ("isSecret", .isTrue(isSecret)),
            ("defaultValue", .optional(defaultValue)), ("documentation", documentation.json),
        ])
    }
}

extension Parameter.Encoding {
    var json: ModelValue {
        switch self {
        case .style(let style, let explode, let allowReserved):
            .object([
                ("style", .text(style.rawValue)), ("explode", .flag(explode)),
                ("allowReserved", .isTrue(allowReserved)),
            ])
        case .content(let type): .object([("content", .text(type.text)), ("kind", .text(type.kind.rawValue))])
        }
    }
}

extension Content {
    var json: ModelValue {
        .object([
            ("mediaType", .text(mediaType.text)), ("kind", .text(mediaType.kind.rawValue)), ("type", type.json),
            ("encodings", encodings.isEmpty ? nil : .list(encodings.map(\.json))),
            ("prefixEncodings", prefixEncodings.isEmpty ? nil : .list(prefixEncodings.map(\.json))),
            ("itemEncoding", itemEncoding?.json), ("isWholeEvent", .isTrue(isWholeEvent)),
        ])
    }
}

extension Content.PropertyEncoding {
    var json: ModelValue {
        .object([
            ("wireName", .text(wireName)), ("contentType", .optional(contentType)),
            ("style", .optional(style?.rawValue)), ("explode", explode.map { .flag($0) }),
            ("allowReserved", .isTrue(allowReserved)),
        ])
    }
}

extension Header {
    var json: ModelValue {
        .object([
            ("name", .text(name.text)), ("wireName", .text(wireName)), ("type", type.json),
            ("encoding", encoding.json), ("isRequired", .flag(isRequired)), ("documentation", documentation.json),
        ])
    }
}

extension Header.Encoding {
    fileprivate var json: ModelValue {
        switch self {
        case .simple(let explode): .object([("explode", .flag(explode))])
        case .json: .text("json")
        }
    }
}

extension RequestBody {
    var json: ModelValue {
        .object([
            ("name", .text(name.text)), ("fieldName", .name(fieldName, unlike: name)),
            ("isRequired", .flag(isRequired)),
            ("contents", .list(contents.map(\.json))),
            (
                "choice",
                choice.map {
                    .object([("typeName", .text($0.typeName.text)), ("caseNames", .texts($0.caseNames.map(\.text)))])
                }
            ),
            ("documentation", documentation.json),
        ])
    }
}

extension Response {
    var json: ModelValue {
        .object([
            ("status", .text(status.key)), ("description", .text(description)),
            ("contents", .list(contents.map(\.json))),
            ("headers", headers.isEmpty ? nil : .list(headers.map(\.json))),
            (
                "branches",
                .list(
                    branches.map {
                        .object([("mediaType", .optional($0.content?.mediaType.text)), ("meaning", $0.meaning.json)])
                    })
            ),
            ("isNegotiated", .isTrue(isNegotiated)),
        ])
    }
}

extension Response.Meaning {
    var json: ModelValue {
        switch self {
        case .output(let index): index.map { .object([("output", .number($0))]) } ?? .text("output")
        case .failure(let index): index.map { .object([("failure", .number($0))]) } ?? .text("failure")
        case .unmodelled: .text("unmodelled")
        }
    }
}

extension StatusPattern {
    /// As a document spells it.
    var key: String {
        switch self {
        case .code(let code): String(code)
        case .range(let hundreds): "\(hundreds)XX"
        case .default: "default"
        }
    }
}

extension Operation.Output {
    var json: ModelValue {
        switch self {
        case .none: .text("none")
        case .single(let content): .object([("single", content.json)])
        case .several(let name, let cases):
            .object([("several", .object([("typeName", .text(name.text)), ("cases", cases.json)]))])
        }
    }
}

extension Operation.Failure {
    var json: ModelValue {
        switch self {
        case .none: .text("none")
        case .single(let content): .object([("single", content.json)])
        case .several(let name, let cases):
            .object([("several", .object([("typeName", .text(name.text)), ("cases", cases.json)]))])
        }
    }
}

extension [Operation.OutcomeCase] {
    fileprivate var json: ModelValue {
        .list(map { .object([("name", .text($0.name.text)), ("content", $0.content?.json)]) })
    }
}
