import ClientModel

extension OperationScope {
    /// The method's doc comment: summary, description, request line, parameters, result and errors.
    var documentation: Code {
        var documentation = operation.documentation
        documentation.isDeprecated = false
        var paragraphs = DocComment.paragraphs(documentation)
        paragraphs.append("`\(operation.method) \(operation.path.text)`")
        let comment = DocComment.lines(paragraphs)
        let items = parameterItems + resultItems
        return items.isEmpty ? comment : "\(comment)\n///\n\(DocComment.comment(items))"
    }

    private var parameterItems: [String] {
        var items: [(name: String, text: String)] = []
        if let body = operation.body {
            items.append((body.name.text, sentence(body.documentation) ?? "The request's body."))
        }
        for parameter in operation.parameters {
            items.append(
                (
                    parameter.name.text,
                    sentence(parameter.documentation) ?? "The \(parameter.location.words) `\(parameter.wireName)`."
                ))
        }
        if items.isEmpty { return [] }
        if items.count == 1 { return DocComment.item("Parameter \(items[0].name)", items[0].text) }
        return ["- Parameters:"] + items.flatMap { DocComment.item($0.name, $0.text).map { "  " + $0 } }
    }

    private func sentence(_ documentation: Documentation) -> String? {
        let text = DocComment.paragraphs(documentation).joined(separator: "\n\n")
        return text.isEmpty ? nil : text
    }

    private var resultItems: [String] {
        var items: [String] = []
        let successes = operation.responses.filter { response in
            response.branches.contains { if case .output = $0.meaning { true } else { false } }
        }
        if output.text != "Void", let success = successes.first, !DocComment.trimmed(success.description).isEmpty {
            items += DocComment.item("Returns", success.description)
        }
        let failures = operation.responses.filter { response in
            response.branches.contains { if case .failure = $0.meaning { true } else { false } }
        }
        let statuses = failures.map(\.status.words)
        let documented = statuses.isEmpty ? "." : ", `documented` for \(statuses.formattedList)."
        items += DocComment.item("Throws", "`ClientError`" + documented)
        return items
    }
}

extension [String] {
    /// For example: `400, 403 or 500`.
    var formattedList: String {
        guard let last else { return "" }
        return count == 1 ? last : dropLast().joined(separator: ", ") + " or " + last
    }
}

extension StatusPattern {
    /// For example: `404`, `any 4XX`, `any other status`.
    var words: String {
        switch self {
        case .code(let code): String(code)
        case .range(let hundreds): "any \(hundreds)XX"
        case .default: "any other status"
        }
    }
}

extension ParameterLocation {
    var words: String {
        switch self {
        case .path: "path parameter"
        case .query: "query parameter"
        case .header: "header"
        case .cookie: "cookie"
        case .querystring: "query string"
        }
    }
}
