import ClientModel

extension PathTemplate {
    var parameterNames: [String] {
        parts.compactMap { if case .parameter(let name) = $0 { name } else { nil } }
    }

    /// What an operation without an id is called after. For example: `GET /pets/{id}/photos` is `get pets by id photos`.
    func phrase(_ method: String) -> String {
        var words = [method.lowercased()]
        for part in parts {
            switch part {
            case .text(let text): words.append(text)
            case .parameter(let name): words.append("by " + name)
            }
        }
        if let fragment { words.append(fragment) }
        return words.joined(separator: " ")
    }
}
