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

/// Where chains of references end, by the pointers of their links.
struct ReferenceEnds {
    private var ends: [ComponentKind: [String: Followed?]] = [:]
    private var lost: [String: LostCause] = [:]

    /// The end of the chain that a link is part of; the inner value is `nil` where it leads nowhere.
    func end(of link: Located, _ kind: ComponentKind) -> Followed?? { ends[kind]?[link.pointer] }

    /// Why a chain has no end.
    func cause(of link: Located) -> LostCause? { lost[link.pointer] }

    mutating func remember(_ end: Followed?, _ cause: LostCause, of link: Located, _ kind: ComponentKind) {
        if end == nil { lost[link.pointer] = cause }
        ends[kind, default: [:]].updateValue(end, forKey: link.pointer)
    }
}

extension References {
    /// Follows a chain of references to an object that is not a schema.
    ///
    /// - Parameter consequence: what becomes of the holder where the chain leads nowhere. For example: `the parameter is left out`.
    /// - Returns: the node itself where it is no reference; `nil` where the failure has been reported.
    mutating func follow(
        _ start: Located, _ kind: ComponentKind, otherwise consequence: @autoclosure () -> String,
        _ findings: inout Findings
    ) -> Followed? {
        guard start.node.referenceText != nil else { return Followed(located: files.entering(start)) }
        if let known = ends.end(of: start, kind) {
            if known == nil { findings.reportLost(start, ends.cause(of: start), consequence()) }
            return known
        }
        var chain: [Located] = []
        var visited: [String: Int] = [:]
        var current = start
        var end: Followed?
        var lost = LostCause.reported
        while true {
            guard let text = current.node.referenceText else {
                end =
                    isWrongTarget(current, kind, from: chain.last ?? start, consequence(), &findings)
                    ? nil : Followed(located: current)
                break
            }
            if let known = ends.end(of: current, kind) {
                if known == nil {
                    lost = ends.cause(of: current) ?? .reported
                    findings.reportLost(start, lost, consequence())
                }
                end = known
                break
            }
            if let first = visited[current.pointer] {
                findings.reportCycle(chain[first...])
                lost = .error
                break
            }
            visited[current.pointer] = chain.count
            chain.append(current)
            guard let next = target(text, of: current, &lost, otherwise: consequence(), &findings) else { break }
            current = next
        }
        return remember(end, lost, chain, kind)
    }

    private mutating func remember(
        _ end: Followed?, _ lost: LostCause, _ chain: [Located], _ kind: ComponentKind
    ) -> Followed? {
        var end = end
        for link in chain.reversed() {
            override(&end, by: link)
            ends.remember(end, lost, of: link, kind)
        }
        return end
    }

    /// Follows a reference in a place where OpenAPI allows none: what is meant is clear.
    mutating func followUnexpected(_ start: Located, _ what: String, _ findings: inout Findings) -> Located? {
        findings.report(
            .repaired, .unexpectedReference, "\(what) must not be a reference here; the reference is followed",
            at: start.node.referencePlace)
        return followPlain(start, otherwise: "\(what) is skipped", &findings)
    }

    /// Follows a chain of references to anything.
    mutating func followPlain(
        _ start: Located, otherwise consequence: String, _ findings: inout Findings
    ) -> Located? {
        var current = start
        for _ in 0..<16 {
            guard let text = current.node.referenceText else { return current }
            var lost = LostCause.reported
            guard let next = target(text, of: current, &lost, otherwise: consequence, &findings)
            else { return nil }
            current = next
        }
        findings.report(
            .leftOut, .circularReference, "more than 16 references in a chain; \(consequence)", at: start.place)
        return nil
    }

    /// One step of a chain; reports where it leads nowhere.
    private mutating func target(
        _ text: String, of link: Located, _ lost: inout LostCause, otherwise consequence: @autoclosure () -> String,
        _ findings: inout Findings
    ) -> Located? {
        switch resolve(text, in: link.scope, &findings) {
        case .found(let located): return located
        case .failed(let failure):
            lost = failure.isError ? .error : .reported
            findings.reportFailure(failure, at: link, .leftOut, otherwise: consequence())
            return nil
        }
    }

    private func isWrongTarget(
        _ located: Located, _ kind: ComponentKind, from link: Located, _ consequence: @autoclosure () -> String,
        _ findings: inout Findings
    ) -> Bool {
        guard let other = componentKind(of: located.pointer), other != kind else { return false }
        findings.report(
            .leftOut, .wrongTarget, "a \(kind.noun) is expected, but this refers to a \(other.noun); \(consequence())",
            at: link.node.referencePlace)
        return true
    }

    /// The section of the root document's components a pointer names a member of.
    func componentKind(of pointer: String) -> ComponentKind? {
        guard pointer.utf8.first == UInt8(ascii: "#") else { return nil }
        let isSwagger = files.family == .v2_0
        guard isSwagger || pointer.utf8.starts(with: "#/components/".utf8) else { return nil }
        let parts = pointer.utf8.split(separator: UInt8(ascii: "/"), maxSplits: 4, omittingEmptySubsequences: false)
        guard parts.count == (isSwagger ? 3 : 4) else { return nil }
        let section = String(decoding: parts[parts.count - 2], as: UTF8.self)
        return isSwagger ? ComponentKind(swagger: section) : ComponentKind(rawValue: section)
    }

    /// Whether a pointer leads to what is certainly no schema.
    func isNoSchema(_ target: Located) -> Bool {
        if let kind = componentKind(of: target.pointer) { return kind != .schemas }
        return files.isDocument(target)
    }

    private func override(_ end: inout Followed?, by link: Located) {
        guard end != nil, files.family(of: link) >= .v3_1, case .mapping(let mapping) = link.node.value else { return }
        for entry in mapping.entries {
            guard case .string(let text) = entry.value.value else { continue }
            if entry.key == "summary" { end?.summary = text }
            if entry.key == "description" { end?.description = text }
        }
    }
}
