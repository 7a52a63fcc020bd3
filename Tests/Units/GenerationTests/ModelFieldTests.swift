@_spi(Naming) import ClientModel
import Diagnostics
import Foundation
import TestSupport
import Testing
import YAML

@testable import Generation

/// The JSON of a model holds every stored property of its types.
@Suite struct ModelFieldTests {
    @Test(arguments: ["specs/shipengine.yaml", "specs/runai.yaml", "Tests/Integration/DiffVerdicts/base.yaml"])
    func everyStoredPropertyIsWritten(path: String) throws {
        let api = try ModelReadingTests.api(Repository.root.appending(path: path))
        let json = try #require(try JSONValue.encoding(api))
        #expect(missing(of: api, in: json, "API") == [])
    }

    @Test func aForgottenPropertyIsFound() throws {
        struct Part: Encodable {
            var kept = 1
            var forgotten = 2
            var isUnset = false
            var parts: [Part] = []

            enum CodingKeys: CodingKey { case kept, parts }
        }

        let value = Part(parts: [Part()])
        let json = try #require(try JSONValue.encoding(value))
        #expect(missing(of: value, in: json, "Part") == ["Part.forgotten", "Part.parts.forgotten"])
    }

    @Test(arguments: [
        (Case.plain, "\"plain\"\n"), (.single(3), "{\n  \"single\": 3\n}\n"), (.single(0), "{\n  \"single\": 0\n}\n"),
        (.labelled(isSet: true), "{\n  \"labelled\": {\n    \"isSet\": true\n  }\n}\n"),
        (.labelled(isSet: false), "\"labelled\"\n"), (.optional(case: nil), "\"optional\"\n"),
        (.optional(case: 0), "{\n  \"optional\": {\n    \"case\": 0\n  }\n}\n"),
        (.nested(.plain), "{\n  \"nested\": \"plain\"\n}\n"), (.list([]), "\"list\"\n"),
        (.sorted(["b": false, "a": true]), "{\n  \"sorted\": {\n    \"a\": true\n  }\n}\n"),
    ])
    func casesAreNamesOrObjects(value: Case, text: String) throws {
        #expect(try JSONValue.encoding(value)?.document == text)
        var sources = SourceFiles()
        var problems = Problems()
        let node = try #require(parse(Array(text.utf8), name: "case.json", into: &sources, problems: &problems))
        let again = try NodeDecoder.decode(Case.self, from: node)
        #expect(try JSONValue.encoding(again)?.document == text)
    }

    indirect enum Case: Codable, Sendable {
        case plain
        case single(Int)
        case labelled(isSet: Bool)
        case optional(case: Int?)
        case nested(Case)
        case list([Int])
        case sorted([String: Bool])
    }
}

/// The stored properties that have something to say and are no members of the JSON.
private func missing(of value: Any, in json: JSONValue, _ path: String) -> [String] {
    let mirror = Mirror(reflecting: value)
    switch (mirror.displayStyle, json) {
    case (.optional, _): return mirror.children.flatMap { missing(of: $0.value, in: json, path) }
    case (.collection, .list(let elements)):
        let found = zip(mirror.children, elements).flatMap { missing(of: $0.value, in: $1, path) }
        return Array(Set(found)).sorted()
    case (.struct, .object(let members)), (.tuple, .object(let members)):
        return mirror.children.flatMap { label, value -> [String] in
            guard let label, !label.hasPrefix("."), !isDefault(value) else { return [] }
            guard let member = members.first(where: { $0.0 == label })?.1 else { return [path + "." + label] }
            return missing(of: value, in: member, path + "." + label)
        }
    case (.enum, .object(let members)):
        guard let payload = mirror.children.first?.value, let member = members.first?.1 else { return [] }
        return missing(of: payload, in: member, path)
    default: return []
    }
}

/// Whether a value is omitted: false, absent, empty, or all its properties are. Locations and recorded names are no part of the JSON.
private func isDefault(_ value: Any) -> Bool {
    let mirror = Mirror(reflecting: value)
    switch mirror.displayStyle {
    case .optional: return mirror.children.isEmpty || mirror.children.allSatisfy { $0.value is Place }
    case .collection, .set, .dictionary: return mirror.children.isEmpty
    case .struct where value is Bool: return value as? Bool == false
    case .struct where value is String || value is any BinaryInteger: return false
    case .struct: return value is NameRecord || mirror.children.allSatisfy { isDefault($0.value) }
    default: return value as? Bool == false
    }
}
