import Cafe
import CafeRuntime
import Foundation

struct Counter {
    let cafe = Cafe(oAuth2: Credential("token"), apiKey: .none, server: .liveServer)

    func prices() async throws -> [String: Int] {
        let first = try await cafe.products.listMenuItems()
        let next = try await cafe.products.listMenuItems(
            after: first.page.endCursor, sort: "s", limit: first.page.limit)
        return Dictionary((first.items + next.items).map { (name(of: $0), price(of: $0) ?? 0) }) { $1 }
    }

    func offer(_ item: Cafe.MenuItem) async throws(ClientError<Cafe.Error>) -> HTTPBody? {
        guard case .beverage(let made) = try await cafe.products.createMenuItem(item), let id = made.id else {
            return nil
        }
        _ = try await cafe.products.getMenuItemPhoto(menuItemID: id)
        let photo = try await cafe.products.getMenuItemPhoto(menuItemID: id, photoSize: .thumbnail)
        print(try await cafe.products.getMenuItemPhotoText(menuItemID: id))
        try await cafe.products.deleteMenuItem(menuItemID: id)
        return photo
    }

    func serve(_ order: Cafe.Order) async throws -> Cafe.OrderStatus? {
        let placed = try await cafe.orders.create(order)
        guard let id = placed.id else { return placed.status }
        let read = try await cafe.orders.get(orderID: id)
        let items: [Cafe.OrderItem] = try await cafe.orders.listItems(filter: "f")
        let done = try await cafe.orders.update(orderID: id, .init(status: .completed))
        _ = try await cafe.orders.update(orderID: id, status: .completed)
        print(items.compactMap(\.menuItem).map(name), read.totalPrice ?? 0, items.first?.discount ?? 0)
        try await cafe.orders.delete(orderID: id)
        return done.status
    }

    func all() async throws -> [String] {
        let orders = try await cafe.orders.list(
            filter: "f", sort: "s", limit: 1, after: "a", before: "b", search: "c")
        let (rest, response) = try await cafe.orders.withResponse { try await $0.list(search: "d") }
        return (orders.items + rest.items).map(\.customerName) + ["\(response)", orders.object.rawValue]
    }

    func revenue(since start: DateTime) async throws -> Float {
        let some = try await cafe.statistics.revenue(startDate: start)
        let all = try await cafe.statistics.revenue()
        return all.revenue - some.revenue + Float(some.completedOrders)
    }

    func register() async throws -> (String, [Cafe.OAuth2Client.Scope]) {
        let short = try await cafe.authorization.registerOAuth2Client(.init(name: "n"))
        _ = try await cafe.authorization.registerOAuth2Client(name: "n", scopes: [.menuRead])
        let long = try await cafe.authorization.registerOAuth2Client(
            Cafe.RegisterClientObject(
                name: "n", redirectURIs: [], scopes: [.menuRead], grantTypes: [.clientCredentials]))
        return (short.clientSecret, long.scopes ?? [])
    }

    func outcome() async -> String {
        do {
            return try await cafe.orders.get(orderID: "1").customerName
        } catch .documented(let error, _) where error.status == 404 {
            return error.instance ?? error.title
        } catch .documented(let error, let response) {
            return "\(response) \(error.details ?? [:])"
        } catch {
            return "\(error)"
        }
    }
}

func name(of item: Cafe.MenuItem) -> String {
    switch item {
    case .beverage(let beverage): beverage.containsCaffeine ? beverage.name : "\(beverage.volume)"
    case .dessert(let dessert): dessert.name
    case .unrecognized(let value): "\(value)"
    @unknown default: "?"
    }
}

func price(of item: Cafe.MenuItem) -> Int? {
    switch item {
    case .beverage(let beverage): beverage.price
    case .dessert(let dessert): dessert.price
    default: nil
    }
}

func label(_ status: Cafe.OrderStatus) -> String {
    switch status {
    case .placed, .preparing: "soon"
    case .completed: "done"
    case .canceled: "never"
    default: status.rawValue
    }
}

func menu() -> [Cafe.MenuItem] {
    let tea = Cafe.Beverage(volume: 2, containsCaffeine: true, name: "n", price: 1)
    var cake = Cafe.Dessert(
        calories: 1, name: "n", price: 2, id: "1", photoTextDescription: "t", explicitNulls: [.photo])
    cake.photo = FileContent(Data(), name: "n")
    cake.photoURL = tea.photoURL
    return [.beverage(tea), .dessert(cake)]
}

func orders(at date: DateTime) -> [Cafe.Order] {
    let small = Cafe.Order(customerName: "c", orderItems: [.init(menuItemID: "m", quantity: 1)])
    let items = [Cafe.Order.OrderItem(menuItemID: "m", quantity: 1, discount: 2, comment: "c")]
    var large = Cafe.Order(
        customerName: "c", orderItems: items, id: "1", object: .order, status: .placed, totalPrice: 3, createdAt: date,
        updatedAt: date)
    large.orderItems += small.orderItems
    return [small, large]
}

func handle(_ error: ClientError<Cafe.Error>) -> Int? { error.status }

let problem = Cafe.Error(type: "t", title: "t", status: 400, details: ["a": .null])
let scopes: [Cafe.RegisterClientObject.Scope] = Cafe.RegisterClientObject.Scope.knownValues
