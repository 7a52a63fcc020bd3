import ClientRuntime
import Foundation
import Testing

/// A type as it is generated.
private struct Pet: FieldComparable, Hashable, CustomReflectable {
    var id = 1
    var name: String? = "Rex \"R\""
    var born: DateTime?
    var status: Status? = .sold
    var owners: [Owner] = []
    var notes: [String: Kind] = [:]
    var token: String? = "s3cret"
    var explicitNulls: ExplicitNulls<Self> = []

    static func areEqual(_ left: Self, _ right: Self) -> Bool { left.id == right.id }

    var customMirror: Mirror {
        Mirror(
            self,
            children: [
                "id": id as Any, "name": name as Any, "born": born as Any, "status": status as Any, "owners": owners,
                "notes": notes, "token": "REDACTED", "explicitNulls": explicitNulls,
            ], displayStyle: .struct)
    }
}

private struct Owner: FieldComparable, Hashable {
    var email: String
    private var _parent: Indirect<Owner?>

    init(_ email: String, parent: Owner? = nil) {
        self.email = email
        _parent = Indirect(wrappedValue: parent)
    }

    static func areEqual(_ left: Self, _ right: Self) -> Bool { left.email == right.email }
}

private enum Kind: Hashable {
    case owner(Owner)
    case text(String)
    case unrecognized(JSONValue)
}

private struct Status: OpenEnum {
    let rawValue: String

    static var sold: Self { Self(rawValue: "sold") }
    static var knownValues: [Self] { [.sold] }
}

@Suite struct ModelDescriptionTests {
    @Test func membersWithoutAValueAreOmitted() {
        let text = #"Pet(id: 1, name: "Rex \"R\"", status: sold, owners: [], notes: [:], token: "REDACTED")"#
        #expect("\(Pet())" == text)
        #expect(String(reflecting: Pet()) == text)
        #expect("\([Pet()])" == "[\(text)]")
        var printed = ""
        print(Pet(), terminator: "", to: &printed)
        #expect(printed == text)
    }

    @Test func valuesWithinOthersAreDescribed() {
        var pet = Pet(born: DateTime(Date(timeIntervalSince1970: 0)))
        pet.owners = [Owner("a", parent: Owner("b"))]
        pet.notes = ["x": .owner(Owner("c")), "w": .text("t"), "y": .unrecognized([1])]
        pet.explicitNulls = ExplicitNulls(name: "owner")
        let text = "\(pet)"
        #expect(text.contains("born: 1970-01-01T00:00:00Z"))
        #expect(text.contains(#"owners: [Owner(email: "a", parent: Owner(email: "b"))]"#))
        #expect(text.contains(#"notes: ["w": text("t"), "x": owner(Owner(email: "c")), "y": unrecognized([1])]"#))
        #expect(text.contains(#"explicitNulls: ["owner"]"#))
        #expect(!text.contains("s3cret"))
    }

    @Test func depthIsLimited() {
        var owner = Owner("0")
        for number in 1..<200 { owner = Owner("\(number)", parent: owner) }
        #expect("\(owner)".contains("…"))
    }
}
