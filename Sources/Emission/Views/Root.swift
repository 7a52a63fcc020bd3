/// The templates that are rendered into files, each with the kind of view it is given.
public enum Root: String, Sendable, CaseIterable {
    /// `Package.swift`.
    case package = "swift/package"
    /// The comment and the imports at the top of each Swift file.
    case header = "swift/header"
    /// The client's type, with its initializers.
    case service = "swift/serviceFile"
    /// The type of a group of operations, with the methods of small groups.
    case group = "swift/groupFile"
    /// Further methods of a large group.
    case groupPart = "swift/groupPart"
    /// A declaration of the model.
    case type = "swift/typeFile"
    /// The round-trip tests of a client.
    case tests = "swift/tests"
    /// `.gitattributes`, which marks the package as generated.
    case gitattributes = "package/gitattributes"
    /// `README.md`.
    case readme = "pages/readme"
    /// The page of a client.
    case servicePage = "pages/service"
    /// The page of a group.
    case groupPage = "pages/group"

    /// The view that the template gets.
    public var type: ViewType {
        switch self {
        case .package: .packageManifest
        case .header: .fileHeader
        case .service: .serviceFile
        case .group: .groupFile
        case .groupPart: .groupPart
        case .type: .typeFile
        case .tests: .testsFile
        case .gitattributes: .constant
        case .readme: .readmePage
        case .servicePage: .servicePage
        case .groupPage: .groupPage
        }
    }

    /// Whether the output is Swift, to be laid out by its brackets.
    var isSwift: Bool { rawValue.hasPrefix("swift/") }
}
