/// The nodes that others lead to, each once, in the order of the first path to it, and the graph they form.
struct Reach<Node: Hashable> {
    private(set) var nodes: [Node] = []
    private(set) var numbers: [Node: Int] = [:]
    /// Whether all were visited, and not only as many as were asked for.
    private(set) var isComplete = true
    private var targets: [[Node]] = []

    /// - Parameters:
    ///   - most: How many nodes are visited.
    ///   - parts: The nodes a node leads to, asked once for each.
    init(from starts: [Node], atMost most: Int = .max, _ parts: (Node) -> [Node]) {
        var pending = Array(starts.reversed())
        while let node = pending.popLast() {
            guard numbers[node] == nil else { continue }
            guard nodes.count < most else {
                isComplete = false
                return
            }
            numbers[node] = nodes.count
            nodes.append(node)
            let next = parts(node)
            targets.append(next)
            pending += next.reversed()
        }
    }

    var graph: FactGraph { FactGraph(targets.map { $0.compactMap { numbers[$0] } }) }

    /// A node's number; each node asked for must have been reached.
    func number(_ node: Node) -> Int { numbers[node] ?? 0 }
}
