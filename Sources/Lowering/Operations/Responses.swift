@_spi(Naming) import ClientModel
import Diagnostics
import OpenAPI

/// The documented responses of an operation and what they mean.
struct LoweredResponses {
    var responses: [ClientModel.Response]
    var output: ClientModel.Operation.Output
    var failure: ClientModel.Operation.Failure
    /// The media types of the successes, where each has a method of its own: that of the plain method first.
    var variants: [Content] = []
}

/// A documented response before its meaning is known.
private struct DocumentedResponse {
    var response: OpenAPI.Response
    var status: StatusPattern
    var contents: [LoweredContent]
    /// Those that are told apart.
    var ways: [LoweredContent]
    var headers: [ClientModel.Header]
    var isSuccess: Bool
}

/// The distinct bodies of an operation's successes or failures.
private struct Outcomes {
    var bodies: [Content?] = []
    var names: [NameScope.Claim] = []
    /// What identifies each in the record of names: a status and a media type, all that have the body.
    var keys: [[String]] = []

    /// The index of a body.
    func index(of content: Content?) -> Int? {
        bodies.firstIndex { other in
            guard let content, let other else { return content == nil && other == nil }
            return content.isSameBody(as: other)
        }
    }
}

extension Content {
    /// Whether both are one outcome: of one type, and read in one way.
    func isSameBody(as other: Content) -> Bool {
        let kinds = [other.mediaType.kind, mediaType.kind]
        let isStream = kinds.contains(.eventStream) || kinds.contains(.jsonLines)
        return other.type == type && (!isStream || kinds[0] == kinds[1])
    }
}

extension OperationConverter {
    mutating func loweredResponses(_ located: Located) -> LoweredResponses {
        let responses = located.operation.responses
        let hasSuccess = responses.contains { $0.status.isIn(2) }
        let hasRedirect = responses.contains { $0.status.isIn(3) }
        var documented: [DocumentedResponse] = []
        for response in responses {
            let isOnlyDefault = !hasSuccess && !hasRedirect && response.status == .default
            let isSuccess = response.status.isIn(2) || isOnlyDefault || (!hasSuccess && response.status.isIn(3))
            let contents = contents(response, located)
            documented.append(
                DocumentedResponse(
                    response: response, status: isOnlyDefault ? .range(2) : StatusPattern(response.status),
                    contents: contents, ways: ways(contents),
                    headers: headers(response, located), isSuccess: isSuccess))
        }
        return meanings(documented, located)
    }

    private mutating func contents(_ response: OpenAPI.Response, _ located: Located) -> [LoweredContent] {
        var result: [LoweredContent] = []
        for media in response.content {
            let name: String
            if let component = response.componentName {
                name = self.name(of: media, base: component, suffix: "Response")
            } else {
                let status = StatusPattern(response.status)
                let base = located.typeName + " " + (status == .code(200) ? "" : statusName(status))
                name = self.name(of: media, base: base, suffix: "Response")
            }
            let context = Context(
                scope: response.componentName == nil ? located.scope : .service, stem: .fixed(name),
                wireName: located.operation.operationID ?? located.name, pointer: media.pointer)
            result.append(content(media, in: context))
        }
        return result
    }

    /// The contents that are told apart.
    private mutating func ways(_ contents: [LoweredContent]) -> [LoweredContent] {
        let kept = withoutEquals(contents, of: .response)
        reportRaw(kept)
        return kept
    }

    /// The first way that fits is taken, so special media types come before ranges and before JSON in general.
    private func byGenerality(_ branches: [ClientModel.Response.Branch]) -> [ClientModel.Response.Branch] {
        let ranks = branches.map { branch in branch.content.map { generality($0.mediaType) } ?? 0 }
        return branches.indices.sorted { (ranks[$0], $0) < (ranks[$1], $1) }.map { branches[$0] }
    }

    private func generality(_ mediaType: ClientModel.MediaType) -> Int {
        let name = essence(of: mediaType.text)
        if name == "*/*" || name == "*" { return 3 }
        if mediaType.isRange { return 2 }
        return name == "application/json" ? 1 : 0
    }

    private mutating func headers(_ response: OpenAPI.Response, _ located: Located) -> [ClientModel.Header] {
        var result: [ClientModel.Header] = []
        for header in response.headers where essence(of: header.name) != "content-type" {
            let isShared = header.componentName != nil || response.componentName != nil
            let owner = header.componentName ?? (response.componentName ?? located.typeName) + " " + header.name
            let context = Context(
                scope: isShared ? .service : located.scope,
                stem: .fixed(Role.type.name(Words(owner + " header"))), wireName: header.name, pointer: header.pointer)
            let schema = header.schema ?? header.content?.schema
            let type = schema.map { schemas.use([$0], in: context).type.withoutBinary } ?? .scalar(.string)
            var documentation = schema.map { facts.documentation(of: [$0], facts.traits(of: [$0])) } ?? Documentation()
            documentation.description = header.description ?? documentation.description
            documentation.isDeprecated = header.isDeprecated
            result.append(
                ClientModel.Header(
                    name: Identifier(sanitizing: Role.header.name(Words(header.name))), wireName: header.name,
                    type: type, encoding: encoding(header), isRequired: header.isRequired,
                    documentation: documentation))
        }
        return result
    }

    private func encoding(_ header: OpenAPI.Header) -> ClientModel.Header.Encoding {
        guard let content = header.content else { return .simple(explode: header.explode) }
        return mediaKind(content.name, hasStructure: content.schema != nil) == .json
            ? .json : .simple(explode: false)
    }

