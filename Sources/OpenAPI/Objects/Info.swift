public import Diagnostics
import YAML

/// What the document says of itself (Info Object).
public struct Info: Sendable {
    /// The name of the API.
    public var title: String
    /// A short form of the description (3.1 and later).
    public var summary: String?
    /// CommonMark.
    public var description: String?
    /// The URL of the terms of service, as written.
    public var termsOfService: String?
    /// Who to ask about the API.
    public var contact: Contact?
    /// The license of the API.
    public var license: License?
    /// The API's own version, as written: `1.10` stays `1.10`.
    public var version: String
    /// The location of the object.
    public var place: Place
}

/// Whom to ask (Contact Object).
public struct Contact: Sendable {
    /// The person or organization.
    public var name: String?
    /// As written.
    public var url: String?
    /// As written.
    public var email: String?
    /// The location of the object.
    public var place: Place
}

/// The licence of the API (License Object).
public struct License: Sendable {
    /// The name that readers see. For example: `Apache 2.0`.
    public var name: String
    /// An SPDX expression.
    public var identifier: String?
    /// As written.
    public var url: String?
    /// The location of the object.
    public var place: Place
}

private enum InfoKey: String, ObjectKey {
    case title, summary, description, termsOfService, contact, license, version

    static let table = KeyTable<InfoKey>("`info`", only: [(.v3_1 ... .newest, [.summary])])
}

private enum ContactKey: String, ObjectKey {
    case name, url, email

    static let table = KeyTable<ContactKey>("a contact")
}

private enum LicenseKey: String, ObjectKey {
    case name, identifier, url

    static let table = KeyTable<LicenseKey>("a licence", only: [(.v3_1 ... .newest, [.identifier])])
}

extension Reader {
    func info(_ located: Located) -> Info {
        var info = Info(title: "", version: "", place: located.place)
        var missing: Set<InfoKey> = [.title, .version]
        let isMapping = read(located) { (key: InfoKey, entry, located) in
            missing.remove(key)
            switch key {
            case .title: info.title = text(entry) ?? ""
            case .version: info.version = text(entry) ?? ""
            case .summary: info.summary = prose(entry, in: located)
            case .description: info.description = prose(entry, in: located)
            case .termsOfService: info.termsOfService = prose(entry, in: located)
            case .contact: info.contact = contact(located.child(entry))
            case .license: info.license = license(located.child(entry))
            }
        }
        for key in [InfoKey.title, .version] where isMapping && missing.contains(key) {
            report(.repaired, .missingKey, "`info` needs \(code(key.rawValue)); it is read as empty", at: located.place)
        }
        return info
    }

    private func contact(_ located: Located) -> Contact? {
        if let name = nameAlone(located, "contact") { return Contact(name: name, place: located.place) }
        var contact = Contact(place: located.place)
        let isMapping = read(located) { (key: ContactKey, entry, located) in
            switch key {
            case .name: contact.name = prose(entry, in: located)
            case .url: contact.url = prose(entry, in: located)
            case .email: contact.email = prose(entry, in: located)
            }
        }
        return isMapping ? contact : nil
    }

    /// The text that stands where an object with a `name` belongs.
    private func nameAlone(_ located: Located, _ key: String) -> String? {
        guard case .string(let text) = located.node.value else { return nil }
        report(
            .repaired, .wrongKind, "\(code(key)) must be a mapping; the text is read as its `name`", at: located.place)
        return text
    }

    private func license(_ located: Located) -> License? {
        if let name = nameAlone(located, "license") { return License(name: name, place: located.place) }
        var license = License(name: "", place: located.place)
        let isMapping = read(located) { (key: LicenseKey, entry, located) in
            switch key {
            case .name: license.name = prose(entry, in: located) ?? ""
            case .identifier: license.identifier = prose(entry, in: located)
            case .url: license.url = prose(entry, in: located)
            }
        }
        return isMapping ? license : nil
    }
}
