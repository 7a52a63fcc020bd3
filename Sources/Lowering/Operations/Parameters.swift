@_spi(Naming) import ClientModel
import Diagnostics
import OpenAPI
import YAML

/// The arguments of an operation and the path they go into.
struct Arguments {
    var path: PathTemplate
    /// Those of the path first, then the required and then the optional others.
    var parameters: [ClientModel.Parameter]
    /// The names of the body's argument and of the server's.
    var body: Identifier?
    var server: Identifier?
}

extension OperationConverter {
    /// The arguments of an operation.
    mutating func arguments(_ located: Located) -> Arguments {
        let path = PathTemplate(parsing: located.item.template)
        var kept: [OpenAPI.Parameter] = []
        for parameter in located.operation.parameters where isSent(parameter) { kept.append(parameter) }
        let operation = located.operation
        let claims = claims(kept, of: operation)
        let hasBody = operation.requestBody.map { !$0.content.isEmpty && !isEmptyBody($0, located) } ?? false
        let hasServer = !(operation.servers.isEmpty && located.item.servers.isEmpty)
        let more =
            (hasBody ? [claim("body", "requestBody", operation)] : [])
            + (hasServer ? [claim("server", "serverURL", operation)] : [])
        var names = schemas.assignNames(
            claims + more, as: .parameters, in: NameScope(),
            pointers: kept.map(\.pointer) + more.map { _ in nil })
        let server = hasServer ? names.popLast() : nil
        let body = hasBody ? names.popLast() : nil
        var result: [ClientModel.Parameter] = []
        for (parameter, name) in zip(kept, names) { result.append(self.parameter(parameter, name, located)) }
        let others = schemas.naming.recorded.ordered(result.outsidePath, for: operation.pointer)
        return Arguments(
            path: path, parameters: result.inPath(path.parameterNames) + others,
            body: body.map { Identifier(sanitizing: $0) }, server: server.map { Identifier(sanitizing: $0) })
    }

    /// What an argument is called that is no parameter. It has the name before any parameter that has none recorded.
    private func claim(_ name: String, _ other: String, _ operation: OpenAPI.Operation) -> NameScope.Claim {
        NameScope.Claim(
            [name, other], wireName: name, rank: -1, keys: { ["\(operation.pointer)/\(name)"] })
    }

    private mutating func claims(
        _ parameters: [OpenAPI.Parameter], of operation: OpenAPI.Operation
    ) -> [NameScope.Claim] {
        var claims: [NameScope.Claim] = []
        for parameter in parameters {
            let (plain, placed) = ArgumentNames.names(of: parameter)
            let key = ArgumentNames.key(of: parameter, in: operation)
            var claim = NameScope.Claim(
                [plain, placed] + nameCandidates(parameter.name, .parameter).dropFirst(),
                text: parameter.name, wireName: "\(parameter.location.rawValue) \(parameter.name)",
                pinned: schemas.pinned(parameter.pointer, .parameter), rank: parameter.location.rank,
                dependsOnSiblings: ArgumentNames.ofOthers.contains(plain), keys: { [key] })
            claim.origin = NameScope.Origin(text: parameter.name, place: parameter.place)
            claims.append(claim)
        }
        return claims
    }

    /// Whether a parameter is an argument: three headers never are (Parameter Object, "Fixed Fields").
    private mutating func isSent(_ parameter: OpenAPI.Parameter) -> Bool {
        let name = String(decoding: lowercased(Array(parameter.name.utf8)), as: UTF8.self)
        guard parameter.location == .header, ["accept", "content-type", "authorization"].contains(name) else {
            return true
        }
        schemas.report(
            Diagnostic(
                .remark, .ignoredHeader, "a parameter named '\(parameter.name)' is ignored, as OpenAPI requires",
                at: parameter.namePlace))
        return false
    }

    private mutating func parameter(
        _ parameter: OpenAPI.Parameter, _ name: String, _ located: Located
    ) -> ClientModel.Parameter {
        let schema = parameter.schema ?? parameter.content?.schema
        let context = context(of: parameter, name, located)
        let encoding = encoding(parameter)
        let isText = if case .content(let media) = encoding { media.kind == .text } else { false }
        let type = schema.map { schemas.use([$0], in: context).type.withoutBinary } ?? .scalar(.string)
        let traits = schema.map { facts.traits(of: [$0]) } ?? Traits()
        var documentation = schema.map { facts.documentation(of: [$0], traits) } ?? Documentation()
        documentation.description = parameter.description ?? documentation.description
        documentation.isDeprecated = parameter.isDeprecated || documentation.isDeprecated
        let examples = parameter.examples.compactMap { $0.value.map { jsonText($0) } }
        if !examples.isEmpty { documentation.examples = examples }
        var result = ClientModel.Parameter(
            name: Identifier(sanitizing: name), wireName: parameter.name,
            location: ParameterLocation(parameter.location), type: isText ? textType(type) : type,
            isRequired: parameter.isRequired, encoding: encoding,
            defaultValue: traits.defaultValue.map { jsonText($0) }, documentation: documentation,
            place: parameter.place)
        result.isSecret = traits.isSecret
        result.members = parameter.content?.encodings.map { self.encoding($0) } ?? []
        return result
    }

