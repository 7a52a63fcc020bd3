import ClientModel

extension OperationScope {
    /// One view per distinct way to decode a response, statuses that are read alike together, the `default` branch last.
    var responses: [View] {
        var views = statuses.map { response in
            View(
                .response,
                [
                    "pattern": .code(response.patterns.joined(", ")), "value": response.reading.value.map { .code($0) },
                    "choices": .codes(response.reading.choices),
                ])
        }
        let reading = operation.responses.first { $0.status == .default }.map(reading) ?? .undocumented
        views.append(
            View(
                .response,
                [
                    "isDefault": .flag(true), "value": reading.value.map { .code($0) },
                    "choices": .codes(reading.choices),
                ]))
        return views
    }

    /// How one response is decoded.
    private enum Reading: Equatable {
        case undocumented
        /// A documented error or redirect without a body.
        case documentedStatus
        /// A success without a body.
        case nothing
        case body(Code)
        /// Statements that test the content type.
        case byContentType([Code])

        var value: Code? {
            switch self {
            case .undocumented: ".undocumented"
            case .documentedStatus: ".documentedStatus"
            case .nothing: ".output(())"
            case .body(let code): code
            case .byContentType: nil
            }
        }

        var choices: [Code] { if case .byContentType(let statements) = self { statements } else { [] } }
    }

    private struct StatusGroup {
        var patterns: [Code]
        var reading: Reading
    }

    /// Single statuses before ranges, since the first case that matches is taken; those read alike are put together.
    private var statuses: [StatusGroup] {
        var responses: [StatusGroup] = []
        let documented = operation.responses.filter { $0.status != .default }
        for response in documented.filter({ !$0.status.isRange }) + documented.filter(\.status.isRange) {
            let reading = reading(response)
            let last = responses.firstIndex { $0.reading == reading }
            if let last, !response.status.isRange {
                responses[last].patterns.append(response.status.code)
            } else {
                responses.append(StatusGroup(patterns: [response.status.code], reading: reading))
            }
        }
        return withAnySuccess(responses)
    }

    /// An operation that returns nothing takes any 2xx as a success, since documents are often inexact about which.
    private func withAnySuccess(_ responses: [StatusGroup]) -> [StatusGroup] {
        guard case .none = operation.output else { return responses }
        let redirects = operation.responses.filter { $0.isRedirect && $0.isOutput }.map(\.status.code)
        return responses.filter { $0.reading != .nothing }
            + [StatusGroup(patterns: redirects + ["200...299"], reading: .nothing)]
    }

    private func reading(_ response: Response) -> Reading {
        let branches = response.branches
        guard let first = branches.first else { return .documentedStatus }
        if branches.count == 1, !response.isNegotiated { return reading(first) }
        var choices: [Code] = branches.compactMap { branch in
            guard let content = branch.content, let value = reading(branch).value else { return nil }
            return "if response.has(\(literal: content.mediaType.text)) { return \(value) }"
        }
        let bodiless = branches.first { $0.content == nil }.map(reading) ?? .undocumented
        if let value = bodiless.value { choices.append("return \(value)") }
        return .byContentType(choices)
    }

    private func reading(_ branch: Response.Branch) -> Reading {
        let body = branch.content.map { decoded($0, isOutput: branch.isOutput) }
        switch branch.meaning {
        case .output(let index):
            let outcome = outcome(body, index, operation.output.cases)
            return outcome.map { .body(".output(\($0))") } ?? .nothing
        case .failure(let index):
            return .body(".failure(\(outcome(body, index, operation.failure.cases) ?? "()"))")
        case .unmodelled: return .documentedStatus
        }
    }

    /// What is handed over, or `nil` for nothing.
    private func outcome(_ body: Code?, _ index: Int?, _ cases: [Operation.OutcomeCase]) -> Code? {
        guard let index, cases.indices.contains(index) else { return body }
        let name: Code = ".\(member: cases[index].name)"
        return cases[index].content == nil ? name : body.map { "\(name)(\($0))" } ?? name
    }

