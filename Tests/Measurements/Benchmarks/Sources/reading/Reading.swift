import CLibYAML
import Diagnostics
import Foundation
import YAML

/// Measures reading a document against what libyaml alone takes for its events.
///
///     swift run -c release reading FILE [ROUNDS]
@main
struct Reading {
    static func main() throws {
        guard CommandLine.arguments.count > 1 else {
            print("usage: reading FILE [ROUNDS]")
            exit(64)
        }
        let path = CommandLine.arguments[1]
        let rounds = CommandLine.arguments.count > 2 ? Int(CommandLine.arguments[2]) ?? 1 : 5
        let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
        let before = residentKilobytes("VmRSS")
        let (nodes, problems) = tree(of: bytes)
        let held = residentKilobytes("VmRSS") - before
        print("\(bytes.count) bytes, \(nodes) values, \(problems) problems; peak \(residentKilobytes("VmHWM")) kB")
        print("resident before \(before) kB, after one reading \(held) kB more")

        let events = best(of: rounds) { _ = eventCount(bytes) }
        let reading = best(of: rounds) { _ = tree(of: bytes) }
        print("events alone \(milliseconds(events)), tree \(milliseconds(reading)), ratio \(ratio(reading, events))")
    }

    static func tree(of bytes: [UInt8]) -> (nodes: Int, problems: Int) {
        var files = SourceFiles()
        var problems = Problems()
        let root = YAML.parse(bytes, name: "document", into: &files, problems: &problems)
        return (root.map(count) ?? 0, problems.diagnostics.count)
    }

    static func count(_ node: Node) -> Int {
        switch node.value {
        case .sequence(let items): items.reduce(1) { $0 + count($1) }
        case .mapping(let mapping): mapping.entries.reduce(1) { $0 + count($1.value) }
        default: 1
        }
    }

    static func eventCount(_ bytes: [UInt8]) -> Int {
        bytes.withUnsafeBufferPointer { text in
            var parser = yaml_parser_t()
            var event = yaml_event_t()
            yaml_parser_initialize(&parser)
            defer { yaml_parser_delete(&parser) }
            yaml_parser_set_input_string(&parser, text.baseAddress, text.count)
            var count = 0
            while yaml_parser_parse(&parser, &event) == 1 {
                count += 1
                let isLast = event.type == YAML_STREAM_END_EVENT
                yaml_event_delete(&event)
                if isLast { break }
            }
            return count
        }
    }

    static func best(of rounds: Int, _ work: () -> Void) -> Duration {
        let clock = ContinuousClock()
        return (0..<max(1, rounds)).map { _ in clock.measure(work) }.min() ?? .zero
    }

    static func milliseconds(_ duration: Duration) -> String {
        String(format: "%.1f ms", duration / .milliseconds(1))
    }

    static func ratio(_ one: Duration, _ other: Duration) -> String {
        String(format: "%.2f", one / other)
    }

    /// A line of `/proc/self/status`, or 0 where there is none.
    static func residentKilobytes(_ name: String) -> Int {
        guard let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8) else { return 0 }
        let line = status.split(separator: "\n").first { $0.hasPrefix(name + ":") }
        return line.flatMap { Int($0.filter(\.isNumber)) } ?? 0
    }
}
