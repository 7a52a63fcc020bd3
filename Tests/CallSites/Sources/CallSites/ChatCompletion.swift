import OpenAI

/// Asks a model a question, and returns what it says.
func chat(_ question: String, _ openAI: OpenAI) async throws -> String? {
    let output = try await openAI.chat.completions.create(
        .init(
            messages: [
                .system(.init(content: .textContent("You are terse."))), .user(.init(content: .textContent(question))),
            ],
            model: .gpt4o))
    guard case .json(let completion) = output else { return nil }
    return completion.choices.first?.message.content
}

/// Prints what a model says while it says it.
func stream(_ question: String, _ openAI: OpenAI) async throws {
    let output = try await openAI.chat.completions.create(
        .init(messages: [.user(.init(content: .textContent(question)))], model: .gpt4o, stream: true))
    guard case .events(let events) = output else { return }
    for try await chunk in events {
        print(chunk.choices.first?.delta.content ?? "", terminator: "")
    }
}

/// Lets a model call a function.
func callTool(_ question: String, _ openAI: OpenAI) async throws -> [String] {
    let weather = OpenAI.FunctionObject(
        name: "weather", description: "The weather of a city.",
        parameters: ["type": "object", "properties": ["city": ["type": "string"]]])
    let output = try await openAI.chat.completions.create(
        .init(
            messages: [.user(.init(content: .textContent(question)))], model: .gpt4o,
            tools: [.function(.init(function: weather))]))
    guard case .json(let completion) = output else { return [] }
    return completion.choices.first?.message.toolCalls?.compactMap { call in
        if case .function(let call) = call { call.function.arguments } else { nil }
    } ?? []
}
