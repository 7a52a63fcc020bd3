import OpenAI

/// Asks a model a question, and returns what it says.
func chat(_ question: String, _ openAI: OpenAI) async throws -> String? {
    let completion = try await openAI.chat.completions.create(
        messages: [.system(.init(content: "You are terse.")), .user(.init(content: .init(question)))],
        model: "gpt-4o")
    return completion.choices.first?.message.content
}

/// Prints what a model says while it says it.
func stream(_ question: String, _ openAI: OpenAI) async throws {
    let events = try await openAI.chat.completions.createStream(
        messages: [.user(.init(content: .init(question)))], model: "gpt-4o", stream: true)
    for try await chunk in events {
        print(chunk.choices.first?.delta.content ?? "", terminator: "")
    }
}

/// Lets a model call a function.
func callTool(_ question: String, _ openAI: OpenAI) async throws -> [String] {
    let weather = OpenAI.FunctionObject(
        name: "weather", description: "The weather of a city.",
        parameters: ["type": "object", "properties": ["city": ["type": "string"]]])
    let completion = try await openAI.chat.completions.create(
        messages: [.user(.init(content: .init(question)))], model: "gpt-4o",
        tools: [.function(.init(function: weather))])
    return completion.choices.first?.message.toolCalls?.compactMap { call in
        if case .function(let call) = call { call.function.arguments } else { nil }
    } ?? []
}
