@_spi(Naming) import ClientModel
import OpenAPI

/// What the types of two inline schemas have in common where they are one type: what they are, and what they are for.
struct CopyKey: Hashable {
    private let shape: Int
    private let purpose: Purpose
    /// Of a type that requires members of one direction only: whether it is sent, received or both changes what it requires.
    private let usage: TypeDeclaration.Usage.RawValue?

    fileprivate enum Purpose: Hashable {
        /// What the document calls the type.
        case title(String)
        case member(String)
        case element(String)
        /// Where it stands in an operation. For example: `/requestBody/content/application~1json/schema`.
        case part(String)
    }

    /// - Parameters:
    ///   - key: The pointer of the type in the record of names.
    ///   - usage: `nil` where the usage makes no difference.
    init?(_ draft: Draft, shape: Int, key: String, usage: TypeDeclaration.Usage?) {
        guard let purpose = Purpose(draft, key) else { return nil }
        (self.shape, self.purpose, self.usage) = (shape, purpose, usage?.rawValue)
    }
}

extension CopyKey.Purpose {
    fileprivate init?(_ draft: Draft, _ key: String) {
        if let title = draft.title {
            self = .title(title)
            return
        }
        switch draft.stem {
        case .member(let name): self = .member(name)
        case .element(let name): self = .element(name)
        case .fixed, .path, .title, nil:
            guard let part = Self.part(key) else { return nil }
            self = .part(part)
        }
    }

    /// The part of a pointer that is the same in every operation. All successes are one, as are all other responses: which status they are for is no part
    /// of what they are.
    private static func part(_ key: String) -> String? {
        let tokens = key.split(separator: "/")
        guard let start = tokens.firstIndex(where: { ["responses", "requestBody", "parameters"].contains($0) }),
            start > 0, tokens[start - 1] != "components", tokens.count > start + 1
        else { return nil }
        var part = tokens[start...].map(String.init)
        if part[0] == "responses" { part[1] = part[1].hasPrefix("2") ? "success" : "failure" }
        return part.joined(separator: "/")
    }
}

extension Draft {
    /// The title, unless it is a sentence.
    var title: String? {
        guard let title = documentation.summary, title.utf8.count <= 40, !title.hasSuffix(".") else { return nil }
        return title.split(separator: " ").count <= 4 ? title : nil
    }
}
