/// A directed graph over dense numbers and its strongly connected components: the one walk by which facts about schemas and
/// types are computed.
///
/// Building it and computing a fact take time proportional to nodes and edges, and no stack.
struct FactGraph {
    /// An edge by its start and its position among the edges of that node.
    struct Edge: Equatable {
        var node: Int
        var position: Int
    }

    /// The nodes of each component. A component follows all those it leads to.
    private(set) var components: [[Int]] = []
    /// The component of each node.
    private(set) var componentOf: [Int]
    /// The edges that lead to a node on the path to them, in the order of the walk. Without them the graph has no cycle.
    private(set) var backEdges: [Edge] = []
    let edges: [[Int]]

    /// - Parameters:
    ///   - edges: The targets of each node's edges.
    ///   - starts: The nodes in the order in which the walk starts at them; all if `nil`.
    init(_ edges: [[Int]], startingAt starts: [Int]? = nil) {
        self.edges = edges
        componentOf = Array(repeating: -1, count: edges.count)
        var walk = ComponentWalk(edges)
        for start in starts ?? Array(edges.indices) { walk.run(start) }
        components = walk.components
        backEdges = walk.backEdges
        for (number, nodes) in components.enumerated() {
            for node in nodes { componentOf[node] = number }
        }
    }

    /// Whether a node leads back to itself.
    func isCyclic(_ node: Int) -> Bool {
        components[componentOf[node]].count > 1 || edges[node].contains(node)
    }

    /// A fact about each node, computed from the facts about the targets of its edges.
    ///
    /// - Parameters:
    ///   - least: The fact before anything is known.
    ///   - evaluate: Gives the fact about a node from those known so far. Facts must only grow, in finitely many steps.
    func facts<Fact: Equatable>(from least: Fact, _ evaluate: (_ node: Int, _ known: [Fact]) -> Fact) -> [Fact] {
        var facts = [Fact](repeating: least, count: edges.count)
        for nodes in components {
            if nodes.count == 1, !isCyclic(nodes[0]) {
                facts[nodes[0]] = evaluate(nodes[0], facts)
            } else {
                iterate(nodes, &facts, evaluate)
            }
        }
        return facts
    }

    /// Evaluates the nodes of a cycle again until no fact changes.
    private func iterate<Fact: Equatable>(
        _ nodes: [Int], _ facts: inout [Fact], _ evaluate: (Int, [Fact]) -> Fact
    ) {
        let component = componentOf[nodes[0]]
        var sources: [Int: [Int]] = [:]
        for node in nodes {
            for target in edges[node] where componentOf[target] == component {
                sources[target, default: []].append(node)
            }
        }
        var pending = nodes.sorted()
        var isPending = Set(nodes)
        var next = 0
        while next < pending.count {
            let node = pending[next]
            next += 1
            isPending.remove(node)
            let fact = evaluate(node, facts)
            guard fact != facts[node] else { continue }
            facts[node] = fact
            for source in sources[node] ?? [] where isPending.insert(source).inserted { pending.append(source) }
        }
    }

    /// A shortest cycle through the first node of a component, which must be cyclic.
    func cycle(through start: Int) -> [Int] {
        var previous: [Int: Int] = [:]
        var pending = [start]
        var next = 0
        while next < pending.count {
            let node = pending[next]
            next += 1
            for target in edges[node] where componentOf[target] == componentOf[start] {
                if target == start { return path(to: node, previous) }
                if previous[target] == nil {
                    previous[target] = node
                    pending.append(target)
                }
            }
        }
        return [start]
    }

    private func path(to end: Int, _ previous: [Int: Int]) -> [Int] {
        var path = [end]
        while let node = previous[path[path.count - 1]] { path.append(node) }
        return path.reversed()
    }
}

/// Tarjan's algorithm with a stack of its own.
private struct ComponentWalk {
    let edges: [[Int]]
    private(set) var components: [[Int]] = []
    private(set) var backEdges: [FactGraph.Edge] = []
    private var order: [Int]
    private var lowest: [Int]
    private var isOnPath: [Bool]
    private var isPending: [Bool]
    private var pending: [Int] = []
    private var path: [FactGraph.Edge] = []
    private var count = 0

    init(_ edges: [[Int]]) {
        self.edges = edges
        order = Array(repeating: -1, count: edges.count)
        lowest = order
        isOnPath = Array(repeating: false, count: edges.count)
        isPending = isOnPath
    }

    mutating func run(_ start: Int) {
        guard order[start] < 0 else { return }
        enter(start)
        while let edge = path.last {
            guard edge.position < edges[edge.node].count else {
                leave(edge.node)
                continue
            }
            path[path.count - 1].position += 1
            let target = edges[edge.node][edge.position]
            if isOnPath[target] { backEdges.append(edge) }
            if order[target] < 0 {
                enter(target)
            } else if isPending[target] {
                lowest[edge.node] = min(lowest[edge.node], order[target])
            }
        }
    }

    private mutating func enter(_ node: Int) {
        order[node] = count
        lowest[node] = count
        count += 1
        isOnPath[node] = true
        isPending[node] = true
        pending.append(node)
        path.append(FactGraph.Edge(node: node, position: 0))
    }

    private mutating func leave(_ node: Int) {
        path.removeLast()
        isOnPath[node] = false
        if let parent = path.last?.node { lowest[parent] = min(lowest[parent], lowest[node]) }
        guard lowest[node] == order[node] else { return }
        var nodes: [Int] = []
        while let last = pending.popLast() {
            isPending[last] = false
            nodes.append(last)
            if last == node { break }
        }
        components.append(nodes)
    }
}
