import ClientModel
import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Lowering

/// Real documents, where they are at hand: those below 1 MB, and all with `CLIENTSMITH_CORPUS=all`.
private let corpus = Repository.corpus

private let documents: [String] = {
    let takesAll = ProcessInfo.processInfo.environment["CLIENTSMITH_CORPUS"] == "all"
    let paths = FileManager.default.enumerator(atPath: corpus.path)?.compactMap { $0 as? String } ?? []
    return paths.filter { path in
        guard ["yaml", "yml", "json"].contains((path as NSString).pathExtension) else { return false }
        let isPart = path.hasPrefix("lob/") || path.hasPrefix("redocly-cafe-split/")
        let size =
            try? FileManager.default.attributesOfItem(atPath: corpus.appendingPathComponent(path).path)[.size] as? Int
        guard takesAll || size ?? 0 < 1 << 20 else { return false }
        return !isPart || path.hasSuffix("lob-api-public.yml") || path.hasSuffix("split/cafe.yaml")
    }.sorted()
}()

@Suite(.enabled(if: !documents.isEmpty, "there is no corpus beside the repository"))
struct CorpusTests {
    @Test(arguments: documents)
    func lowers(path: String) throws {
        let url = corpus.appendingPathComponent(path)
        let folder = url.deletingLastPathComponent()
        let result = try lowered(Array(Data(contentsOf: url)), name: url.lastPathComponent) { file in
            (try? Data(contentsOf: folder.appendingPathComponent(file))).map { Array($0) }
        }
        try expectUniqueNames(result.api)
        try expectFiniteValues(result.api)
        for group in result.api.groups {
            for operation in group.operations {
                let placed = operation.parameters.filter { $0.location == .path }.map(\.wireName)
                #expect(Set(placed) == Set(operation.path.parameterNames))
                #expect(Set(operation.parameters.map(\.name)).count == operation.parameters.count)
            }
        }
        #expect(result.api.types.allSatisfy { $0.samples.count <= 12 })
        let weakened = result.problems.diagnostics.filter { $0.severity == .degraded && $0.kind == "ambiguous-union" }
        let branches = result.api.types.reduce(0) { count, type in
            if case .union(let union) = type.shape { count + union.cases.count } else { count }
        }
        #expect(weakened.count * 10 <= branches || weakened.count < 8, "\(weakened.map(\.message))")
    }

    private func expectUniqueNames(_ api: API) throws {
        let paths =
            api.types.map { api.path(of: $0.id).lowercased() } + api.groups.map { $0.typeName.text.lowercased() }
        #expect(Set(paths).count == paths.count)
        for (index, group) in api.groups.enumerated() {
            let nested = api.types.filter { $0.scope == .group(index) }.map(\.name.text)
            let names = (group.operations.map(\.typeName.text) + nested).map { $0.lowercased() }
            #expect(Set(names).count == names.count)
            let calls = group.operations.map { operation in
                "\(operation.name) \(operation.parameters.filter(\.isRequired).map(\.name)) \(operation.body != nil)"
            }
            #expect(Set(calls).count == group.operations.count)
        }
        for type in api.types {
            let names: [Identifier] =
                switch type.shape {
                case .structure(let structure): structure.properties.map(\.name)
                case .enumeration(let enumeration): enumeration.cases.map(\.name)
                case .union(let union): union.cases.map(\.name)
                case .alias: []
                }
            #expect(Set(names).count == names.count, "\(api.path(of: type.id))")
        }
    }

    /// No declaration holds itself but through an indirect member.
    private func expectFiniteValues(_ api: API) throws {
        var done: Set<TypeID> = []
        func visit(_ id: TypeID, _ path: Set<TypeID>) {
            #expect(!path.contains(id), "\(api.path(of: id)) holds itself")
            guard !path.contains(id), done.insert(id).inserted else { return }
            let held: [TypeReference] =
                switch api[id].shape {
                case .structure(let structure): structure.properties.filter { !$0.isIndirect }.map(\.type)
                case .union(let union): union.cases.filter { !$0.isIndirect }.map(\.type)
                case .alias(let type): [type]
                case .enumeration: []
                }
            for type in held {
                if case .named(let next) = type { visit(next, path.union([id])) }
                if case .nullable(.named(let next)) = type { visit(next, path.union([id])) }
            }
        }
        for type in api.types { visit(type.id, []) }
    }
}
