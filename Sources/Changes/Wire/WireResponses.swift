import ClientModel

extension WireComparison {
    mutating func compareResponses(_ old: Operation, _ new: Operation) {
        for response in old.responses {
            let status = response.status.text
            let subject = "\(old.title) \(status)"
            guard let other = new.responses.first(where: { $0.status == response.status }) else {
                // A success is what the client asked for; a failure that no longer happens is missed by nobody.
                add(
                    response.status.isSuccess ? .wire : .safe,
                    response.status.isSuccess ? "success-removed" : "failure-removed", subject,
                    "\(code(old.title)) no longer returns \(status)", response.spot, new.spot)
                continue
            }
            let title = "the \(status) of \(code(old.title))"
            let site = Site(subject: subject, title: title, old: response.spot, new: other.spot)
            compare(response.contents, other.contents, site, .response)
            compareHeaders(response, other, site)
        }
        for response in new.responses where !old.responses.contains(where: { $0.status == response.status }) {
            reportAdded(response, old, new)
        }
    }

    /// A client reads a success it does not know as an answer that is not documented, and an error it does not know as the error it is.
    private mutating func reportAdded(_ response: Response, _ old: Operation, _ new: Operation) {
        let status = response.status.text
        let isSuccess = response.status.isSuccess
        // Where nothing is returned, or a range or the default covers it, every success is read alike.
        let isCovered: Bool =
            if case .none = old.output { true } else { old.responses.contains { $0.covers(response) } }
        add(
            isSuccess && !isCovered ? .wire : .safe, isSuccess ? "success-added" : "failure-added",
            "\(old.title) \(status)", "\(code(old.title)) can also return \(status)", old.spot, response.spot)
    }

    // MARK: Headers

    private mutating func compareHeaders(_ old: Response, _ new: Response, _ site: Site) {
        for header in old.headers {
            let subject = "\(site.subject) \(header.wireName)"
            let title = "the header \(code(header.wireName)) of \(site.title)"
            let inner = Site(subject: subject, title: title, old: site.old, new: site.new, isText: true)
            guard let other = new.headers.first(where: { $0.wireName.lowercased() == header.wireName.lowercased() })
            else {
                add(
                    header.isRequired ? .wire : .safe,
                    "response-header-removed\(header.isRequired ? "-required" : "")", subject, "\(title) is gone",
                    site.old, site.new)
                continue
            }
            if header.isRequired != other.isRequired {
                add(
                    header.isRequired ? .widens : .narrows, in: .response,
                    header.isRequired ? "header-became-optional" : "header-became-required", inner,
                    "\(title) is \(header.isRequired ? "optional" : "required") now")
            }
            compare(
                header.type, other.type, inner, .response,
                bounds: (header.documentation.bounds, other.documentation.bounds))
        }
        for header in new.headers
        where !old.headers.contains(where: { $0.wireName.lowercased() == header.wireName.lowercased() }) {
            add(
                .safe, "response-header-added", "\(site.subject) \(header.wireName)",
                "the header \(code(header.wireName)) of \(site.title) is new", site.old, site.new)
        }
    }
}

extension Response {
    var spot: Change.Spot { Change.Spot(place: place) }

    /// Whether the status of another answer was read as this one.
    fileprivate func covers(_ other: Response) -> Bool {
        switch (status, other.status) {
        case (.range(let hundreds), .code(let code)): code / 100 == hundreds
        default: false
        }
    }
}

extension StatusPattern {
    /// As a document spells it.
    var text: String {
        switch self {
        case .code(let code): String(code)
        case .range(let hundreds): "\(hundreds)XX"
        case .default: "default"
        }
    }

    var isSuccess: Bool {
        switch self {
        case .code(let code): code / 100 == 2
        case .range(let hundreds): hundreds == 2
        case .default: false
        }
    }
}
