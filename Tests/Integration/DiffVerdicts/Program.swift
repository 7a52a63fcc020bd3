// Names everything callers of the client can name, each with its type: what compiles against one version and not against another is
// a change that breaks Swift callers.
import Foundation
import HTTPTypes
import Store
import StoreRuntime

let client = Store(key: .environment, token: .none, server: .production, transport: URLSessionTransport())
let others = [Store(), Store(key: "key"), Store(token: "token", server: .sandbox), Store(server: .default)]

func pets() async throws(ClientError<Store.Problem>) -> [Store.Pet] {
    let labels: [String] = ["a"]
    let all: [Store.Pet] = try await client.pets.list(limit: 10, sort: .age, labels: labels, xTrace: "t")
    let again: [Store.Pet] = try await client.pets.list()
    let limit: Int? = nil
    let some: [Store.Pet] = try await client.pets.list(limit: limit)
    let made: Store.Pet = try await client.pets.create(.init(name: "n"))
    _ = try await client.pets.create(name: "n", age: 1, note: "n")
    let one: Store.Pet = try await client.pets.get(id: made.id)
    return all + again + some + [one]
}

func settings() async throws(ClientError<Never>) -> Store.Settings {
    let body = Store.Settings(color: "red", size: 1.5, created: "c", secret: "s")
    _ = try await client.pets.replace(id: "i")
    try await client.pets.delete(id: "i")
    return try await client.pets.replace(id: "i", body)
}

func shapes() async throws(ClientError<Never>) -> Store.Answer {
    _ = try await client.pets.drawShape(.square(Store.Square(side: 2)))
    return try await client.pets.drawShape(.circle(Store.Circle(radius: 1, tag: "t")))
}

func report() async throws(ClientError<Never>) -> String {
    try await client.reports.upload()
    try await client.reports.upload(.json(Store.Report(total: 1)))
    try await client.reports.upload(Store.ReportsAPI.UploadContent.text("t"))
    let report: Store.Report = try await client.reports.get()
    let csv: String = try await client.reports.getCSV()
    return "\(report.total)" + csv
}

func outcome() async -> String {
    do {
        _ = try await client.pets.get(id: "i")
        return ""
    } catch .documented(let problem, _) {
        return problem.detail ?? problem.reason
    } catch {
        return "\(error)"
    }
}

func headers(_ response: HTTPResponse) throws -> String {
    let headers = Store.ResponseHeaders(response)
    let (total, next): (Int?, String?) = (try headers.xTotal, try headers.xNext)
    return "\(total ?? 0)" + (next ?? "")
}

func read(_ pet: Store.Pet) -> String {
    let id: String = pet.id
    let age: Int32? = pet.age
    let owner: Store.Owner? = pet.owner
    let born: CalendarDate? = pet.born
    if let owner, let phone = owner.phone { let email: String = owner.email + phone; _ = email }
    switch pet.status {
    case .available: return id + (owner?.phone ?? owner?.email ?? "")
    case .sold: return "\(age ?? 0) \(String(describing: born))"
    default: return pet.status.rawValue
    }
}

func write(_ pet: inout Store.Pet, _ shape: Store.Shape, _ answer: Store.Answer) {
    pet = Store.Pet(id: "i", status: .sold, age: 1, owner: Store.Owner(email: "e", phone: "p"), born: nil)
    pet.status = Store.Pet.Status(rawValue: "other")
    pet.owner?.email = "f"
    let names: Store.Names = ["a"]
    let name: Store.Name = "n"
    var new = Store.NewPet(name: name, age: 1, note: "n", others: names)
    new.explicitNulls = [.note]
    let (named, noted): (String, String?) = (new.name, new.note)
    if let aged: Int = new.age, let all: [String] = new.others { _ = (named, aged, noted, all) }
    new.others = [String]()
    let settings: (Store.Settings) -> (String, Double?, String?, String?) = {
        ($0.color, $0.size, $0.created, $0.secret)
    }
    _ = settings
    switch shape {
    case .circle(let circle): _ = (circle.kind == .circle, circle.radius + 1.5, circle.tag)
    case .square(let square): _ = (square.kind == .square, square.side + 1.5, square.tag)
    case .unrecognized(let json): _ = json
    @unknown default: break
    }
    switch answer {
    case .report(let report): _ = report.total + 1
    case .string(let text): _ = text + ""
    case .unrecognized: break
    @unknown default: break
    }
}

func raw(_ value: some RawRepresentable<String>) -> String { value.rawValue }
func hashed(_ values: any Hashable...) -> Int { values.count }
let conforming = (
    raw(Store.Sort.name), hashed(Store.Sort.age, Store.Report(total: 1), Store.Problem(reason: "r", detail: nil))
)
