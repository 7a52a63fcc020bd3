@testable import ClientRuntime
import Foundation
import Testing

/// A generated struct that contains itself.
struct Chain: Codable, Hashable, Sendable {
    var name: String
    private var storedNext: Indirect<Chain?>
    var children: [Chain]?

    init(from decoder: any Decoder) throws {
        let fields = try FieldDecoder(decoder)
        name = fields.string("name")
        storedNext = Indirect(wrappedValue: fields.optional("next"))
        children = fields.optional("children")
        try fields.finish()
    }

    func encode(to encoder: any Encoder) throws {}
}

/// A generated union whose branches share a member that is the union again.
indirect enum Tree: Decodable, Sendable {
    case b(TreeB)
    case c(TreeC)
    case list([Tree])
    case text(String)
    case unrecognized(JSONValue)

    init(from decoder: any Decoder) throws {
        self = try UnionDecoder.choose(decoder, Self.branches) { branch in
            switch branch {
            case 0: .b(try TreeB(from: decoder))
            case 1: .c(try TreeC(from: decoder))
            case 2: .list(try [Tree](from: decoder))
            case 3: .text(try String(from: decoder))
            default: .unrecognized(try JSONValue(from: decoder))
            }
        }
    }

    private static var branches: [UnionBranch] {
        [
            UnionBranch(.object, known: ["c", "z"], kinds: ["z": .string]),
            UnionBranch(.object, known: ["c", "z"], kinds: ["z": .string]),
            UnionBranch(.array), UnionBranch(.string),
        ]
    }

    /// How many levels there are, and whether all are of the branch whose `z` is any text.
    var depth: Int? {
        switch self {
        case .b, .unrecognized: nil
        case .c(let value): value.c.map { inner in inner.depth.map { $0 + 1 } } ?? 1
        case .list(let elements): elements.first?.depth.map { $0 + 1 }
        case .text: 0
        }
    }
}

struct TreeB: Decodable, Sendable {
    var c: Tree?
    var z: UUIDText?

    init(from decoder: any Decoder) throws {
        let fields = try FieldDecoder(decoder)
        c = fields.optional("c")
        z = fields.optionalUUID("z")
        try fields.finish()
    }
}

struct TreeC: Decodable, Sendable {
    var c: Tree?
    var z: String?

    init(from decoder: any Decoder) throws {
        let fields = try FieldDecoder(decoder)
        c = fields.optional("c")
        z = fields.optionalString("z")
        try fields.finish()
    }
}

/// A generated family, of which one kind holds another member of it, and one names the family itself.
indirect enum Family: Decodable, Sendable {
    case node(Node)
    case itself(Family)
    case unrecognized(JSONValue)

    struct Node: Decodable, Sendable {
        var next: Family?

        init(from decoder: any Decoder) throws {
            let fields = try FieldDecoder(decoder)
            next = fields.optional("next")
            try fields.finish()
        }
    }

    init(from decoder: any Decoder) throws {
        switch try UnionDecoder.tag("kind", of: decoder) {
        case "node": self = .node(try Node(from: decoder))
        case "itself": self = .itself(try Family(from: decoder))
        default: self = .unrecognized(try JSONValue(from: decoder))
        }
    }
}

/// A union that names itself as a branch.
indirect enum Selfish: Decodable, Sendable {
    case itself(Selfish)
    case unrecognized(JSONValue)

    init(from decoder: any Decoder) throws {
        self = try UnionDecoder.choose(decoder, [UnionBranch(.object)]) { branch in
            branch == 0 ? .itself(try Selfish(from: decoder)) : .unrecognized(try JSONValue(from: decoder))
        }
    }
}

@Suite struct DepthTests {
    private final class Outcome<Value: Sendable>: @unchecked Sendable { var result: Result<Value, any Error>? }

    /// Runs `work` on a thread with the stack that threads of Apple's pool have.
    private func onSmallStack<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
        let outcome = Outcome<Value>()
        await withCheckedContinuation { continuation in
            let thread = Thread {
                outcome.result = Result { try work() }
                continuation.resume()
            }
            thread.stackSize = 512 * 1_024
            thread.start()
        }
        return try #require(outcome.result).get()
    }

    private static func nested(_ depth: Int, _ open: String, _ inner: String, _ close: String) -> Data {
        Data((String(repeating: open, count: depth) + inner + String(repeating: close, count: depth)).utf8)
    }

    private enum Kind: String, CaseIterable, Sendable {
        case value, objects, chain, lists, tree, treeOfLists, family

        func text(_ depth: Int) -> Data {
            switch self {
            case .value: nested(depth, "[", "1", "]")
            case .objects: nested(depth, #"{"a":"#, "1", "}")
            case .chain: nested(depth, #"{"name":"n","next":"#, "null", "}")
            case .lists: nested(depth / 2, #"{"name":"n","children":["#, "", "]}")
            case .tree: nested(depth, #"{"z":"x","c":"#, #""end""#, "}")
            case .treeOfLists: nested(depth / 2, #"[{"z":"x","c":"#, #""end""#, "}]")
            case .family: nested(depth, #"{"kind":"node","next":"#, "null", "}")
            }
        }

        func read(_ data: Data, depth: Int) throws {
            var limits = ReadingLimits()
            limits.depth = depth
            switch self {
            case .value, .objects: _ = try ClientResponse.decode(data, limits) as JSONValue
            case .chain, .lists: _ = try ClientResponse.decode(data, limits) as Chain
            case .tree, .treeOfLists: _ = try ClientResponse.decode(data, limits) as Tree
            case .family: _ = try ClientResponse.decode(data, limits) as Family
            }
        }
    }

    /// No crash, whatever the depth: an error above the limit, a value below it.
    @Test(arguments: Kind.allCases) private func valuesOfAnyDepthHoldOnASmallStack(_ kind: Kind) async throws {
        try await onSmallStack { try kind.read(kind.text(40), depth: 128) }
        for (depth, limit) in [(129, 128), (150, 128), (400, 100_000), (10_000, 100_000), (10_000, 128)] {
            let data = kind.text(depth)
            _ = try await onSmallStack { Result { try kind.read(data, depth: limit) }.map { true } }
        }
        let tooDeep = kind.text(10_000)
        await #expect(throws: DecodingFailure.self) {
            try await onSmallStack { try kind.read(tooDeep, depth: 100_000) }
        }
        let overLimit = kind.text(130)
        await #expect(throws: DecodingFailure.self) { try await onSmallStack { try kind.read(overLimit, depth: 128) } }
    }

    @Test func unionsThatNameThemselvesEnd() async throws {
        let data = Data(#"{"kind":"itself"}"#.utf8)
        await #expect(throws: DecodingFailure.self) {
            try await onSmallStack { _ = try ClientResponse.decode(data) as Family }
        }
        let value = try await onSmallStack { try ClientResponse.decode(Data("{}".utf8)) as Selfish }
        guard case .unrecognized = value else {
            Issue.record("\(value)")
            return
        }
    }

    /// With twice the work for each level this would take an hour.
    @Test(arguments: [30, 40]) func branchesThatShareAMemberReadItOnce(depth: Int) async throws {
        let data = Self.nested(depth, #"{"z":"x","c":"#, #""end""#, "}")
        let (tree, time) = try await onSmallStack {
            let start = threadSeconds()
            let tree = try ClientResponse.decode(data) as Tree
            return (tree, threadSeconds() - start)
        }
        #expect(tree.depth == depth)
        #expect(time < 20)
    }
}
