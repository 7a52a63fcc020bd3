/// The templates that are rendered into files, each with the kind of view it is given.
public enum Root: String, Sendable, CaseIterable {
    case package = "swift/package"
    case header = "swift/header"
    case service = "swift/serviceFile"
    case group = "swift/groupFile"
    case groupPart = "swift/groupPart"
    case type = "swift/typeFile"
    case tests = "swift/tests"
    case gitattributes = "package/gitattributes"
    case readme = "pages/readme"
    case servicePage = "pages/service"
    case groupPage = "pages/group"

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
