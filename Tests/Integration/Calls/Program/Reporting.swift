import CallClientsRuntime
import Foundation
import HTTPTypes

/// Adds the key of the current call to each request, so that the server knows what to respond.
struct KeyedTransport: Transport {
    @TaskLocal static var key = ""
    private let base = URLSessionTransport()

    func send(_ request: HTTPRequest, body: HTTPBody?) async throws -> (HTTPResponse, HTTPBody) {
        var request = request
        request.headerFields[HTTPField.Name("X-Call")!] = Self.key
        return try await base.send(request, body: body)
    }
}

/// The arguments of the calls as JSON text, by their keys, and the number of responses that wait for each call.
struct Plan: Decodable, Sendable {
    let values: [String: String]
    let responses: [String: Int]

    func callAsFunction<Value: Decodable>(_ key: String) throws -> Value {
        try JSONValue(json: Data(values[key, default: ""].utf8)).decode(as: Value.self)
    }

    /// Calls an operation once for each of its responses and prints what became of each, as one line of JSON.
    func call<Value>(_ key: String, _ body: @Sendable () async throws -> Value) async {
        for number in 0..<responses[key, default: 1] {
            let current = "\(key)#\(number)"
            let outcome = await KeyedTransport.$key.withValue(current) { await Outcome(body) }
            print(String(decoding: try! JSONEncoder().encode(Line(key: current, outcome: outcome)), as: UTF8.self))
        }
    }
}

private struct Line: Encodable {
    let key: String
    let outcome: Outcome
}

/// What a call returned or threw.
private struct Outcome: Encodable {
    /// `output`, the case of the `ClientError`, or `fault`.
    var meaning: String
    var status: Int?
    /// The cases of outcomes around the value, outermost first.
    var cases: [String] = []
    /// The value encoded again: JSON text, or Base64 for bytes.
    var json: String?
    var base64: String?
    /// The description of an error.
    var text: String?

    init<Value>(_ body: () async throws -> Value) async {
        do {
            let value = try await body()
            self.init(meaning: "output")
            try await add(value)
        } catch let error as any ReportedError {
            self.init(meaning: error.report.meaning)
            status = error.report.status
            text = "\(error)"
            if let body = error.report.body {
                do { try await add(body) } catch { fail(error) }
            }
        } catch {
            self.init(meaning: "fault")
            fail(error)
        }
    }

    private init(meaning: String) { self.meaning = meaning }

    private mutating func fail(_ error: any Error) {
        meaning = "fault"
        text = "\(error)"
    }

    private mutating func add(_ value: Any) async throws {
        switch value {
        case is Void: break
        case let body as HTTPBody: base64 = try await body.collect().base64EncodedString()
        case let data as Data: base64 = data.base64EncodedString()
        case let file as FileContent: base64 = try file.bytes().base64EncodedString()
        case let stream as any ReportedStream: json = try await stream.elementsAsJSON()
        case let value as any Encodable: json = String(decoding: try JSONValue(encoding: value).json, as: UTF8.self)
        default:
            guard let child = Mirror(reflecting: value).children.first else {
                cases.append("\(value)")
                return
            }
            cases.append(child.label ?? "")
            try await add(child.value)
        }
    }
}

private protocol ReportedError: Error {
    var report: (meaning: String, status: Int?, body: (any Sendable)?) { get }
}

extension ClientError: ReportedError {
    fileprivate var report: (meaning: String, status: Int?, body: (any Sendable)?) {
        switch self {
        case .documented(let body, _): ("failure", status, body)
        case .documentedStatus: ("documentedStatus", status, nil)
        case .undocumented: ("undocumented", status, nil)
        default: ("fault", status, nil)
        }
    }
}

private protocol ReportedStream {
    func elementsAsJSON() async throws -> String
}

extension EventStream: ReportedStream where Element: Encodable {
    fileprivate func elementsAsJSON() async throws -> String { try await json(of: self) }
}

extension JSONLines: ReportedStream where Element: Encodable {
    fileprivate func elementsAsJSON() async throws -> String { try await json(of: self) }
}

private func json<Elements: AsyncSequence>(of elements: Elements) async throws -> String
where Elements.Element: Encodable {
    var texts: [String] = []
    for try await element in elements {
        texts.append(String(decoding: try JSONValue(encoding: element).json, as: UTF8.self))
    }
    return "[\(texts.joined(separator: ","))]"
}