    /// The expression that reads a body.
    private func decoded(_ content: Content, isOutput: Bool) -> Code {
        switch content.mediaType.kind {
        case .json:
            content.mediaType.saysJSON || content.mediaType.isRange
                ? "try response.json()" : "try response.json(as: \(literal: content.mediaType.text))"
        case .form: "try response.form()"
        case .multipart: "try response.multipart()"
        case .text: "try response.text()"
        case .binary: isOutput ? "response.body" : "response.bytes()"
        case .eventStream: content.isWholeEvent ? "try response.events(whole: true)" : "try response.events()"
        case .jsonLines: "response.jsonLines()"
        }
    }

    // MARK: Outcomes

    /// The enums that the operation's first method declares for all of them.
    var outcomes: [View] {
        if operation.variant != nil { return [] }
        var views: [View] = []
        if case .several(let name, let cases) = operation.output {
            views.append(outcome(name, cases, "What `\(operation.name)` returns.") { spell($0, isOutput: true) })
        }
        if case .several(let name, let cases) = operation.failure {
            views.append(
                outcome(name, cases, "The documented failures of `\(operation.name)`.") { spell($0, isOutput: false) })
        }
        if let body = operation.body, let choice = body.choice {
            let cases = zip(choice.caseNames, body.contents).map { outcome($0, $1, spellSent) }
            views.append(outcome(choice.typeName, cases, "The body of `\(operation.name)`, by content type."))
        }
        return views
    }

    private func outcome(_ name: Identifier, _ content: Content?, _ spell: (Content) -> Code) -> Code {
        guard let content else { return "case \(name)" }
        return "\(DocComment.lines(["`\(content.mediaType.text)`"]))\ncase \(name)(\(spell(content)))"
    }

    /// An enum of response bodies, with a property for each.
    private func outcome(
        _ name: Identifier, _ cases: [Operation.OutcomeCase], _ summary: String, _ spell: (Content) -> Code
    ) -> View {
        let accessors = cases.compactMap { one in
            one.content.map { content in
                client.payload(
                    of: one.name, spell(content), isOptional: content.isNullable,
                    "The body of `\(one.name)`, or `nil` for another response.")
            }
        }
        let shared = client.api.sharedMembers(of: cases).map { accessor($0, cases) }
        return outcome(name, cases.map { outcome($0.name, $0.content, spell) }, summary, accessors: accessors + shared)
    }

    /// The property that reads a member of several bodies.
    private func accessor(_ member: SharedMember, _ cases: [Operation.OutcomeCase]) -> Code {
        let reading = member.cases.map { index in
            "case .\(member: cases[index].name)(let value): value.\(member: member.name)" as Code
        }
        let rest: [Code] = member.cases.count < cases.count ? ["default: nil"] : []
        return """
            \(DocComment.lines(["The `\(member.wireName)` of a response that has one."]))
            \(client.access)var \(member.name): \(client.speller.spell(member.type, in: scope))? {
            switch self {
            \((reading + rest).joined("\n"))
            }
            }
            """
    }

    private func outcome(_ name: Identifier, _ cases: [Code], _ summary: String, accessors: [Code] = []) -> View {
        View(
            .outcome,
            [
                "documentation": .code(DocComment.lines([summary])),
                "access": .code(client.access),
                "name": .code(Code(name)),
                "isOpen": .flag(client.package.access == .public),
                "cases": .codes(cases),
                "accessors": .codes(accessors),
            ])
    }
}

extension StatusPattern {
    var isRange: Bool { if case .range = self { true } else { false } }

    /// The pattern of a case.
    var code: Code {
        switch self {
        case .code(let code): "\(code)"
        case .range(let hundreds): "\(hundreds * 100)...\(hundreds * 100 + 99)"
        case .default: "_"
        }
    }
}
