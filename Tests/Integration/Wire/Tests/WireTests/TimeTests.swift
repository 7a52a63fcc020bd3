import Contacts
import Foundation
import RecordingServer
import Testing
import Wire
import WireClientsRuntime

private typealias Contact = Contacts.Contact

/// Times of every type, and what models are beside their members.
@Suite struct TimeTests {
    private func sent(_ contact: Contact) async throws -> String {
        try await WireTests.sent { _ = try? await Contacts(server: ServerURL($0)).contacts.replace(contact) }.text
    }

    @Test func membersOfTheExample() async throws {
        var contact = Contact(name: "Ada")  // {"name": "Ada"}
        contact.explicitNulls = [.nickname]  // {"name": "Ada", "nickname": null}
        contact.nickname = "Countess"  // {"name": "Ada", "nickname": "Countess"}
        #expect(try await sent(contact) == #"{"name":"Ada","nickname":"Countess"}"#)
    }

    @Test func datesAndUnixTimesAreSent() async throws {
        let noon = Date(timeIntervalSince1970: 1_727_784_000)
        let contact = Contact(
            name: "Ada", created: noon, seen: UnixTime(noon), expires: UnixTime(seconds: 1.5),
            visits: [1, UnixTime(noon)], days: [noon.addingTimeInterval(0.25)])
        #expect(
            try await sent(contact)
                == #"{"created":"2024-10-01T12:00:00Z","days":["2024-10-01T12:00:00.25Z"],"expires":1.5,"name":"Ada","seen":1727784000,"visits":[1,1727784000]}"#
        )
    }

    @Test func datesAndUnixTimesAreRead() async throws {
        let json =
            #"{"name":"Ada","created":"2024-10-01T14:00:00+02:00","seen":1727784000,"days":["2024-10-01T12:00:00.25Z"]}"#
        let contact = try await RecordingServer.run([.body(200, json)]) { server in
            try await Contacts(server: ServerURL(server.url)).contacts.replace(Contact(name: "Ada"))
        }
        let created: Date? = contact.created
        #expect(created == Date(timeIntervalSince1970: 1_727_784_000))
        #expect(contact.seen == contact.created.map { UnixTime($0) })
        #expect(contact.days == [Date(timeIntervalSince1970: 1_727_784_000.25)])
    }

    @Test func textsThatAreNoDatesAreErrors() {
        #expect(throws: (any Error).self) {
            try JSONValue(json: Data(#"{"name":"Ada","created":"soon"}"#.utf8)).decode(as: Contact.self)
        }
    }

    @Test func dateTimesCompareFormatAndSubtract() async throws {
        let at = try #require(try await roundTrip(#"{"at":"2024-10-01T14:00:00.5+02:00"}"#).at)
        let other = try #require(DateTime("2024-10-01T13:00:00Z"))
        let isRecent = at > Date(timeIntervalSinceNow: -3_600)
        let day = at.formatted(.iso8601.year().month().day())
        let age: Duration? = other - at
        let seconds: TimeInterval? = other.timeIntervalSince(at)
        #expect(!isRecent && at < other && at == Date(timeIntervalSince1970: 1_727_784_000.5))
        #expect(day == "2024-10-01")
        #expect(age == .milliseconds(3_599_500))
        #expect(seconds == 3_599.5)
    }

    @Test func modelsAreIdentifiedByTheirMember() {
        func identifier<Model: Identifiable>(_ model: Model) -> Model.ID { model.id }
        #expect(identifier(Contacts.Account(id: 7, password: "p")) == 7)
    }

    @Test func modelsArePrintedWithoutSecrets() {
        let account = Contacts.Account(id: 7, password: "p", apiKey: "k", note: "n", role: .owner)
        print(account)  // Account(id: 7, password: "REDACTED", apiKey: "REDACTED", note: "REDACTED", role: owner)
        var printed = ""
        print(account, terminator: "", to: &printed)
        #expect(
            printed
                == #"Account(id: 7, password: "REDACTED", apiKey: "REDACTED", note: "REDACTED", role: owner)"#)
        let contact = Contact(name: "Ada", account: account, explicitNulls: [.nickname])
        let nested = printed.replacing("Account(", with: "account: Account(")
        #expect(String(reflecting: contact) == #"Contact(name: "Ada", \#(nested), explicitNulls: ["nickname"])"#)
    }
}
