import Foundation
import Museum
import MuseumRuntime

struct Planner {
    let museum: Museum

    init(key: String, local: Bool = false) {
        let remote = Museum(museumPlaceholderAuth: key, server: .production)
        museum = local ? Museum(server: "http://localhost:8080") : remote
    }

    func week(from start: CalendarDate) async throws -> [String] {
        let hours = try await museum.operations.museumHours(startDate: start, limit: 7)
        let all: Museum.MuseumHours = try await museum.operations.museumHours()
        return (hours + all).map { "\($0.date): \($0.timeOpen) to \($0.timeClose)" }
    }

    func plan(_ event: Museum.SpecialEvent) async throws(ClientError<Museum.Error>) -> Museum.EventID? {
        let created = try await museum.events.createSpecialEvent(event)
        guard let id = created.eventID else { return nil }
        let changed = try await museum.events.updateSpecialEvent(eventID: id, .init(price: created.price / 2))
        _ = try await museum.events.updateSpecialEvent(eventID: id, name: "n", price: changed.price)
        let read = try await museum.events.specialEvent(eventID: id)
        guard read != changed else { return id }
        try await museum.events.deleteSpecialEvent(eventID: id)
        return nil
    }

    func cheapest(before end: CalendarDate) async throws -> Museum.SpecialEvent? {
        let first = try await museum.events.listSpecialEvents()
        let (second, response) = try await museum.events.withResponse {
            try await $0.listSpecialEvents(endDate: end, page: 2)
        }
        print(response)
        return (first + second).min { $0.price < $1.price }
    }

    func buy(_ type: Museum.TicketType, on date: CalendarDate) async throws -> (Museum.TicketMessage, HTTPBody?) {
        let bought = try await museum.tickets.buyMuseumTickets(
            .init(ticketDate: date, ticketType: type, email: "a@example.com"))
        _ = try await museum.tickets.buyMuseumTickets(ticketDate: date, ticketType: type, email: "a@example.com")
        guard let id = bought.ticketID else { return (bought.message, nil) }
        return (bought.message, try await museum.tickets.getCode(ticketID: id))
    }

    func outcome(of id: UUIDText) async -> String {
        do {
            return try await museum.events.specialEvent(eventID: id).name
        } catch .documented(let error, let response) {
            return error.title ?? error.type ?? "\(response)"
        } catch .undocumented(let response) {
            return "\(response) \(response.body.count)"
        } catch {
            return "\(error)"
        }
    }
}

func label(_ type: Museum.TicketType) -> String {
    switch type {
    case .event: "for an event"
    case .general: "for a day"
    default: type.rawValue
    }
}

func examples(on date: CalendarDate, _ id: UUIDText) -> [Museum.SpecialEvent] {
    let small = Museum.SpecialEvent(name: "n", location: "l", eventDescription: "d", dates: [date], price: 1)
    var large = Museum.SpecialEvent(
        name: "n", location: "l", eventDescription: "d", dates: [date], price: 2.5, eventID: id)
    large.dates.append(contentsOf: small.dates)
    return [small, large]
}

func bodies(on date: CalendarDate, _ id: UUIDText) -> (
    Museum.SpecialEventFields, Museum.BuyMuseumTickets, Museum.Ticket
) {
    let fields = Museum.SpecialEventFields(name: "n", location: "l", eventDescription: "d", dates: [date], price: 3)
    let tickets = Museum.BuyMuseumTickets(
        ticketDate: date, ticketType: .general, email: "a@example.com", ticketID: id, eventID: id)
    return (fields, tickets, Museum.Ticket(ticketDate: date, ticketType: .init(rawValue: "new")))
}

func answers(on date: CalendarDate) -> (Museum.MuseumTicketsConfirmation, Museum.MuseumDailyHours, Museum.Error) {
    let confirmation = Museum.MuseumTicketsConfirmation(
        ticketDate: date, ticketType: .event, message: "m", confirmationCode: "c")
    return (confirmation, .init(date: date, timeOpen: "8", timeClose: "20"), .init(type: "t", title: nil))
}

func handle(_ error: ClientError<Museum.Error>) -> Int? { error.status }

let types: [Museum.TicketType] = Museum.TicketType.knownValues
