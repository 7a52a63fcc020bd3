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
        var arguments: [Code] = []
        var modules: Set<Module> = []
        var isComplete = true
        for argument in operation.arguments {
            guard let (value, label) = example(argument, examples, isFirst: arguments.isEmpty) else {
                isComplete = isComplete && !argument.isRequired
                continue
            }
            arguments.append(label.map { "\(label: $0): \(value.code)" } ?? value.code)
            modules.formUnion(value.modules)
        }
        let path = client.api.path(ofGroup: group).map { ".\(member: $0)" as Code }.joined("")
        let result: Code = operation.returnsNothing ? "" : "let result = "
        let head: Code = "try await \(client.instanceName)\(path).\(member: operation.name)"
        let code = head + argumentList(arguments, taken: 18 + head.text.utf8.count)
        return (ExampleValue(code: result + code, modules: modules), isComplete)
    }

    private func example(
        _ argument: Operation.Argument, _ examples: Examples, isFirst: Bool
    ) -> (value: ExampleValue, label: Identifier?)? {
        switch argument {
        case .body(let body): exampleBody(body, examples).map { ($0, nil) }
        case .parameter(let parameter):
            parameter.isRequired || isFirst
                ? examples.value(parameter.type, name: parameter.name.text).map { ($0, parameter.name) } : nil
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

extension Operation.Argument {
    fileprivate var isRequired: Bool {
        switch self {
        case .body(let body): body.isRequired
        case .parameter(let parameter): parameter.isRequired
        case .server: false
        }
    }
}

/// Swift source with its indentation.
func laidOut(_ source: String) -> String {
    String(decoding: Indenter.indented(source).dropLast(), as: UTF8.self)
}
