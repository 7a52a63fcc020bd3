import Diagnostics
import YAML

/// The sections of `components`.
enum ComponentKind: String, CaseIterable {
    case schemas, responses, parameters, examples, requestBodies, headers, securitySchemes, links, callbacks
    case pathItems, mediaTypes

    /// The section of a 2.0 document that is the same.
    init?(swagger section: String) {
        switch section {
        case "definitions": self = .schemas
        case "responses": self = .responses
        case "parameters": self = .parameters
        case "securityDefinitions": self = .securitySchemes
        default: return nil
        }
    }

    /// One of them, as a message says it.
    var noun: String {
        switch self {
        case .schemas: "schema"
        case .responses: "response"
        case .parameters: "parameter"
        case .examples: "example"
        case .requestBodies: "request body"
        case .headers: "header"
        case .securitySchemes: "security scheme"
        case .links: "link"
        case .callbacks: "callback"
        case .pathItems: "path item"
        case .mediaTypes: "media type"
        }
    }
}

/// Why what a reference leads to is not there.
enum LostCause {
    case error
    /// A warning says so at the end of the chain.
    case reported
}

/// The end of a chain of references, and what a Reference Object on the way says in its target's place (3.1, 4.23.1).
struct Followed {
    var located: Located
    var summary: String?
    var description: String?
}

extension Reader {
    /// Follows a chain of references to an object that is not a schema.
    ///
    /// - Parameter consequence: what becomes of the holder where the chain leads nowhere. For example: `the parameter is left out`.
    /// - Returns: the node itself where it is no reference; `nil` where the failure has been reported.
    func follow(_ start: Located, _ kind: ComponentKind, otherwise consequence: @autoclosure () -> String) -> Followed?
    {
        guard referenceText(of: start.node) != nil else { return Followed(located: entering(start)) }
        if let known = memos.followed[kind]?[start.pointer] {
            if known == nil { reportLost(start, memos.lost[start.pointer], consequence()) }
            return known
        }
        var chain: [Located] = []
        var visited: [String: Int] = [:]
        var current = start
        var end: Followed?
        var lost = LostCause.reported
        while true {
            guard let text = referenceText(of: current.node) else {
                end =
                    isWrongTarget(current, kind, from: chain.last ?? start, consequence())
                    ? nil : Followed(located: current)
                break
            }
            if let known = memos.followed[kind]?[current.pointer] {
                if known == nil {
                    lost = memos.lost[current.pointer] ?? .reported
                    reportLost(start, lost, consequence())
                }
                end = known
                break
            }
            if let first = visited[current.pointer] {
                reportCycle(chain[first...].map { ($0.node, $0.pointer) })
                lost = .error
                break
            }
            visited[current.pointer] = chain.count
            chain.append(current)
            guard let next = target(text, of: current, &lost, otherwise: consequence()) else { break }
            current = next
        }
        return remember(end, lost, chain, kind)
    }

    private func remember(
        _ end: Followed?, _ lost: LostCause, _ chain: [Located], _ kind: ComponentKind
    ) -> Followed? {
        var end = end
        for link in chain.reversed() {
            override(&end, by: link)
            if end == nil { memos.lost[link.pointer] = lost }
            memos.followed[kind, default: [:]].updateValue(end, forKey: link.pointer)
        }
        return end
    }

    /// Follows a reference in a place where OpenAPI allows none: what is meant is clear.
    func followUnexpected(_ start: Located, _ what: String) -> Located? {
        report(
            .repaired, .unexpectedReference, "\(what) must not be a reference here; the reference is followed",
            at: referencePlace(start.node))
        return followPlain(start, otherwise: "\(what) is skipped")
    }

    /// Follows a chain of references to anything.
    func followPlain(_ start: Located, otherwise consequence: String) -> Located? {
        var current = start
        for _ in 0..<16 {
            guard let text = referenceText(of: current.node) else { return current }
            var lost = LostCause.reported
            guard let next = target(text, of: current, &lost, otherwise: consequence) else { return nil }
            current = next
        }
        report(.leftOut, .circularReference, "more than 16 references in a chain; \(consequence)", at: start.place)
        return nil
    }

