import ClientModel
import Diagnostics

extension ClientScope {
    /// One of the pages of a group. The first lists the methods of all.
    func groupPage(_ index: Int, page: Int) -> View {
        let group = api.groups[index]
        let own = group.operations(ofPage: page)
        return View(
            .groupPage,
            [
                "module": .markdown("\(plain: api.name.text)"),
                "name": .markdown("\(plain: group.typeName.text)"),
                "property": .markdown("\(code: instanceName.text + "." + propertyPath(ofGroup: index))"),
                "description": .markdown(
                    "\(block: DocComment.paragraphs(group.documentation).joined(separator: "\n\n"))"),
                "servers": rows(api.servers.map(serverRow)),
                "rows": rows((page == 0 ? group.operations.indices : own).map { methodRow($0, of: group, from: page) }),
                "operations": .views(
                    group.operations[own].map { OperationPage(OperationScope($0, group: index, in: self)).view }),
            ])
    }

    /// For example: `chat.completions`.
    func propertyPath(ofGroup index: Int) -> String { api.path(ofGroup: index).map(\.text).joined(separator: ".") }

    func rows(_ rows: [Markdown]) -> View.Value { .views(rows.map { View(.pageRow, ["row": .markdown($0)]) }) }
}

extension OperationGroup {
    /// How many operations stand on one page: hosts do not render files of more than 512 KB, and an operation takes up to 5 KB.
    private static let operationsOnPage = 100

    var pageCount: Int { max(1, (operations.count + Self.operationsOnPage - 1) / Self.operationsOnPage) }

    func page(ofOperation index: Int) -> Int { index / Self.operationsOnPage }

    func operations(ofPage page: Int) -> Range<Int> {
        (page * Self.operationsOnPage..<(page + 1) * Self.operationsOnPage).clamped(to: operations.indices)
    }

    /// For example: `TokensAPI.md`, and `TokensAPI-2.md` for its second page.
    func fileName(ofPage page: Int) -> String { fileName.text + (page == 0 ? "" : "-\(page + 1)") + ".md" }
}

/// One operation on its tag's page.
struct OperationPage {
    let scope: OperationScope

    init(_ scope: OperationScope) { self.scope = scope }

    private var operation: Operation { scope.operation }
    private var client: ClientScope { scope.client }

    var view: View {
        let documentation = operation.documentation
        return View(
            .pageOperation,
            [
                "name": .markdown("\(plain: operation.name.text)"),
                "isDeprecated": .flag(documentation.isDeprecated),
                "signature": .markdown(Markdown(encoded: laidOut(scope.signatures.text))),
                "requestLine": .markdown("**\(plain: operation.method)** \(code: operation.path.text)"),
                "summary": documentation.summary.map { .markdown("\(cell: $0)") },
                "description": .markdown("\(block: documentation.description ?? "")"),
                "link": documentation.externalDocumentation.map { .markdown("See \(plain: $0.url)") },
                "example": .markdown(Markdown(encoded: example)),
                "hasParameters": .flag(!parameterRows.isEmpty),
                "parameters": client.rows(parameterRows),
                "returns": .markdown("\(code: outputName)"),
                "throws": .markdown("\(code: "ClientError<" + failureName + ">")"),
                "authorization": client.rows(authorization),
                "contentType": .markdown(mediaTypes(operation.body?.contents ?? [], none: "not defined")),
                "accept": .markdown(mediaTypes(operation.responses.flatMap(\.contents), none: "not defined")),
                "responses": client.rows(operation.responses.map(responseRow)),
            ])
    }

    private var outputName: String {
        switch operation.output {
        case .none: "Void"
        case .single(let content): name(content, isOutput: true)
        case .several(let name, _): client.speller.spellFully(name, inGroup: scope.group).text
        }
    }

    private var failureName: String {
        switch operation.failure {
        case .none: "Never"
        case .single(let content): name(content, isOutput: false)
        case .several(let name, _): client.speller.spellFully(name, inGroup: scope.group).text
        }
    }

    private func name(_ content: Content, isOutput: Bool) -> String {
        content.receivedType(inOutput: isOutput) { client.speller.spellFully($0) }.text
    }

    private func sentName(_ content: Content) -> String { content.sentType { client.speller.spellFully($0) }.text }

    // MARK: Tables