    /// A text described by `content` may be a number or the like; any structure of it is the caller's.
    private func textType(_ type: TypeReference) -> TypeReference {
        if case .scalar = type { type } else { .scalar(.string) }
    }

    /// An inline type of a parameter belongs to the operation, to the path or to the document, wherever it is declared.
    private mutating func context(of parameter: OpenAPI.Parameter, _ name: String, _ located: Located) -> Context {
        if let component = parameter.componentName {
            return Context(
                scope: .service, stem: .fixed(Role.type.name(Words(component + " parameter"))),
                wireName: parameter.name, pointer: parameter.pointer)
        }
        let isOwn = parameter.pointer.utf8.starts(with: located.operation.pointer.utf8)
        let owner = isOwn ? located.typeName : pathName(located.item.template)
        return Context(
            scope: located.scope, stem: .fixed(Role.type.name(Words(owner + " " + name))), wireName: parameter.name,
            pointer: parameter.pointer)
    }

    private mutating func encoding(_ parameter: OpenAPI.Parameter) -> ClientModel.Parameter.Encoding {
        if let content = parameter.content {
            let kind = mediaKind(content.name, hasStructure: content.schema != nil)
            if ![.json, .form, .text].contains(kind) {
                schemas.report(
                    Diagnostic(
                        .degraded, .rawParameter, "a parameter of '\(content.name)' is passed as encoded text",
                        at: content.namePlace))
            }
            return .content(ClientModel.MediaType(content.name, kind: [.json, .form].contains(kind) ? kind : .text))
        }
        return .style(
            ClientModel.Parameter.Style(parameter.style), explode: parameter.explode,
            allowReserved: parameter.allowReserved)
    }
}

extension OpenAPI.Parameter.Location {
    /// A name wanted in several places goes to the first of these.
    fileprivate var rank: Int {
        switch self {
        case .path: 0
        case .query, .querystring: 1
        case .header: 2
        case .cookie: 3
        }
    }
}

extension ClientModel.Parameter.Style {
    init(_ style: OpenAPI.Style) {
        switch style {
        case .matrix: self = .matrix
        case .label: self = .label
        case .simple: self = .simple
        case .form: self = .form
        case .spaceDelimited: self = .spaceDelimited
        case .pipeDelimited: self = .pipeDelimited
        case .tabDelimited: self = .tabDelimited
        case .deepObject: self = .deepObject
        case .cookie: self = .cookie
        }
    }
}

extension [ClientModel.Parameter] {
    /// Path parameters as the path has them.
    fileprivate func inPath(_ names: [String]) -> [ClientModel.Parameter] {
        // A variable that a path has twice is one argument.
        var byName = Dictionary(filter { $0.location == .path }.map { ($0.wireName, $0) }) { first, _ in first }
        return names.compactMap { byName.removeValue(forKey: $0) }
    }

    /// Query, header and cookie parameters, each in document order.
    fileprivate var outsidePath: [ClientModel.Parameter] {
        let locations: [[ParameterLocation]] = [[.query, .querystring], [.header], [.cookie]]
        return locations.flatMap { locations in filter { locations.contains($0.location) } }
    }
}

/// What arguments are called and recorded as.
enum ArgumentNames {
    /// The names to try first for an argument: its own, and with its location.
    static func names(of parameter: OpenAPI.Parameter) -> (plain: String, placed: String) {
        (
            Role.parameter.name(Words(parameter.name)),
            Role.parameter.name(Words("\(parameter.location.rawValue) \(parameter.name)"))
        )
    }

    /// What identifies an argument in the record of names.
    static func key(of parameter: OpenAPI.Parameter, in operation: OpenAPI.Operation) -> String {
        "\(operation.pointer)/parameters/\(parameter.location.rawValue):" + pointerToken(parameter.name)
    }

    /// The names of arguments that an operation may gain.
    static let ofOthers: Set<String> = ["body", "requestBody", "server", "serverURL"]
}