    /// One step of a chain; reports where it leads nowhere.
    private func target(
        _ text: String, of link: Located, _ lost: inout LostCause, otherwise consequence: @autoclosure () -> String
    ) -> Located? {
        switch resolve(text, in: link.scope) {
        case .found(let located): return located
        case .failed(let failure):
            lost = failure.isError ? .error : .reported
            reportFailure(failure, at: link, .leftOut, otherwise: consequence())
            return nil
        }
    }

    /// - Parameter severity: of a reference that leads nowhere.
    func reportFailure(
        _ failure: ReferenceFailure, at link: Located, _ severity: Diagnostic.Severity,
        otherwise consequence: @autoclosure () -> String
    ) {
        let place = referencePlace(link.node)
        switch failure.cause {
        case .dangling:
            report(
                severity, .danglingReference, "\(failure.message); \(consequence())", at: place, hint: failure.hint)
        case .remote: report(.leftOut, .remoteReference, "\(failure.message); \(consequence())", at: place)
        case .refused(let finding): report(.error, finding, failure.message, at: place, hint: failure.hint)
        case .reported: break
        }
    }

    func referencePlace(_ node: Node) -> Place {
        guard case .mapping(let mapping) = node.value, let reference = mapping["$ref"] else { return node.place }
        return reference.place
    }

    /// What was refused with an error needs no word on what is lost with it.
    func reportLost(_ start: Located, _ cause: LostCause?, _ consequence: @autoclosure () -> String) {
        guard cause != .error else { return }
        report(
            .leftOut, .danglingReference, "the target of the reference is skipped; \(consequence())",
            at: referencePlace(start.node))
    }

    /// Pure references that lead to each other have no meaning.
    func reportCycle(_ cycle: [(node: Node, pointer: String)]) {
        let first = cycle[0]
        let chain = cycle.map { quote($0.pointer) } + [quote(first.pointer)]
        let shown = chain.count <= 8 ? chain : chain.prefix(4) + ["…"] + chain.suffix(3)
        report(
            .error, .circularReference, "circular reference: \(shown.joined(separator: " → "))",
            at: referencePlace(first.node),
            notes: cycle.dropFirst().prefix(7).map {
                Diagnostic.Note("through this reference", at: referencePlace($0.node))
            })
    }

    private func isWrongTarget(
        _ located: Located, _ kind: ComponentKind, from link: Located, _ consequence: @autoclosure () -> String
    ) -> Bool {
        guard let other = componentKind(of: located.pointer), other != kind else { return false }
        report(
            .leftOut, .wrongTarget, "a \(kind.noun) is expected, but this refers to a \(other.noun); \(consequence())",
            at: referencePlace(link.node))
        return true
    }

    /// The section of the root document's components a pointer names a member of.
    func componentKind(of pointer: String) -> ComponentKind? {
        guard pointer.utf8.first == UInt8(ascii: "#") else { return nil }
        let isSwagger = version.family == .v2_0
        guard isSwagger || pointer.utf8.starts(with: "#/components/".utf8) else { return nil }
        let parts = pointer.utf8.split(separator: UInt8(ascii: "/"), maxSplits: 4, omittingEmptySubsequences: false)
        guard parts.count == (isSwagger ? 3 : 4) else { return nil }
        let section = String(decoding: parts[parts.count - 2], as: UTF8.self)
        return isSwagger ? ComponentKind(swagger: section) : ComponentKind(rawValue: section)
    }

    private func override(_ end: inout Followed?, by link: Located) {
        guard end != nil, family(of: link) >= .v3_1, case .mapping(let mapping) = link.node.value else { return }
        for entry in mapping.entries {
            guard case .string(let text) = entry.value.value else { continue }
            if entry.key == "summary" { end?.summary = text }
            if entry.key == "description" { end?.description = text }
        }
    }
}
