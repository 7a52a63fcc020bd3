import ClientModel

/// What the operations of two documents are recognised by: method and path, whatever its parameters are called. Where operations of one
/// document differ in those names alone, the names count for those both documents have.
struct OperationKeys {
    private var exact: Set<String> = []

    init(_ old: API, _ new: API) {
        let operations = [old, new].map { $0.groups.flatMap(\.operations) }
        let crowded = operations.map { Dictionary(grouping: $0, by: \.key).filter { $0.value.count > 1 }.keys }
        let titles = operations.map { Set($0.map(\.title)) }
        for operation in operations[0] where crowded.contains(where: { $0.contains(operation.key) }) {
            if titles[1].contains(operation.title) { exact.insert(operation.title) }
        }
    }

    subscript(_ operation: Operation) -> String {
        exact.contains(operation.title) ? operation.title : operation.key
    }
}
