import Petstore
import PetstoreRuntime

struct Shop {
    var client = Petstore(petstoreAuth: .refreshing { "token" }, apiKey: .none)

    func restock(_ names: [String]) async throws(ClientError<Never>) -> [Petstore.Pet] {
        var pets: [Petstore.Pet] = []
        for name in names {
            pets.append(try await client.pet.add(Petstore.Pet(name: name, photoURLs: [])))
        }
        pets += try await client.pet.findByStatus(status: .available)
        pets += try await client.pet.findByStatus()
        return try await pets + client.pet.findByTags(tags: ["new"])
    }

    func rename(_ id: Int64, to name: String) async throws -> String {
        var pet = try await client.pet.get(petID: id)
        pet.name = name
        pet.status = .sold
        let updated = try await client.pet.update(.form(pet))
        let changed = try await client.pet.updateWithForm(petID: id, name: name)
        _ = try await client.pet.updateWithForm(petID: id, name: name, status: changed.status?.rawValue)
        return updated.category?.name ?? updated.tags?.first?.name ?? updated.photoURLs.joined()
    }

    func photograph(_ id: Int64) async throws -> [String?] {
        let plain = try await client.pet.uploadFile(petID: id)
        let full = try await client.pet.uploadFile(petID: id, HTTPBody("bytes"), additionalMetadata: "m")
        try await client.pet.delete(petID: id)
        try await client.pet.delete(petID: id, apiKey: "key")
        return [plain.message, full.type, full.code.map(String.init)]
    }

    func order(_ pet: Petstore.Pet) async throws -> Bool {
        let small = try await client.store.placeOrder(Petstore.Order(petID: pet.id, quantity: 1))
        let empty = try await client.store.placeOrder()
        let read = try await client.store.order(orderID: small.id ?? empty.id ?? 0)
        try await client.store.deleteOrder(orderID: read.id ?? 0)
        let left: [String: Int32] = try await client.store.inventory()
        return read.complete ?? left.isEmpty
    }

    func signUp(_ user: Petstore.User) async throws -> (String, Int32?) {
        _ = try await client.user.create(user)
        _ = try await client.user.create(.form(user))
        _ = try await client.user.createWithListInput([user])
        let (session, response) = try await client.user.withResponse {
            try await $0.login(username: user.username, password: user.password)
        }
        let found = try await client.user.get(username: user.username ?? "")
        try await client.user.update(username: "u", found)
        try await client.user.delete(username: "u")
        try await client.user.logout()
        let headers = Petstore.ResponseHeaders(response)
        return try (session + "\(headers.xExpiresAfter?.description ?? "")", headers.xRateLimit)
    }

    func outcome() async -> String {
        do {
            return try await client.user.login()
        } catch .undocumented(let response) {
            return "\(response) \(response.body.count)"
        } catch {
            return "\(error)"
        }
    }
}

func label(_ status: Petstore.Pet.Status?) -> String {
    switch status {
    case .available?, .pending?: "here"
    case .sold?: "gone"
    case let status?: status.rawValue
    case nil: "unknown"
    }
}

func label(_ status: Petstore.Order.Status) -> Int {
    switch status {
    case .placed, .approved: 1
    case .delivered: 2
    default: Petstore.Order.Status.knownValues.count
    }
}

func isJSON(_ body: Petstore.PetAPI.AddContent) -> Bool {
    switch body {
    case .json: true
    case .xml, .form: false
    @unknown default: false
    }
}

func examples(at date: DateTime) -> (Petstore.Pet, Petstore.Order, Petstore.User, Petstore.APIResponse) {
    let pet = Petstore.Pet(
        name: "n", photoURLs: ["u"], id: 1, category: .init(id: 2, name: "c"), tags: [.init(name: "t"), .init()],
        status: .pending)
    let order = Petstore.Order(id: 1, petID: 2, quantity: 3, shipDate: date, status: .approved, complete: true)
    let user = Petstore.User(
        id: 1, username: "u", firstName: "f", lastName: "l", email: "e", password: "p", phone: "1", userStatus: 0)
    return (pet, order, user, .init(code: 1, type: "t", message: "m"))
}

func handle(_ error: ClientError<Never>) -> Int? { error.status }

let local = Petstore(apiKey: "key", server: .init("http://localhost:8080"), transport: StubTransport(.json("[]")))
