import ClientModel

extension OperationScope {
    /// A call of the method, with the required arguments; one that cannot be shown briefly is missing.
    var exampleCall: ExampleValue { exampleArguments.call }

    /// The lines of ``exampleCall`` in a doc comment, or none where it lacks an argument or is long.
    var exampleLines: [String] {
        let (call, isComplete) = exampleArguments
        let lines = laidOut(call.code.text).split(separator: "\n").map(String.init)
        return isComplete && lines.count <= Self.mostExampleLines ? ["```swift"] + lines + ["```"] : []
    }

    private static let mostExampleLines = 12

    private var exampleArguments: (call: ExampleValue, isComplete: Bool) {
        let examples = Examples(client: client)
        let (arguments, isComplete) = memberArguments(examples).map { ($0, true) } ?? bodyArguments(examples)
        let path = client.api.path(ofGroup: group).map { ".\(member: $0)" as Code }.joined("")
        let result: Code = operation.returnsNothing ? "" : "let result = "
        let head: Code = "try await \(client.instanceName)\(path).\(member: operation.name)"
        let code = head + argumentList(arguments.map(\.code), taken: 18 + head.text.utf8.count)
        return (ExampleValue(code: result + code, modules: Set(arguments.flatMap(\.modules))), isComplete)
    }

    private func bodyArguments(_ examples: Examples) -> (arguments: [ExampleValue], isComplete: Bool) {
        var arguments: [ExampleValue] = []
        var isComplete = true
        for argument in operation.arguments {
            if let value = example(argument, examples, isFirst: arguments.isEmpty) {
                arguments.append(value)
            } else {
                isComplete = isComplete && !argument.isRequired
            }
        }
        return (arguments, isComplete)
    }

    /// The arguments of the first overload that takes the members of a body, or `nil` if one cannot be shown briefly.
    private func memberArguments(_ examples: Examples) -> [ExampleValue]? {
        guard let overload = operation.bodyOverloads.first else { return nil }
        let (before, after) = operation.arguments(around: overload)
        let properties = zip(overload.members, client.api.properties(of: overload, in: operation))
        let required = properties.filter { !$0.0.hasDefault }.map { examples.argument($0.1) }
        let optional = required.isEmpty ? properties.prefix(3).compactMap { examples.argument($0.1) } : []
        let values =
            before.map { example($0, examples, isFirst: false) } + required + optional
            + after.filter(\.isRequired).map { example($0, examples, isFirst: false) }
        let shown = values.compactMap { $0 }
        return shown.count == values.count ? shown : nil
    }

    private func example(_ argument: Operation.Argument, _ examples: Examples, isFirst: Bool) -> ExampleValue? {
        switch argument {
        case .body(let body): exampleBody(body, examples)
        case .parameter(let parameter):
            parameter.isRequired || isFirst
                ? examples.value(parameter.type, name: parameter.name.text)?.wrapped {
                    "\(label: parameter.name): \($0)"
                }
                : nil
        case .server: nil
        }
    }

    private func exampleBody(_ body: RequestBody, _ examples: Examples) -> ExampleValue? {
        guard let content = body.contents.first, let value = examples.body(content, name: body.name.text) else {
            return nil
        }
        guard let choice = body.choice, let name = choice.caseNames.first else { return value }
        return value.wrapped { ".\(member: name)(\($0))" }
    }
}

/// Swift source with its indentation.
func laidOut(_ source: String) -> String {
    String(decoding: Indenter.indented(source).dropLast(), as: UTF8.self)
}
