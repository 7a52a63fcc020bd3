import Testing

@testable import Lowering

@Suite struct FactGraphTests {
    @Test func componentsFollowThoseTheyLeadTo() {
        let graph = FactGraph([[1], [2], [1, 3], []])
        #expect(graph.components.map { $0.sorted() } == [[3], [1, 2], [0]])
        #expect((0..<4).map(graph.isCyclic) == [false, true, true, false])
    }

    @Test func backEdgesAreThoseToTheirOwnPath() {
        // The second way to 2 leads to no node on its path.
        let graph = FactGraph([[1, 2], [2], [0, 2]])
        #expect(graph.backEdges == [.init(node: 2, position: 0), .init(node: 2, position: 1)])
    }

    @Test func factsOfCyclesGrowUntilNothingChanges() {
        let graph = FactGraph([[1], [2, 3], [0], [], [4]])
        let leadsToThree = graph.facts(from: false) { node, known in
            node == 3 || graph.edges[node].contains { known[$0] }
        }
        #expect(leadsToThree == [true, true, true, true, false])
    }

    @Test func cyclesAreShortest() {
        #expect(FactGraph([[1, 2], [2], [0]]).cycle(through: 0) == [0, 2])
        #expect(FactGraph([[0]]).cycle(through: 0) == [0])
    }

    @Test func longPathsNeedNoStack() {
        let count = 200_000
        let graph = FactGraph((0..<count).map { $0 + 1 < count ? [$0 + 1] : [] })
        let heights = graph.facts(from: 0) { node, known in graph.edges[node].first.map { known[$0] + 1 } ?? 0 }
        #expect(heights[0] == count - 1)
    }

    @Test(arguments: [1_000, 2_000]) func eachNodeIsEvaluatedOnceWithoutCycles(_ count: Int) {
        let graph = FactGraph((0..<count).map { node in [node + 1, node + 2].filter { $0 < count } })
        var steps = 0
        _ = graph.facts(from: 0) { _, _ in
            steps += 1
            return 1
        }
        #expect(steps == count)
    }

    @Test(arguments: [1_000, 2_000]) func cyclesAreEvaluatedAtMostTwiceForFlags(_ count: Int) {
        let graph = FactGraph((0..<count).map { [($0 + 1) % count] })
        var steps = 0
        let facts = graph.facts(from: false) { node, known in
            steps += 1
            return node == 0 || known[graph.edges[node][0]]
        }
        #expect(facts.allSatisfy { $0 })
        #expect(steps <= 2 * count + 1)
    }
}
