import Diagnostics

/// What the objects at some pointers became, each of which is read once however many references lead to it.
struct Memos {
    var parameters: Memo<Parameter> = [:]
    var requestBodies: Memo<RequestBody> = [:]
    var responses: Memo<Response> = [:]
    var headers: Memo<Header> = [:]
    var mediaTypes: Memo<MediaType> = [:]
    var callbacks: Memo<Callback> = [:]
    var pathItems: Memo<PathItemParts> = [:]
    /// Why what has no end in `followed` has none.
    var lost: [String: LostCause] = [:]
    var followed: [ComponentKind: [String: Followed?]] = [:]
}

typealias Memo<Value> = [String: MemoState<Value>]

enum MemoState<Value> {
    case inProgress
    case done(Value?)
}

extension Reader {
    /// What stands at a pointer: read now, or what it became the first time. `nil` also where it is inside itself.
    func once<Value>(
        _ memo: WritableKeyPath<Memos, Memo<Value>>, _ located: Located, _ what: String, _ read: () -> Value?
    ) -> Value? {
        switch memos[keyPath: memo][located.pointer] {
        case .done(let value): return value
        case .inProgress:
            report(
                .leftOut, .circularReference, "\(what) contains itself; the inner one is skipped", at: located.place)
            return nil
        case nil:
            memos[keyPath: memo][located.pointer] = .inProgress
            let value = read()
            memos[keyPath: memo][located.pointer] = .done(value)
            return value
        }
    }
}
