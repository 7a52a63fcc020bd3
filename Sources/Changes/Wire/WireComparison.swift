import ClientModel

/// Which way values go. A change that narrows what a request may be breaks who sends it; one that widens what an answer may be breaks who
/// reads it.
enum Direction: Hashable { case request, response }

/// What a change does to the set of values that are valid.
enum Effect { case widens, narrows, incomparable }

/// What programs that were made for the old document notice of the new one when they talk to the service.
struct WireComparison {
    private(set) var changes: [Change] = []
    let old: API
    let new: API
    let oldNames: TypeNames
    let newNames: TypeNames
    /// Pairs of declarations that are still to be compared, each once per direction and place that refers to another declaration now.
    private var open: [(pair: Pair, subject: String?)] = []
    private var seen: Set<Pair> = []
    /// The place of the pair that is compared, where it refers to another declaration than it did.
    private var place: String?
    /// The pointers of the declarations of both versions.
    private let pointers: (old: Set<String>, new: Set<String>)

    struct Pair: Hashable {
        var old: TypeID
        var new: TypeID
        var direction: Direction
        /// The first place on the way there that refers to another declaration.
        var place: String?
    }

    init(_ old: API, _ new: API) {
        self.old = old
        self.new = new
        oldNames = TypeNames(old)
        newNames = TypeNames(new)
        pointers = (Set(old.types.map(\.stablePointer)), Set(new.types.map(\.stablePointer)))
    }

    mutating func run() {
        let before = old.groups.flatMap(\.operations)
        let key = OperationKeys(old, new)
        let after = Dictionary(new.groups.flatMap(\.operations).map { (key[$0], $0) }) { first, _ in first }
        let keys = Set(before.map { key[$0] })
        for operation in before {
            guard let other = after[key[operation]] else {
                add(
                    .wire, "operation-removed", operation.title, "\(code(operation.title)) is gone", operation.spot, nil
                )
                continue
            }
            compare(operation, other)
        }
        for operation in new.groups.flatMap(\.operations) where !keys.contains(key[operation]) {
            add(.safe, "operation-added", operation.title, "\(code(operation.title)) is new", nil, operation.spot)
        }
        compareWebhooks()
        compareServers()
        // Comparing one pair may open others.
        while let (pair, subject) = open.popLast() {
            place = pair.place
            compare(pair, subject)
        }
    }

    /// Compares two declarations later, so that types that contain themselves end.
    ///
    /// What differs is told of the declaration, or of the place, where that refers to another declaration than it did.
    mutating func enqueue(_ old: TypeID, _ new: TypeID, _ site: Site, _ direction: Direction) {
        let refersElsewhere = refersElsewhere(old, new)
        let place = place ?? (refersElsewhere ? site.subject : nil)
        let pair = Pair(old: old, new: new, direction: direction, place: refersElsewhere ? place : nil)
        if seen.insert(pair).inserted { open.append((pair, refersElsewhere ? site.subject : nil)) }
    }

    /// Whether two declarations are different ones, and not one under another name.
    private func refersElsewhere(_ old: TypeID, _ new: TypeID) -> Bool {
        guard !isSame(.named(old), .named(new)) else { return false }
        return pointers.new.contains(self.old[old].stablePointer) || pointers.old.contains(self.new[new].stablePointer)
    }

    mutating func add(
        _ verdict: Change.Verdict, _ kind: String, _ subject: String, _ message: String, _ old: Change.Spot?,
        _ new: Change.Spot?
    ) {
        changes.append(Change(verdict, kind, subject, message, old: old, new: new))
    }

    /// Adds a change whose verdict hangs on the direction.
    mutating func add(
        _ effect: Effect, in direction: Direction, _ kind: String, _ site: Site, _ message: String
    ) {
        let breaks =
            switch effect {
            case .incomparable: true
            case .narrows: direction == .request
            case .widens: direction == .response
            }
        add(
            breaks ? .wire : .safe, kind, site.subject, breaks ? "\(message), in \(direction.words)" : message,
            site.old,
            site.new)
    }

    // MARK: Requests the service sends

    private mutating func compareWebhooks() {
        func key(_ webhook: Webhook) -> String {
            [webhook.operation ?? "", webhook.expression ?? "", webhook.method, webhook.wireName].joined(separator: " ")
        }
        let after = Dictionary(new.webhooks.map { (key($0), $0) }) { first, _ in first }
        let keys = Set(old.webhooks.map(key))
        for webhook in old.webhooks {
            let subject = "webhook \(webhook.wireName)"
            guard let other = after[key(webhook)] else {
                add(
                    .wire, "webhook-removed", subject, "the webhook \(code(webhook.wireName)) is gone", webhook.spot,
                    nil)
                continue
            }
            guard let type = webhook.payload, let now = other.payload else { continue }
            compare(
                type, now,
                Site(
                    subject: subject, title: "the payload of \(code(webhook.wireName))", old: webhook.spot,
                    new: other.spot),
                .response)
        }
        for webhook in new.webhooks where !keys.contains(key(webhook)) {
            add(
                .safe, "webhook-added", "webhook \(webhook.wireName)", "the webhook \(code(webhook.wireName)) is new",
                nil,
                webhook.spot)
        }
    }

    // MARK: Servers

    private mutating func compareServers() {
        let spot = Change.Spot(pointer: "#/servers", place: nil)
        let (before, after) = (old.servers.map(\.url), new.servers.map(\.url))
        for url in before where !after.contains(url) {
            add(.wire, "server-removed", "server \(url)", "the server \(code(url)) was removed", spot, spot)
        }
        for url in after where !before.contains(url) {
            add(.safe, "server-added", "server \(url)", "the server \(code(url)) is new", nil, spot)
        }
        guard let was = old.servers.first, let now = new.servers.first, was.defaultURL != now.defaultURL,
            after.contains(was.url)
        else { return }
        add(
            .swift, "server-default-changed", "server default \(now.defaultURL)",
            "calls of a client without a server, and their credentials, go to \(code(now.defaultURL)); "
                + "they went to \(code(was.defaultURL))", spot, spot)
    }
}

extension Direction {
    var words: String { self == .request ? "requests" : "answers" }
}

extension Operation {
    var spot: Change.Spot { Change.Spot(pointer: pointer, place: place) }
}

extension Webhook {
    var spot: Change.Spot { Change.Spot(pointer: pointer, place: place) }
}

extension TypeDeclaration {
    var spot: Change.Spot { Change.Spot(pointer: pointer, place: place) }
}
