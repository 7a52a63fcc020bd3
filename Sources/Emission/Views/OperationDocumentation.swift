import ClientModel
import Diagnostics

extension OperationScope {
    /// The method's doc comment: summary, description, request line, parameters, result and errors.
    var documentation: Code {
        var documentation = operation.documentation
        documentation.isDeprecated = false
        documentation.facts = []
        var paragraphs = DocComment.paragraphs(documentation)
        paragraphs.append("`\(operation.requestLine)`")
        paragraphs += operation.documentation.facts
        if let headers = headerSentence { paragraphs.append(headers) }
        let comment = DocComment.lines(paragraphs)
        let parameters = parameterList(operation.arguments.map(item))
        let blocks = [exampleLines, parameters + resultItems].filter { !$0.isEmpty }
        return blocks.reduce(comment) { "\($0)\n///\n\(DocComment.comment($1))" }
    }

    /// The lines about parameters, all of which are documented or none.
    func parameterList(_ items: [(name: String, text: String)]) -> [String] {
        if items.isEmpty { return [] }
        if items.count == 1 { return DocComment.item("Parameter \(items[0].name)", items[0].text) }
        return ["- Parameters:"] + items.flatMap { DocComment.item($0.name, $0.text).map { "  " + $0 } }
    }

    func item(_ argument: Operation.Argument) -> (name: String, text: String) {
        switch argument {
        case .body(let body):
            let isPlain = body.choice == nil && body.contents.first?.mediaType == .json
            let types = isPlain ? [] : body.contents.map { "`\($0.mediaType.text)`" }
            let standard = "The request's body\(types.isEmpty ? "" : ", " + types.formattedList)."
            return (body.name.text, sentence(body.documentation) ?? standard)
        case .parameter(let parameter):
            let standard = "The \(parameter.location.words) `\(parameter.wireName)`."
            return (parameter.name.text, sentence(parameter.documentation) ?? standard)
        case .server(let name):
            let url = operation.servers.first?.url ?? ""
            return (name.text, "The server of the operation. Defaults to `\(url)`.")
        }
    }

    /// For example: ``Documented headers: `xRateLimit`; see ``ResponseHeaders``.``
    private var headerSentence: String? {
        let names = operation.responses.flatMap(\.headers).map { "`\($0.name)`" }
        let distinct = names.distinct
        if distinct.isEmpty { return nil }
        return "Documented headers, see ``ResponseHeaders``: \(distinct.joined(separator: ", "))."
    }

    private func sentence(_ documentation: Documentation) -> String? {
        let text = DocComment.paragraphs(documentation).joined(separator: "\n\n")
        return text.isEmpty ? nil : text
    }

    /// The media types of what is returned, where it is not JSON. For example: ``(`application/pdf`)``.
    private var returnedType: String {
        guard case .single(let content) = operation.output, content.mediaType.kind != .json else { return "" }
        return "(\(operation.outputTypes.map { "`\($0)`" }.formattedList))"
    }

    private var resultItems: [String] {
        var items: [String] = []
        if !operation.returnsNothing, let success = operation.responses.first(where: \.isOutput) {
            let text = [DocComment.documentText(success.description), returnedType].filter { !$0.isEmpty }
            if !text.isEmpty { items += DocComment.item("Returns", text.joined(separator: " ")) }
        }
        items += DocComment.item("Throws", thrown)
        return items
    }

    /// For example: `` `ClientError`, `documented` for 400 or 500, `documentedStatus` for 404. ``
    private var thrown: String {
        let failures = operation.responses.filter { response in
            response.branches.contains { if case .failure = $0.meaning { true } else { false } }
        }
        let bare = operation.responses.filter(\.isDocumentedStatus)
        let parts = [("documented", failures), ("documentedStatus", bare)].compactMap { name, responses in
            responses.isEmpty ? nil : "`\(name)` for \(responses.map(\.status.words).formattedList)"
        }
        return (["`ClientError`"] + parts).joined(separator: ", ") + "."
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
