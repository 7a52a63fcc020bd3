import ClientModel

extension WireComparison {
    mutating func compare(_ old: Operation, _ new: Operation) {
        compareParameters(old, new)
        compareBodies(old, new)
        compareResponses(old, new)
        compareSecurity(old, new)
        let (before, after) = (old.servers.map(\.url), new.servers.map(\.url))
        if before != after {
            let isKept = !before.isEmpty && Set(before).isSubset(of: after)
            add(
                isKept ? .safe : .wire, "operation-servers-changed", old.title,
                "\(code(old.title)) is at \(Self.list(after)); it was at \(Self.list(before))", old.spot,
                new.spot)
        }
        if new.documentation.isDeprecated, !old.documentation.isDeprecated {
            add(.safe, "operation-deprecated", old.title, "\(code(old.title)) is deprecated", old.spot, new.spot)
        }
    }

    private static func list(_ urls: [String]) -> String {
        urls.isEmpty ? "the service's servers" : urls.map { "\(code($0))" }.joined(separator: ", ")
    }

    // MARK: Parameters

    private mutating func compareParameters(_ old: Operation, _ new: Operation) {
        let (before, after) = (old.parametersByKey, new.parametersByKey)
        for (key, parameter) in before {
            let subject = "\(old.title) \(parameter.wireName)"
            let title = "the \(parameter.location.rawValue) parameter \(code(parameter.wireName)) of \(code(old.title))"
            guard let other = after.first(where: { $0.key == key })?.parameter else {
                add(.wire, "parameter-removed", subject, "\(title) is gone", parameter.spot, new.spot)
                continue
            }
            let isText = if case .style = other.encoding { true } else { false }
            compare(
                parameter, other,
                Site(subject: subject, title: title, old: parameter.spot, new: other.spot, isText: isText))
        }
        for (key, parameter) in after where !before.contains(where: { $0.key == key }) {
            add(
                parameter.isRequired ? .wire : .safe, "parameter-added\(parameter.isRequired ? "-required" : "")",
                "\(old.title) \(parameter.wireName)",
                "the \(parameter.isRequired ? "required" : "optional") \(parameter.location.rawValue) parameter "
                    + "\(code(parameter.wireName)) of \(code(old.title)) is new", old.spot, parameter.spot)
        }
    }

    private mutating func compare(_ old: Parameter, _ new: Parameter, _ site: Site) {
        if old.isRequired != new.isRequired {
            add(
                new.isRequired ? .narrows : .widens, in: .request,
                new.isRequired ? "parameter-became-required" : "parameter-became-optional", site,
                "\(site.title) is \(new.isRequired ? "required" : "optional") now")
        }
        if old.encoding != new.encoding {
            add(
                .incomparable, in: .request, "parameter-encoding-changed", site,
                "\(site.title) is written as \(new.encoding.words); it was \(old.encoding.words)")
        }
        compareDefaults(old.defaultValue, new.defaultValue, site)
        compare(
            old.type, new.type, site, .request, bounds: (old.documentation.bounds, new.documentation.bounds))
    }

    mutating func compareDefaults(_ old: String?, _ new: String?, _ site: Site) {
        guard old != new else { return }
        add(
            .safe, "default-changed", site.subject,
            "the default of \(site.title) is \(new.map { "\(code($0))" } ?? "none"); it was \(old.map { "\(code($0))" } ?? "none")",
            site.old, site.new)
    }

    // MARK: Bodies

    private mutating func compareBodies(_ old: Operation, _ new: Operation) {
        let title = "the body of \(code(old.title))"
        let subject = "\(old.title) body"
        switch (old.body, new.body) {
        case (nil, nil): return
        case (nil, let added?):
            add(
                added.isRequired ? .wire : .safe, "request-body-added\(added.isRequired ? "-required" : "")", subject,
                "\(title), which is \(added.isRequired ? "required" : "optional"), is new", old.spot,
                added.spot(in: new))
        case (let removed?, nil):
            add(.wire, "request-body-removed", subject, "\(title) is gone", removed.spot(in: old), new.spot)
        case (let before?, let after?):
            let site = Site(subject: subject, title: title, old: before.spot(in: old), new: after.spot(in: new))
            if before.isRequired != after.isRequired {
                add(
                    after.isRequired ? .narrows : .widens, in: .request,
                    after.isRequired ? "body-became-required" : "body-became-optional", site,
                    "\(title) is \(after.isRequired ? "required" : "optional") now")
            }
            compare(before.contents, after.contents, site, .request)
        }
    }

    /// A media type the client sends or asks for is the client's choice: leaving one out breaks who chose it, either way.
    mutating func compare(_ old: [Content], _ new: [Content], _ site: Site, _ direction: Direction) {
        func name(_ content: Content) -> String { content.mediaType.text.lowercased() }
        for content in old {
            guard let other = new.first(where: { name($0) == name(content) }) else {
                add(
                    .wire, "media-type-removed", "\(site.subject) \(content.mediaType.text)",
                    "\(site.title) can no longer be \(code(content.mediaType.text))", site.old, site.new)
                continue
            }
            compareEncodings(content, other, site, direction)
            compare(content.type, other.type, site, direction)
        }
        for content in new where !old.contains(where: { name($0) == name(content) }) {
            add(
                .safe, "media-type-added", "\(site.subject) \(content.mediaType.text)",
                "\(site.title) can also be \(code(content.mediaType.text))", site.old, site.new)
        }
    }
}

/// What is compared, as messages name it, and where it stands.
struct Site {
    var subject: String
    var title: String
    var old: Change.Spot?
    var new: Change.Spot?
    /// Sent as plain text, in which a number looks like the text it is.
    var isText = false
}

extension Parameter {
    var spot: Change.Spot { Change.Spot(place: place) }
}

extension RequestBody {
    fileprivate func spot(in operation: Operation) -> Change.Spot {
        Change.Spot(pointer: operation.pointer + "/requestBody", place: place)
    }
}

extension Parameter.Encoding {
    var words: String {
        switch self {
        case .style(let style, let explode, let allowReserved):
            "\(code(style.rawValue))\(explode ? ", exploded" : "")\(allowReserved ? ", reserved characters not encoded" : "")"
        case .content(let type): "\(code(type.text))"
        }
    }
}
