@_spi(Naming) import ClientModel

extension UnfinishedClient {
    /// Makes one type of equal inline types.
    mutating func mergeCopies() {
        let sent = operations.map(\.operation)
        let declarations = converter.schemas.declarations
        let copies = Copies(
            in: declarations, Usages(of: declarations, by: sent, webhooks), converter.schemas.naming,
            isNew: newPointers(sent))
        copies.record(in: &converter.schemas.naming)
        let result = copies.result()
        converter.schemas.declarations = result.declarations
        result.numbers.apply(
            to: &converter.schemas.declarations, &operations, &webhooks, &converter.schemas.unions.ambiguities)
    }

    /// Whether what stands at a pointer is of an operation that no earlier run has seen. The record has the name of every method
    /// that has no name by configuration.
    private func newPointers(_ operations: [ClientModel.Operation]) -> (String) -> Bool {
        let naming = converter.schemas.naming
        guard naming.recorded.isOlder else { return { _ in true } }
        let new = Set(
            operations.map(\.pointer).filter {
                naming.recorded.name($0, as: .methods) == nil && !naming.pins.contains($0)
            })
        return { pointer in
            !new.isEmpty && pointer.indices.contains { pointer[$0] == "/" && new.contains(String(pointer[..<$0])) }
        }
    }
}
