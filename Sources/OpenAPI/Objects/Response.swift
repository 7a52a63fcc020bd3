public import Diagnostics
import YAML

/// One documented answer (Response Object).
public struct Response: Sendable {
    /// The key of a response.
    public enum Status: Hashable, Sendable {
        /// A single status code.
        case code(Int)
        /// `4XX` is `.range(4)`.
        case range(Int)
        /// Every status code that no other response of the operation covers.
        case `default`
    }

    /// The key, after repairs.
    public var status: Status
    /// The location of the key.
    public var statusPlace: Place
    /// A short form of the description (3.2).
    public var summary: String?
    /// Empty where the document has none.
    public var description: String
    /// By name, in document order.
    public var headers: [Header] = []
    /// In document order.
    public var content: [MediaType] = []
    /// What clients can request next, in document order.
    public var links: [Link] = []
    /// Whether the body is a `file` of 2.0, before its media types are known.
    var isFile = false
    /// RFC 6901 pointer to the object, after references were followed.
    public var pointer: String
    /// The location of the object.
    public var place: Place
    /// The key under `components/responses`, where it was declared there.
    public var componentName: String?
}

private enum ResponseKey: String, ObjectKey {
    case summary, description, headers, content, links, schema

    static let table = KeyTable<ResponseKey>(
        "a response", only: [(.v3_2 ... .newest, [.summary]), (.v2_0 ... .v2_0, [.schema])], strict: [.schema])
}

extension Reader {
    func responses(_ entry: Mapping.Entry, in parent: Located) -> [Response] {
        let produced = family(of: parent) == .v2_0 ? produced(by: parent) : nil
        var seen: [Response.Status: Place] = [:]
        return members(entry, in: parent).compactMap { member in
            guard !member.key.hasPrefix("x-") else { return nil }
            guard let status = status(member.entry) else { return nil }
            if member.located.node.isNull {
                report(
                    .leftOut, .emptyValue, "the response \(quote(member.key)) has no value; it is skipped",
                    at: member.keyPlace)
                return nil
            }
            if let first = seen[status] {
                report(
                    .repaired, .duplicate, "the status \(quote(member.key)) is listed twice; the first is used",
                    at: member.keyPlace, notes: [.init("first here", at: first)])
                return nil
            }
            seen[status] = member.keyPlace
            guard var response = response(member.located, "the response \(quote(member.key))") else {
                return nil
            }
            response.status = status
            response.statusPlace = member.keyPlace
            return produced.map { response.producing($0) } ?? response
        }
    }

    func response(_ start: Located, _ what: @autoclosure () -> String) -> Response? {
        guard let end = follow(start, .responses, otherwise: "\(what()) is skipped") else { return nil }
        let located = end.located
        let shared = once(\.responses, located, "a response") {
            family(of: located) == .v2_0 ? swaggerResponse(located) : response(at: located)
        }
        guard var response = shared else { return nil }
        response.summary = end.summary ?? response.summary
        response.description = end.description ?? response.description
        return response
    }

    private func response(at located: Located) -> Response? {
        var response = emptyResponse(located)
        let isMapping = read(located) { (key: ResponseKey, entry, located) in
            switch key {
            case .summary: response.summary = prose(entry, in: located)
            case .description: response.description = prose(entry, in: located) ?? ""
            case .headers: response.headers = headers(entry, in: located)
            case .content: response.content = content(located.child(entry))
            case .schema: break
            case .links:
                response.links = members(entry, in: located).compactMap { link($0.located, name: $0.key) }
            }
        }
        return isMapping ? response : nil
    }

    func emptyResponse(_ located: Located) -> Response {
        Response(
            status: .default, statusPlace: located.place, description: "", pointer: located.pointer,
            place: located.place,
            componentName: componentNames.name(of: .responses, at: located.pointer))
    }

    /// The status a key means; `nil` where it means none.
    private func status(_ entry: Mapping.Entry) -> Response.Status? {
        let text = entry.key
        if text == "default" { return .default }
        if let code = Int(text), (100...599).contains(code), text.utf8.count == 3 {
            return .code(code)
        }
        if text.utf8.count == 3, text.lowercased().hasSuffix("xx"), let digit = text.first?.wholeNumberValue,
            (1...5).contains(digit)
        {
            if text.hasSuffix("XX") { return .range(digit) }
            report(.repaired, .spelling, "\(quote(text)) is read as `\(digit)XX`", at: entry.keyPlace)
            return .range(digit)
        }
        if text.lowercased() == "default" {
            report(.repaired, .spelling, "\(quote(text)) is read as `default`", at: entry.keyPlace)
            return .default
        }
        report(
            .leftOut, .badValue, "\(quote(text)) is not a valid status code; the response is skipped",
            at: entry.keyPlace,
            hint: "use a code such as 200, a range such as 2XX, or 'default'")
        return nil
    }
}
