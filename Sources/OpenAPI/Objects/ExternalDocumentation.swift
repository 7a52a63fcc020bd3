public import Diagnostics
import YAML

/// A page elsewhere (External Documentation Object).
public struct ExternalDocumentation: Sendable {
    /// As written. Relative URLs are not resolved.
    public var url: String
    /// CommonMark.
    public var description: String?
    /// The location of the object.
    public var place: Place
}

private enum ExternalDocumentationKey: String, ObjectKey {
    case description, url

    static let table = KeyTable<ExternalDocumentationKey>("`externalDocs`")
}

extension Reader {
    func externalDocumentation(_ located: Located) -> ExternalDocumentation? {
        var url: String?
        var description: String?
        let isMapping = read(located) { (key: ExternalDocumentationKey, entry, located) in
            switch key {
            case .url: url = prose(entry, in: located)
            case .description: description = prose(entry, in: located)
            }
        }
        guard isMapping else { return nil }
        guard let url else {
            report(.leftOut, .missingKey, "`externalDocs` needs `url`; it is skipped", at: located.place)
            return nil
        }
        return ExternalDocumentation(url: url, description: description, place: located.place)
    }
}
