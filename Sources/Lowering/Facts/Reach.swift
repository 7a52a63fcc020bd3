/// The nodes that others lead to, each once, in the order of the first path to it, and the graph they form.
struct Reach<Node: Hashable> {
    private(set) var nodes: [Node] = []
    private(set) var numbers: [Node: Int] = [:]
    private var targets: [[Node]] = []

    /// - Parameter parts: The nodes a node leads to, asked once for each.
    init(from starts: [Node], _ parts: (Node) -> [Node]) {
        var waiting = Array(starts.reversed())
        while let node = waiting.popLast() {
            guard numbers[node] == nil else { continue }
            numbers[node] = nodes.count
            nodes.append(node)
            let next = parts(node)
            targets.append(next)
            waiting += next.reversed()
        }
    }

    var graph: FactGraph { FactGraph(targets.map { $0.compactMap { numbers[$0] } }) }

    /// A node's number; each node asked for must have been reached.
    func number(_ node: Node) -> Int { numbers[node] ?? 0 }
}
