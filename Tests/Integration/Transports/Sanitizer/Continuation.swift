/// The standard library's continuation, which hands its result over under a lock: the thread sanitizer does not see
/// that a task that goes on comes after the thread that resumed it.
///
/// In the runtime's module this name stands before the standard library's.
nonisolated struct CheckedContinuation<Value: Sendable, Failure: Error>: Sendable {
    fileprivate let base: _Concurrency.CheckedContinuation<Void, Never>
    fileprivate let handover: Locked<Result<Value, any Error>?>

    func resume(with result: Result<Value, any Error>) {
        handover.withLock { $0 = result }
        base.resume()
    }

    func resume(returning value: Value) { resume(with: .success(value)) }
    func resume(throwing error: any Error) { resume(with: .failure(error)) }
}

nonisolated extension CheckedContinuation where Value == Void {
    func resume() { resume(returning: ()) }
}

nonisolated(nonsending) func withCheckedThrowingContinuation<Value: Sendable>(
    _ body: (CheckedContinuation<Value, any Error>) -> Void
) async throws -> Value {
    let handover = Locked<Result<Value, any Error>?>(nil)
    await withCheckedContinuation { base in body(CheckedContinuation(base: base, handover: handover)) }
    guard let result = handover.value else { throw CancellationError() }
    return try result.get()
}
