/// What the objects at some pointers became, each of which is read once however many references lead to it.
struct Memos {
    var parameters = Memo<Parameter>()
    var requestBodies = Memo<RequestBody>()
    var responses = Memo<Response>()
    var headers = Memo<Header>()
    var mediaTypes = Memo<MediaType>()
    var callbacks = Memo<Callback>()
    var pathItems = Memo<PathItemParts>()
}

/// What the objects of one kind became, by pointer.
struct Memo<Value> {
    enum State {
        case inProgress
        /// `nil` where it can't be read, which has been reported.
        case done(Value?)
    }

    private var states: [String: State] = [:]

    /// What an object has become, or that it is being read.
    ///
    /// - Returns: `nil` the first time; the caller reads the object and calls ``finish(_:at:)``.
    mutating func begin(at pointer: String) -> State? {
        if let known = states[pointer] { return known }
        states[pointer] = .inProgress
        return nil
    }

    mutating func finish(_ value: Value?, at pointer: String) { states[pointer] = .done(value) }
}
