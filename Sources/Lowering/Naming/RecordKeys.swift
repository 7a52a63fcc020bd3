import OpenAPI
import YAML

/// Pointers that stay the same while a list they lead through grows: `…/oneOf/2/…` becomes `…/oneOf/title:Card/…`, and
/// `…/parameters/0/…` becomes `…/parameters/query:limit/…`.
final class RecordKeys {
    private let document: Document
    private lazy var replacements = makeReplacements()
    private static let lists = ["/oneOf/", "/anyOf/", "/allOf/", "/parameters/"]

    init(_ document: Document) { self.document = document }

    func key(_ pointer: String) -> String {
        guard Self.lists.contains(where: pointer.utf8.contains), !replacements.isEmpty else { return pointer }
        var (result, start) = ("", pointer.startIndex)
        for slash in pointer.indices where pointer[slash] == "/" && slash > pointer.startIndex {
            extend(&result, by: pointer[start..<slash], of: pointer[..<slash])
            start = slash
        }
        extend(&result, by: pointer[start...], of: pointer[...])
        return result
    }

    private func extend(_ result: inout String, by token: Substring, of pointer: Substring) {
        if let replacement = replacements[String(pointer)] {
            result += "/" + replacement
        } else {
            result += token
        }
    }

    /// The token for an element of a list, by its pointer.
    private func makeReplacements() -> [String: String] {
        var result: [String: String] = [:]
        for schema in document.schemas {
            for branch in schema.oneOf + schema.anyOf + schema.allOf {
                let inner = document[branch]
                guard inner.pointer.hasPrefix(schema.pointer), let label = label(of: branch) else { continue }
                result[inner.pointer] = label
            }
        }
        for parameter in document.paths.flatMap(\.operations).flatMap(\.parameters) {
            result[parameter.pointer] = pointerToken("\(parameter.location.rawValue):\(parameter.name)")
        }
        return result
    }

    /// What identifies a branch among others, wherever it stands; `nil` where only its position does.
    func label(of branch: SchemaID) -> String? {
        let schema = document[branch]
        if let name = schema.componentName { return pointerToken(name) }
        if let title = schema.title { return pointerToken("title:" + title) }
        for property in schema.properties {
            let inner = document[property.schema]
            let values = inner.constant.map { [$0] } ?? inner.enumeration ?? []
            if values.count == 1, let text = values[0].text { return pointerToken("\(property.name):\(text)") }
        }
        let members = schema.required.isEmpty ? schema.properties.prefix(3).map(\.name) : schema.required.map(\.name)
        if !members.isEmpty { return pointerToken("with:" + members.joined(separator: ",")) }
        return schema.types.map { "type:" + $0.map(\.rawValue).joined(separator: ",") }
    }
}

extension Node {
    /// The value of a string.
    var text: String? { if case .string(let text) = value { text } else { nil } }
}

extension String.UTF8View {
    fileprivate func contains(_ other: String) -> Bool { firstRange(of: other.utf8) != nil }
}
