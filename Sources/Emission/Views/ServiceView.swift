import ClientModel
import Diagnostics

extension ViewType {
    /// The file with the service's type: how it is made, where it is reached, how it authenticates.
    static let serviceFile: ViewType = ViewType(
        name: "serviceFile", summary: "The file with the service's type.",
        keys: [
            .documentation,
            .access,
            .slot("name", "The service's type.", example: "ShipEngine"),
            .views("initializers", "The initializers of the client.", .initializer),
            .views("schemes", "The security schemes.", .securityScheme),
            .views("groups", "The groups that are its properties.", .groupProperty),
            .views(
                "servers", "The base URLs of the document and of operations; the document's first is the default.",
                .server),
            .views("headers", "The documented response headers.", .responseHeader),
            .flag("hasHeaders", "Set if there are any."),
        ])

    static let initializer: ViewType = ViewType(
        name: "initializer", summary: "An initializer of the client.",
        keys: [
            .documentation,
            .access,
            .slot("parameters", "The parameter list."),
            .slots("statements", "The body."),
            .slot("shortDocumentation", "Doc comment lines of the initializer without a transport."),
            .slot("shortParameters", "The parameter list without a transport."),
            .slot("shortArguments", "The arguments with the default transport."),
        ])

    static let securityScheme: ViewType = ViewType(
        name: "securityScheme", summary: "A security scheme.",
        keys: [
            .documentation,
            .slot("name", "The static member.", example: "apiKeyScheme"),
            .slot("value", "The runtime's value.", example: "SecurityScheme(\"api_key\", …)"),
        ])

    static let responseHeader: ViewType = ViewType(
        name: "responseHeader", summary: "A documented response header.",
        keys: [
            .documentation,
            .access,
            .slot("name", "The property.", example: "xRateLimit"),
            .slot("type", "Its type.", example: "Int?"),
            .slot("value", "How it is read.", example: "try fields.value(\"X-Rate-Limit\")"),
        ])

    static let groupProperty: ViewType = ViewType(
        name: "groupProperty", summary: "The property by which a group is reached.",
        keys: [
            .documentation,
            .access,
            .slot("property", "The property.", example: "tokens"),
            .slot("type", "Its type.", example: "TokensAPI"),
        ])

    static let server: ViewType = ViewType(
        name: "server", summary: "A base URL.",
        keys: [
            .documentation,
            .access,
            .slot("name", "The static member.", example: "sandboxAPIEndpoint"),
            .flag("isDefault", "Set for the first."),
            .flag("hasVariables", "Set if the URL has variables."),
            .slot("parameters", "The parameter list of its variables, or absent."),
            .slot("value", "The arguments of the value.", example: "\"https://api.example.com\""),
        ])
}

extension ClientScope {
    func serviceFile() -> FileContents {
        var imports = Imports()
        imports.export(.runtime)
        let view = View(
            .serviceFile,
            [
                "documentation": .code(serviceDocumentation),
                "access": .code(access),
                "name": .code(Code(api.name)),
                "initializers": .views([initializer(plain: nil)] + credentialSchemes.map { initializer(plain: $0) }),
                "schemes": .views(api.securitySchemes.map(scheme)),
                "groups": .views((groups[nil] ?? []).map(groupProperty)),
                "servers": .views(
                    allServers.enumerated().map { server($1, isDefault: $0 == 0 && hasDefaultServer) }),
                "headers": .views(headers(&imports)),
                "hasHeaders": .flag(!api.headers.isEmpty),
            ])
        return FileContents(view: view, imports: imports)
    }

    /// Those whose credential is an argument.
    var credentialSchemes: [SecurityScheme] { api.securitySchemes.filter(\.hasCredential) }

    var hasDefaultServer: Bool { api.servers.first.map { !$0.isRelative } ?? false }

    /// The document's servers and those that only operations have, each once.
    private var allServers: [Server] {
        let others = api.groups.flatMap(\.operations).flatMap(\.servers)
        var names = Set(api.servers.map(\.name))
        return api.servers + others.filter { names.insert($0.name).inserted }
    }

    private var serviceDocumentation: Code {
        let info = api.info
        var paragraphs = ["\(info.title), version \(info.version)."]
        paragraphs += [info.summary, info.description].compactMap { $0 }
        if let terms = info.termsOfService { paragraphs.append("Terms of service: <\(terms)>") }
        if let contact = info.contact {
            let parts = [contact.name, contact.email, contact.url].compactMap { $0 }
            let distinct = parts.distinct
            paragraphs.append("Contact: \(distinct.joined(separator: ", "))")
        }
        if let license = info.license {
            paragraphs.append("License: \(license.name)\(license.url.map { ", <\($0)>" } ?? "")")
        }
        if let link = info.externalDocumentation { paragraphs.append("See <\(link.url)>") }
        return DocComment.lines(paragraphs)
    }

    // MARK: Initializers

