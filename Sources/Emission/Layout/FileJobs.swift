import ClientModel

extension ViewType {
    /// What stands above the declarations of a file with sources of a client.
    static let fileHeader: ViewType = ViewType(
        name: "fileHeader", summary: "What stands above the declarations of a source file.",
        keys: [.slots("imports", "Import declarations.", example: "public import Foundation")])
}

/// What is rendered into a file, or into a part of one.
struct FileContents: Sendable {
    var view: View
    /// What the declarations need, for the file's header; `nil` where the template is the whole file.
    var imports: Imports?
}

/// A piece of the output: a template's view, made only when its turn comes, and the file it goes to.
struct FileJob: Sendable {
    var path: String
    var root: Root
    var contents: @Sendable () -> FileContents
    /// What is rendered instead where the text is too long for one file; empty where it can't be divided.
    var parts: [FileJob] = []
}

/// What is rendered for a package, piece by piece.
struct FileJobs {
    private(set) var all: [FileJob] = []
    private let places: FilePlaces

    /// The largest come first, so that no core is left alone with one of them at the end.
    init(_ package: PackageModel) {
        places = FilePlaces(package.layout)
        for client in package.clients {
            let scope = ClientScope(client, in: package)
            if package.layout == .package { addCompanions(of: scope) }
            add(scope)
        }
        add(".gitattributes", .gitattributes) { View(.constant) }
        guard package.layout == .package else { return }
        add("Package.swift", .package) { package.manifestView }
        add("README.md", .readme) { package.readmeView }
    }

    private mutating func add(_ client: ClientScope) {
        let api = client.api
        let nested = NestedTypes(api)
        all.append(FileJob(path: places.service(api), root: .service) { client.serviceFile() })
        for (index, group) in Self.bySize(api) {
            var job = FileJob(path: places.group(group, of: api), root: .group) {
                client.groupFile(index, nested: nested)
            }
            job.parts = parts(of: index, in: client, nested)
            all.append(job)
        }
        for type in api.types where type.scope == .service {
            all.append(FileJob(path: places.type(type, of: api), root: .type) { client.typeFile(type, nested: nested) })
        }
    }

    /// The files of a group that is too large for one.
    private func parts(of index: Int, in client: ClientScope, _ nested: NestedTypes) -> [FileJob] {
        let group = client.api.groups[index]
        let whole = FileJob(path: places.group(group, of: client.api), root: .group) { client.dividedGroupFile(index) }
        return [whole]
            + GroupPart.parts(of: index, in: client.api, nested).map { part in
                FileJob(path: places.part(part.name, of: group, of: client.api), root: .groupPart) {
                    client.groupPart(index, part, nested: nested)
                }
            }
    }

    /// What a package has of a client besides its sources: tests and pages.
    private mutating func addCompanions(of client: ClientScope) {
        let pages = "Documentation/\(client.api.name)"
        add("Tests/\(client.api.name)Tests/RoundTripTests.swift", .tests) { client.testsFile }
        add("\(pages)/README.md", .servicePage) { client.servicePage }
        for (index, group) in Self.bySize(client.api) {
            for page in 0..<group.pageCount {
                add("\(pages)/\(group.fileName(ofPage: page))", .groupPage) { client.groupPage(index, page: page) }
            }
        }
    }

    private static func bySize(_ api: API) -> [(index: Int, group: OperationGroup)] {
        api.groups.enumerated().map { ($0, $1) }.sorted { $0.1.operations.count > $1.1.operations.count }
    }

    private mutating func add(_ path: String, _ root: Root, _ view: @escaping @Sendable () -> View) {
        all.append(FileJob(path: path, root: root) { FileContents(view: view(), imports: nil) })
    }
}
