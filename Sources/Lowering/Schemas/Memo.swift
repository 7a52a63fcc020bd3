import OpenAPI

/// Values by conjunction; those of single schemas are found by index.
struct Memo<Value> {
    private var singles: [Value?]
    private var others: [Conjunction: Value] = [:]

    init(schemas: Int) { singles = Array(repeating: nil, count: schemas) }

    subscript(conjunction: Conjunction) -> Value? {
        get { conjunction.single.map { singles[$0.index] } ?? others[conjunction] }
        set {
            if let single = conjunction.single {
                singles[single.index] = newValue
            } else {
                others[conjunction] = newValue
            }
        }
    }
}