    /// The initializer that takes credentials, or the one that takes a plain text for one scheme and reads the others from the environment.
    private func initializer(plain: SecurityScheme?) -> View {
        let schemes = plain.map { [$0] } ?? credentialSchemes
        let type: Code = plain == nil ? "Credential = .environment" : "String"
        let hasServer = hasDefaultServer
        let server: Code = "server: ServerURL<\(api.name)>\(hasServer ? " = .default" : "")"
        let arguments = schemes.map { "\(parameter: $0.name): \(type)" as Code }
        let serverIsFirst = plain == nil && !hasServer
        let parameters = serverIsFirst ? [server] + arguments : arguments + [server]
        let passed = schemes.map { "\(label: $0.name): \($0.name)" as Code }
        let short = (serverIsFirst ? ["server: server"] + passed : passed + ["server: server"])
        return View(
            .initializer,
            [
                "documentation": .code(initializerDocumentation(schemes, plain: plain, takesTransport: true)),
                "access": .code(access),
                "parameters": .code(argumentList(parameters + ["transport: any Transport"], taken: 16)),
                "statements": .codes(plain.map(forwarding) ?? authentication),
                "shortDocumentation": .code(initializerDocumentation(schemes, plain: plain, takesTransport: false)),
                "shortParameters": .code(argumentList(parameters, taken: 16)),
                "shortArguments": .code(argumentList(short + ["transport: DefaultTransport()"], taken: 20)),
            ])
    }

    private var authentication: [Code] {
        ["connection = ClientConnection(server: server, transport: transport)"]
            + api.securitySchemes.map {
                let credential: Code = $0.hasCredential ? Code($0.name) : ".none"
                return "connection.authenticate(Self.\(member: $0.memberName), with: \(credential))"
            }
    }

    private func forwarding(_ scheme: SecurityScheme) -> [Code] {
        let credential: Code = "\(label: scheme.name): Credential(\(scheme.name))"
        let arguments: [Code] =
            hasDefaultServer ? [credential, "server: server"] : ["server: server", credential]
        return ["self.init\(argumentList(arguments + ["transport: transport"], taken: 20))"]
    }

    private func initializerDocumentation(
        _ schemes: [SecurityScheme], plain: SecurityScheme?, takesTransport: Bool
    ) -> Code {
        let others =
            plain == nil || credentialSchemes.count == 1 ? "" : " The other credentials come from the environment."
        var items = ["- Parameters:"]
        for scheme in schemes {
            let fallback =
                plain == nil
                ? " By default it is read from `\(scheme.environmentVariable)`; if that is not set, calls that require it fail."
                : ""
            let text = ([scheme.words] + scheme.flowTexts).joined(separator: " ") + fallback
            items += DocComment.item(scheme.name.text, text).map { "  " + $0 }
        }
        items.append("  - server: The URL of the service.")
        if takesTransport { items.append("  - transport: The transport that sends the requests.") }
        let summary = takesTransport ? "Creates a client." : "Creates a client with `DefaultTransport`."
        return "\(DocComment.lines(["\(summary)\(others)"]))\n///\n\(DocComment.comment(items))"
    }

    private func scheme(_ scheme: SecurityScheme) -> View {
        let prefix: Code = scheme.prefix.map { ", prefix: \(literal: $0)" } ?? ""
        let arguments: [Code] = [
            "\(literal: scheme.wireName)", scheme.kind.code,
            "environment: \(literal: scheme.environmentVariable)\(prefix)",
        ]
        let texts = [scheme.description ?? scheme.words]
        return View(
            .securityScheme,
            [
                "documentation": .code(DocComment.lines(texts)),
                "name": .code(Code(scheme.memberName)),
                "value": .code("SecurityScheme\(argumentList(arguments, taken: 40))"),
            ])
    }

    func groupProperty(_ group: OperationGroup) -> View {
        View(
            .groupProperty,
            [
                "documentation": .code(DocComment.lines(DocComment.paragraphs(group.documentation))),
                "access": .code(access),
                "property": .code(Code(group.name)),
                "type": .code(Code(group.typeName)),
            ])
    }

    // MARK: Servers

    private func server(_ server: Server, isDefault: Bool) -> View {
        let paragraphs = DocComment.paragraphs(server.documentation)
        let variables = server.variables.map { "\(parameter: $0.name): String = \(literal: $0.defaultValue)" as Code }
        let parameters = (server.baseName.map { ["at \($0): String"] } ?? []) + variables
        return View(
            .server,
            [
                "documentation": .code(DocComment.lines(paragraphs + ["`\(server.url)`"])),
                "access": .code(access),
                "name": .code(Code(server.name)),
                "isDefault": .flag(isDefault),
                "hasVariables": .flag(!parameters.isEmpty),
                "parameters": .code(parameters.isEmpty ? "" : argumentList(parameters, taken: 40)),
                "value": .code(serverValue(server)),
            ])
    }

    /// For example: `"https://{region}.example.com", ["region": region], allowed: ["region": ["eu", "us"]]`.
    private func serverValue(_ server: Server) -> Code {
        let base: [Code] = server.baseName.map { ["at: \($0)"] } ?? []
        if server.variables.isEmpty { return (["\(literal: server.url)"] + base).joined(", ") }
        let values = server.variables.map { "\(literal: $0.wireName): \($0.name)" as Code }
        let limited = server.variables.filter { !$0.allowed.isEmpty }.map { variable -> Code in
            "\(literal: variable.wireName): [\(variable.allowed.map { "\(literal: $0)" as Code }.joined(", "))]"
        }
        let allowed: Code = limited.isEmpty ? "" : ", allowed: [\(limited.joined(", "))]"
        return listed(["\(literal: server.url)", "[\(values.joined(", "))]\(allowed)"] + base, taken: 20)
    }
}