    private mutating func meanings(_ documented: [DocumentedResponse], _ located: Located) -> LoweredResponses {
        var outputs = Outcomes()
        var failures = Outcomes()
        for documentedResponse in documented {
            let bodies: [Content?] = documentedResponse.ways.isEmpty ? [nil] : documentedResponse.ways.map(\.content)
            for body in bodies {
                if documentedResponse.isSuccess {
                    add(body, of: documentedResponse, to: &outputs, isFailure: false)
                } else if body != nil {
                    add(body, of: documentedResponse, to: &failures, isFailure: true)
                }
            }
        }
        let variants = mediaVariants(
            documented.filter(\.isSuccess).map { $0.ways.map(\.content) }, of: outputs.bodies, located,
            schemas.naming.recorded)
        let responses = documented.map { response($0, outputs, failures) }
        let output: ClientModel.Operation.Output
        if let plain = variants.first {
            output = .single(plain)
        } else if outputs.bodies.allSatisfy({ $0 == nil }) {
            output = .none
        } else if outputs.bodies.count == 1, let body = outputs.bodies[0] {
            output = .single(body)
        } else {
            output = .several(
                typeName: Identifier(sanitizing: located.typeName + "Output"),
                cases: cases(outputs, located.operation.pointer + "/output/"))
        }
        let failure: ClientModel.Operation.Failure
        if failures.bodies.isEmpty {
            failure = .none
        } else if failures.bodies.count == 1, let body = failures.bodies[0] {
            failure = .single(body)
        } else {
            failure = .several(
                typeName: Identifier(sanitizing: located.typeName + "Failure"),
                cases: cases(failures, located.operation.pointer + "/failure/"))
        }
        return LoweredResponses(responses: responses, output: output, failure: failure, variants: variants)
    }

    /// Successes are named by status, failures by what they carry: a body type that more statuses share keeps its name.
    private func add(
        _ body: Content?, of documentedResponse: DocumentedResponse, to outcomes: inout Outcomes, isFailure: Bool
    ) {
        let media = body.map { " " + $0.mediaType.text } ?? ""
        let key = pointerToken(statusName(documentedResponse.status) + media)
        if let index = outcomes.index(of: body) {
            outcomes.keys[index].append(key)
            return
        }
        let status = statusName(documentedResponse.status)
        var names = [status]
        if let body {
            let media = mediaName(body.mediaType.text, body.mediaType.kind)
            if isFailure, case .named(let type) = body.type {
                let isComponent = schemas.declarations[type].rank == .component
                let name = isComponent ? schemas.declarations[type].wireName : documentedResponse.response.componentName
                names = name.map { [$0, $0 + " " + media, status] } ?? [status]
            } else if isFailure {
                names = [media, status + " " + media]
            } else if documentedResponse.ways.count > 1 {
                names = [media, status + " " + media]
            } else {
                names = [status, status + " " + media]
            }
        }
        outcomes.bodies.append(body)
        // A second media type or status would be called by the same words.
        var claim = NameScope.Claim(
            names.map { Role.outcome.name(Words($0)) }, wireName: names.joined(separator: " "), dependsOnSiblings: true)
        claim.origin = NameScope.Origin(text: names.last ?? status, place: documentedResponse.response.place)
        outcomes.names.append(claim)
        outcomes.keys.append([key])
    }

    /// - Parameter pointer: What stands before their keys in the record of names.
    private mutating func cases(_ outcomes: Outcomes, _ pointer: String) -> [ClientModel.Operation.OutcomeCase] {
        let claims = zip(outcomes.names, outcomes.keys).map { claim, keys in
            var claim = claim
            claim.keys = { keys.map { pointer + $0 } }
            return claim
        }
        let names = schemas.assignNames(
            claims, as: .outcomes, in: NameScope(), pointers: outcomes.names.map { _ in nil })
        return zip(names, outcomes.bodies).map {
            ClientModel.Operation.OutcomeCase(name: Identifier(sanitizing: $0), content: $1)
        }
    }

    private func response(_ documentedResponse: DocumentedResponse, _ outputs: Outcomes, _ failures: Outcomes)
        -> ClientModel.Response
    {
        let outcomes = documentedResponse.isSuccess ? outputs : failures
        let isOne = outcomes.bodies.count < 2 || outcomes.bodies.allSatisfy { $0 == nil }
        let bodies: [Content?] = documentedResponse.ways.isEmpty ? [nil] : documentedResponse.ways.map(\.content)
        let branches = bodies.map { body -> ClientModel.Response.Branch in
            guard let index = outcomes.index(of: body) else { return .init(content: nil, meaning: .unmodelled) }
            let number = isOne ? nil : index
            return .init(
                content: body, meaning: documentedResponse.isSuccess ? .output(case: number) : .failure(case: number))
        }
        return ClientModel.Response(
            status: documentedResponse.status, description: documentedResponse.response.description,
            contents: documentedResponse.contents.map(\.content),
            headers: documentedResponse.headers, branches: byGenerality(branches),
            place: documentedResponse.response.place)
    }
}

extension OpenAPI.Response.Status {
    /// Whether the statuses are those of one hundred. For example: `2XX` and `204` are in 2.
    fileprivate func isIn(_ hundred: Int) -> Bool {
        switch self {
        case .code(let code): code / 100 == hundred
        case .range(let range): range == hundred
        case .default: false
        }
    }
}

extension StatusPattern {
    init(_ status: OpenAPI.Response.Status) {
        switch status {
        case .code(let code): self = .code(code)
        case .range(let hundred): self = .range(hundred)
        case .default: self = .default
        }
    }
}
