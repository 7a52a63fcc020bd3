import ClientRuntime
import Foundation
import HTTPTypes
import Testing

/// One cell of the table of styles: a parameter of one kind and what is sent of it.
struct StyleCell: CustomTestStringConvertible, Sendable {
    var location: String
    var style: ParameterStyle
    var explode: Bool
    var allowReserved: Bool
    var kind: String
    /// `-` where nothing is sent, `!` where the value is refused.
    var expected: String

    var testDescription: String {
        "\(location) \(style)\(explode ? " explode" : "")\(allowReserved ? " allowReserved" : ""), \(kind)"
    }

    /// Every cell of `style-table.txt`, which holds OpenAPI 3.2's "Style Examples" and what RFC 6570 and RFC 3986 say of reserved
    /// characters, of what is empty and of what is not there.
    static let all: [StyleCell] = {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "style-table.txt")
        let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
        var cells: [StyleCell] = []
        var row: [String] = []
        for line in text.split(separator: "\n") {
            let words = line.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: true).map(String.init)
            guard line.hasPrefix("  "), let style = row.dropFirst().first.flatMap({ styles[$0] }) else {
                row = line.split(separator: " ").map(String.init)
                continue
            }
            cells.append(
                StyleCell(
                    location: row[0], style: style, explode: row.contains("explode"),
                    allowReserved: row.contains("allowReserved"), kind: words[0],
                    expected: words.count > 1 ? words[1].trimmingCharacters(in: .whitespaces) : ""))
        }
        return cells
    }()

    private static let styles: [String: ParameterStyle] = [
        "matrix": .matrix, "label": .label, "simple": .simple, "form": .form, "spaceDelimited": .spaceDelimited,
        "pipeDelimited": .pipeDelimited, "deepObject": .deepObject, "cookie": .cookie,
    ]
}

@Suite struct StyleTableTests {
    @Test func theTableIsWhole() {
        #expect(StyleCell.all.count == 360)
        #expect(Set(StyleCell.all.map(\.testDescription)).count == 360)
    }

    @Test(arguments: StyleCell.all)
    func cell(_ cell: StyleCell) async throws {
        guard cell.expected != "!" else {
            await #expect(throws: (any Error).self) { _ = try await sent(cell) }
            return
        }
        let found = try await sent(cell)
        #expect(found ?? "-" == cell.expected)
    }

    private struct Reserved: Encodable {
        enum CodingKeys: String, CodingKey { case slash = "a/b" }
        var slash = "c,d=e"
    }

    private func sent(_ cell: StyleCell) async throws -> String? {
        switch cell.kind {
        case "string": try await part(cell, "blue")
        case "reserved": try await part(cell, "a/b?c=d&e f,é")
        case "empty": try await part(cell, "")
        case "array": try await part(cell, ["blue", "black", "brown"])
        case "reservedArray": try await part(cell, ["a/b", "c,d|e f"])
        case "emptyArray": try await part(cell, [String]())
        case "object": try await part(cell, Color())
        case "reservedObject": try await part(cell, Reserved())
        case "emptyObject": try await part(cell, Empty())
        case "undefined": try await part(cell, String?.none)
        default: throw CocoaError(.featureUnsupported)
        }
    }

    /// What is sent in the parameter's place, or `nil`.
    private func part<T: Encodable>(_ cell: StyleCell, _ value: T?) async throws -> String? {
        let head = try await ClientRuntimeTests.sent(.get, cell.location == "path" ? "/x/v" : "/x") { request in
            switch cell.location {
            case "path":
                try request.path(
                    "color", value, style: cell.style, explode: cell.explode, allowReserved: cell.allowReserved)
            case "query":
                try request.query(
                    "color", value, style: cell.style, explode: cell.explode, allowReserved: cell.allowReserved)
            case "header": try request.header("X-Color", value, explode: cell.explode)
            default:
                try request.cookie(
                    "color", value, style: cell.style, explode: cell.explode, allowReserved: cell.allowReserved)
            }
        }.head
        switch cell.location {
        case "path": return (head.path?.dropFirst("/x/v".count)).map(String.init)
        case "query": return head.path?.split(separator: "?", maxSplits: 1).dropFirst().first.map(String.init)
        case "header": return header("X-Color", head)
        default: return header("Cookie", head)
        }
    }
}