    private var parameterRows: [Markdown] {
        operation.arguments.map { argument in
            switch argument {
            case .body(let body):
                let type = body.choice.map { client.speller.spellFully($0.typeName, inGroup: scope.group).text }
                let shown = type ?? body.contents.first.map(sentName) ?? "Never"
                return row(
                    body.name.text, shown, "body", body.documentation, isRequired: body.isRequired, defaultValue: nil)
            case .parameter(let parameter):
                return row(
                    parameter.name.text, client.speller.spellFully(parameter.type).text,
                    "\(parameter.location.words) `\(parameter.wireName)`", parameter.documentation,
                    isRequired: parameter.isRequired, defaultValue: parameter.defaultValue)
            case .server(let name):
                let urls = operation.servers.map { "`.\($0.name)`: `\($0.url)`" }.joined(separator: ", ")
                return row(
                    name.text, "ServerURL<\(client.api.name)>", "base URI", Documentation(description: urls),
                    isRequired: false, defaultValue: nil)
            }
        }
    }

    private func row(
        _ name: String, _ type: String, _ location: String, _ documentation: Documentation, isRequired: Bool,
        defaultValue: String?
    ) -> Markdown {
        let notes: Markdown = isRequired ? "required" : "optional"
        let standard: Markdown = defaultValue.map { ", defaults to \(code: $0)" } ?? ""
        let text = DocComment.paragraphs(documentation).joined(separator: " ")
        return "\(code: name) | \(code: type) | \(cell: location) | \(cell: text) | \(notes)\(standard)"
    }

    private var authorization: [Markdown] {
        operation.security.map { requirement in
            if requirement.schemes.isEmpty { return "none" }
            let parts = requirement.schemes.map { scheme -> String in
                let declared = client.api.securitySchemes.first { $0.wireName == scheme.wireName }
                let scopes = scheme.scopes.isEmpty ? "" : " (scopes: \(scheme.scopes.joined(separator: ", ")))"
                return (declared.map { "`\($0.name)`: \($0.words)" } ?? "`\(scheme.wireName)`") + scopes
            }
            return "\(cell: parts.joined(separator: " and "))"
        }
    }

    private func mediaTypes(_ contents: [Content], none: Markdown) -> Markdown {
        let texts = contents.mediaTypes
        if texts.isEmpty { return none }
        return Markdown(encoded: texts.map { ("\(code: $0)" as Markdown).text }.joined(separator: ", "))
    }

    private func responseRow(_ response: Response) -> Markdown {
        let names = response.contents.map { name($0, isOutput: response.isOutput) }
        let types = names.distinct
        let headers = response.headers.map { header -> String in
            let text = DocComment.paragraphs(header.documentation).joined(separator: " ")
            return
                "`\(header.wireName)`: \(client.speller.spellFully(header.type).text)\(text.isEmpty ? "" : ", \(text)")"
        }
        let type: Markdown = types.isEmpty ? "–" : "\(code: types.joined(separator: ", "))"
        let fields: Markdown = headers.isEmpty ? "–" : "\(cell: headers.joined(separator: "; "))"
        return "\(response.status.label) | \(cell: response.description) | \(type) | \(fields)"
    }

    // MARK: The example

    /// A program that makes the client, calls the operation and tells its outcomes apart.
    private var example: String {
        let call = scope.exampleCall
        let modules = call.modules.union(operation.returnsStream ? [.foundation] : [])
        var lines: [Code] = modules.contains(.foundation) ? ["import Foundation"] : []
        lines.append("import \(client.api.name)")
        lines += ["", client.construction, "", "do {", call.code]
        if operation.returnsStream {
            lines += ["do {", "try await result.write(to: URL(fileURLWithPath: \"download\"))"]
            lines += ["} catch {", "print(\"incomplete download: \\(error)\")", "}"]
        } else if !operation.returnsNothing {
            lines.append("print(result)")
        }
        if !operation.hasNoFailure {
            lines += ["} catch .documented(let failure, let response) {", "print(response.status, failure)"]
        }
        lines += ["} catch {", "print(error)", "}"]
        return laidOut(lines.map(\.text).joined(separator: "\n"))
    }
}

extension StatusPattern {
    fileprivate var label: Markdown {
        switch self {
        case .code(let code): "**\(code)**"
        case .range(let hundreds): "**\(hundreds)XX**"
        case .default: "**default**"
        }
    }
}
