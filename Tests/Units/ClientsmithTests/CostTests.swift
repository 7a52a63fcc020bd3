import Foundation
import TestSupport
import Testing

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// What small or cheap inputs cost that a careless reader would spend minutes, the stack or all memory on.
@Suite(.serialized) struct CostTests {
    private static let header = "openapi: 3.1.0\ninfo: {title: Cost, version: \"1\"}\n"

    private static func text(_ piece: String, _ count: Int) -> String { String(repeating: piece, count: count) }

    private static func schemas(_ count: Int, _ schema: (String) -> String) -> String {
        let list = (0..<count).map { "    S\($0): \(schema("{$ref: \"#/components/schemas/S\($0 + 1)\"}"))\n" }
        return header + "paths: {}\ncomponents:\n  schemas:\n\(list.joined())    S\(count): {type: object}\n"
    }

    static let inputs: [(name: String, status: Int32, text: @Sendable () -> String)] = [
        (
            "aliases of aliases", 65,
            {
                let names = Array("abcdefghi")
                let bomb = zip(names, names.dropFirst()).map { "\($1): &\($1) [\(text("*\($0),", 9))]\n" }
                return "a: &a [\(text("x,", 9))]\n\(bomb.joined())"
            }
        ),
        ("100,000 brackets", 65, { text("[", 100_000) }),
        ("100,000 brackets of JSON", 65, { text("[{\"a\":", 50_000) }),
        ("half a million dashes", 65, { text("- ", 500_000) }),
        ("a scalar of ten megabytes", 0, { header + "paths: {}\nx-a: \"\(text("x", 10_000_000))\"\n" }),
        ("a million keys", 0, { header + "paths: {}\nx-a:\n" + (0..<1_000_000).map { "  k\($0): 0\n" }.joined() }),
        ("a hundred thousand unknown aliases", 65, { "a:\n" + (0..<100_000).map { "- *a\($0)\n" }.joined() }),
        ("a megabyte of NUL", 65, { "a: " + text("\0", 1_000_000) }),
        ("a chain of elements", 0, { schemas(2_000) { "{type: array, items: \($0)}" } }),
        ("a chain of allOf", 65, { schemas(5_000) { "{properties: {a: {type: string}}, allOf: [\($0)]}" } }),
        ("a chain of references", 65, { schemas(15_000) { $0 } }),
        ("a chain of required properties", 0, { schemas(2_000) { "{required: [a], properties: {a: \($0)}}" } }),
    ]

    @Test(arguments: inputs.map(\.name)) func isBounded(_ name: String) throws {
        let input = try #require(Self.inputs.first { $0.name == name })
        let folder = try Scratch()
        try folder.write(input.text(), to: "input.yaml")
        let cost = try Cost(of: ["lint", "--quiet", "input.yaml"], in: folder)
        #expect(cost.status == input.status)
        #expect(cost.megabytes < 512)
        #if DEBUG
            #expect(cost.seconds < 60)
        #else
            #expect(cost.seconds < 5)
        #endif
    }
}

/// How one run of the tool ended, and what it took.
private struct Cost {
    /// 128 and more for a signal.
    var status: Int32
    /// Of processors.
    var seconds: Double
    /// The most memory it held at once.
    var megabytes: Int

    /// Foundation's processes do not tell.
    init(of arguments: [String], in folder: Scratch) throws {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        for descriptor in [STDOUT_FILENO, STDERR_FILENO] {
            posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_WRONLY, 0)
        }
        let path = Tool.executable.path
        let all = [path] + arguments.map { $0.hasSuffix(".yaml") ? "\(folder.path)/\($0)" : $0 }
        var pointers = all.map { strdup($0) } + [nil]
        defer { for pointer in pointers { free(pointer) } }
        var process = pid_t()
        try #require(posix_spawn(&process, path, &actions, nil, &pointers, environ) == 0)
        var ended: Int32 = 0
        var usage = rusage()
        try #require(wait4(process, &ended, 0, &usage) == process)
        status = ended & 0x7F == 0 ? ended >> 8 & 0xFF : 128 + ended & 0x7F
        let times = [usage.ru_utime, usage.ru_stime]
        seconds = times.reduce(0) { $0 + Double($1.tv_sec) + Double($1.tv_usec) / 1e6 }
        #if canImport(Darwin)
            megabytes = Int(usage.ru_maxrss) >> 20
        #else
            megabytes = Int(usage.ru_maxrss) >> 10
        #endif
    }
}
