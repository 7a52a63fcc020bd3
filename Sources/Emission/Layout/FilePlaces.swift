import ClientModel
import Diagnostics

/// Which file of a layout holds what.
struct FilePlaces {
    private let layout: PackageModel.Layout

    init(_ layout: PackageModel.Layout) { self.layout = layout }

    /// The number of files that a fixed layout spreads the operations and the types of all clients over: enough for compilers to work side by
    /// side.
    private static let (operationFiles, typeFiles) = (4, 8)

    func service(_ api: API) -> String {
        switch layout {
        case .package: "Sources/\(api.name)/\(api.name).swift"
        case .sources: "\(api.name)/\(api.name).swift"
        case .fixed: Self.clients
        }
    }

    func group(_ group: OperationGroup, of api: API) -> String {
        switch layout {
        case .package: "Sources/\(api.name)/\(group.fileName).swift"
        case .sources: "\(api.name)/\(api.name)+\(group.fileName).swift"
        case .fixed: Self.operations(shard("\(api.name).\(group.typeName)", of: Self.operationFiles))
        }
    }

    /// The file of one operation of a group that is too large for one file, by the operation's type; or of a type that several operations share.
    func part(_ name: Identifier, of group: OperationGroup, of api: API) -> String {
        let full = Self.limited("\(group.typeName)+\(name)")
        return switch layout {
        case .package: "Sources/\(api.name)/Operations/\(full).swift"
        case .sources: "\(api.name)/Operations/\(api.name)+\(full).swift"
        case .fixed: Self.operations(shard("\(api.name).\(group.typeName).\(name)", of: Self.operationFiles))
        }
    }

    func type(_ type: TypeDeclaration, of api: API) -> String {
        switch layout {
        case .package: "Sources/\(api.name)/Types/\(type.fileName).swift"
        case .sources: "\(api.name)/Types/\(api.name)+\(type.fileName).swift"
        case .fixed: Self.types(shard("\(api.name).\(type.name)", of: Self.typeFiles))
        }
    }

    /// Where a source of the runtime goes, or `nil` where none goes anywhere. Two files of one module can't have the same name, so in a module
    /// of somebody's the name tells whose file it is.
    static func runtime(_ name: String, of package: PackageModel) -> String? {
        guard package.sharedRuntime == nil else { return nil }
        return switch package.layout {
        case .package: "Sources/\(package.runtimeName)/\(name)"
        case .sources, .fixed: "ClientRuntime/ClientRuntime+\(name)"
        }
    }

    private static let clients = "GeneratedClients.swift"

    private static func operations(_ index: Int) -> String { "GeneratedOperations\(index + 1).swift" }

    private static func types(_ index: Int) -> String { "GeneratedTypes\(index + 1).swift" }

    /// The sources a fixed layout has whatever the documents hold.
    static var fixed: [String] {
        [clients] + (0..<operationFiles).map(operations) + (0..<typeFiles).map(types)
    }

    /// The files of a package in the order in which their first pieces come, each with the indexes of its pieces.
    static func files(of jobs: [FileJob], in package: PackageModel) -> [(path: String, parts: [Int])] {
        var files: [(path: String, parts: [Int])] = []
        var indexes: [String: Int] = [:]
        for (job, path) in jobs.map(\.path).enumerated() {
            if let index = indexes[path] {
                files[index].parts.append(job)
            } else {
                indexes[path] = files.count
                files.append((path, [job]))
            }
        }
        let others = package.layout == .fixed ? fixed.filter { indexes[$0] == nil } : []
        return files + others.map { ($0, []) }
    }

    /// A name that leaves room for a prefix and an extension within the 255 bytes that disks allow.
    private static func limited(_ name: String) -> String {
        guard name.utf8.count > 180 else { return name }
        return "\(name.prefix(160))_\(String(stableHash(of: name), radix: 16))"
    }

    /// A declaration stays in its file whatever else comes and goes.
    private func shard(_ name: String, of count: Int) -> Int { Int(stableHash(of: name) % UInt64(count)) }
}
