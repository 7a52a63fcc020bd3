import ClientModel
import Diagnostics

extension PackageModel {
    var readmeView: View {
        View(
            .readmePage,
            [
                "packageName": .markdown("\(plain: name.text)"),
                "runtimeName": .markdown("\(code: runtimeName.text)"),
                "clients": .views(
                    clients.map { client in
                        View(
                            .readmeClient,
                            [
                                "module": .markdown("\(plain: client.name.text)"),
                                "title": .markdown("\(cell: client.info.title)"),
                                "version": .markdown("\(cell: client.info.version)"),
                                "page": .markdown("Documentation/\(plain: client.name.text)/README.md"),
                            ])
                    }),
            ])
    }
}

extension ClientScope {
    var servicePage: View {
        let info = api.info
        return View(
            .servicePage,
            [
                "module": .markdown("\(plain: api.name.text)"),
                "title": .markdown("\(plain: info.title)"),
                "version": .markdown("\(plain: info.version)"),
                "description": .markdown(
                    "\(block: [info.summary, info.description].compactMap { $0 }.joined(separator: "\n\n"))"),
                "links": .views(informationLinks.map { View(.pageRow, ["row": .markdown($0)]) }),
                "servers": .views(api.servers.map { View(.pageRow, ["row": .markdown(serverRow($0))]) }),
                "schemes": .views(api.securitySchemes.map { View(.pageRow, ["row": .markdown(schemeRow($0))]) }),
                "groups": .views(api.groups.enumerated().map { pageGroup($1, index: $0) }),
                "types": .views(
                    api.types.filter { $0.scope == .service }.map {
                        View(.pageRow, ["row": .markdown("\(code: $0.name.text) | \(code: $0.wireName)")])
                    }),
                "webhooks": rows(api.webhooks.map(webhookRow)),
                "hasWebhooks": .flag(!api.webhooks.isEmpty),
                "headers": rows(api.headers.map(headerRow)),
                "hasHeaders": .flag(!api.headers.isEmpty),
                "example": .markdown(Markdown(encoded: construction.text)),
            ])
    }

    private var informationLinks: [Markdown] {
        let info = api.info
        var links: [Markdown] = []
        if let terms = info.termsOfService { links.append("Terms of service: \(plain: terms)") }
        if let contact = info.contact {
            let parts = [contact.name, contact.email, contact.url].compactMap { $0 }
            links.append(
                "Contact: \(plain: parts.distinct.joined(separator: ", "))"
            )
        }
        if let license = info.license {
            links.append("License: \(plain: [license.name, license.url].compactMap { $0 }.joined(separator: ", "))")
        }
        if let link = info.externalDocumentation { links.append("See \(plain: link.url)") }
        return links
    }

    func serverRow(_ server: Server) -> Markdown {
        let text = DocComment.paragraphs(server.documentation).joined(separator: " ")
        let variables = server.variables.map { "{\($0.wireName)}: \($0.defaultValue)" }.joined(separator: ", ")
        return
            "\(code: "." + server.name.text) | \(code: server.url) | \(cell: [text, variables].filter { !$0.isEmpty }.joined(separator: "; "))"
    }

    /// A request the service sends: what it is, how it is sent, and what it carries and awaits.
    private func webhookRow(_ webhook: Webhook) -> Markdown {
        let owner: Markdown = webhook.operation.map { " of \(code: $0)" } ?? ""
        let target: Markdown = webhook.expression.map { " \(code: $0)" } ?? ""
        let text = [webhook.documentation.summary ?? webhook.documentation.description ?? ""]
        let parameters = webhook.parameters.map {
            "\($0.location.words) `\($0.wireName)`: \(speller.spellFully($0.type).text)"
        }
        let responses = webhook.responses.flatMap { response in
            response.contents.map { "\(response.status.words): \(speller.spellFully($0.valueType).text)" }
        }
        let types = webhook.contents.map { "`\($0.mediaType.text)`: \(speller.spellFully($0.valueType).text)" }
        let notes = (text + parameters).filter { !$0.isEmpty }
        let start: Markdown = "\(code: webhook.wireName)\(owner) | **\(plain: webhook.method)**\(target)"
        let bodies: Markdown = "\(cell: types.joined(separator: "; ")) | \(cell: responses.joined(separator: "; "))"
        return "\(start) | \(bodies) | \(cell: notes.joined(separator: "; "))"
    }

    private func headerRow(_ header: Header) -> Markdown {
        let text = DocComment.paragraphs(header.documentation).joined(separator: " ")
        let type: Markdown = "\(code: speller.spellFully(header.type).text)"
        return "\(code: header.name.text) | \(code: header.wireName) | \(type) | \(cell: text)"
    }

    private func schemeRow(_ scheme: SecurityScheme) -> Markdown {
        let argument: Markdown = scheme.hasCredential ? "\(code: scheme.name.text)" : "–"
        let variable: Markdown = scheme.hasCredential ? "\(code: scheme.environmentVariable)" : "–"
        let texts = [scheme.words] + scheme.flowTexts
        return "\(argument) | \(code: scheme.wireName) | \(cell: texts.joined(separator: " ")) | \(variable)"
    }

    private func pageGroup(_ group: OperationGroup, index: Int) -> View {
        let rows = group.operations.indices.map {
            View(.pageRow, ["row": .markdown(methodRow($0, of: group))])
        }
        return View(
            .pageGroupRow,
            [
                "property": .markdown("\(code: propertyPath(ofGroup: index))"),
                "page": .markdown("\(plain: group.fileName.text).md"),
                "name": .markdown("\(plain: group.typeName.text)"),
                "description": .markdown(
                    "\(block: DocComment.paragraphs(group.documentation).joined(separator: "\n\n"))"),
                "operations": .views(rows),
            ])
    }

    /// Method, request line and summary.
    ///
    /// - Parameter page: The page of the group that the row stands on; `nil` for that of the service.
    func methodRow(_ index: Int, of group: OperationGroup, from page: Int? = nil) -> Markdown {
        let operation = group.operations[index]
        let target = group.page(ofOperation: index)
        let page: Markdown = page == target ? "" : "\(plain: group.fileName(ofPage: target))"
        let earlier = group.operations[group.operations(ofPage: target).lowerBound..<index].count {
            $0.name == operation.name
        }
        let anchor = operation.name.text.lowercased() + (earlier == 0 ? "" : "-\(earlier)")
        let summary = operation.documentation.summary ?? operation.documentation.description ?? ""
        let deprecated: Markdown = operation.documentation.isDeprecated ? " (deprecated)" : ""
        return
            "[\(code: operation.name.text)](\(page)#\(plain: anchor)) | **\(plain: operation.method)** \(code: operation.path.text) | \(cell: summary)\(deprecated)"
    }

    /// The constant a program keeps the client in. For example: `shipEngine`.
    var instanceName: Code { Code(api.instanceName) }

    /// For example: `let shipEngine = ShipEngine(apiKey: .environment)`.
    var construction: Code {
        let server: [Code] = hasDefaultServer ? [] : ["server: \(literal: "https://api.example.com")"]
        let credentials =
            credentialSchemes.first.map { ["\($0.name): .environment(\(literal: $0.environmentVariable))" as Code] }
            ?? []
        return
            "let \(instanceName) = \(api.name)(\((server + credentials).joined(", ")))"
    }
}
