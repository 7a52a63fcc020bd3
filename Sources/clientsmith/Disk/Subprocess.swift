#if canImport(Glibc)
    @preconcurrency import Glibc
#elseif canImport(Musl)
    @preconcurrency import Musl
#else
    import Darwin
#endif

/// Another program, run to its end. Started through the search path, without a shell and without Foundation.
enum Subprocess {
    struct Ended {
        var status: Int32
        var output: [UInt8]
        var errors: String
    }

    /// - Parameters:
    ///   - input: what the program reads from standard input; at most 4,096 bytes, which a pipe holds.
    ///   - limit: how many bytes of output are taken; with more, the program is stopped and `EFBIG` thrown.
    static func run(
        _ program: String, _ arguments: [String], input text: String = "", limit: Int
    ) throws(SystemError) -> Ended {
        guard text.utf8.count <= 4096 else { throw SystemError(path: program, code: E2BIG) }
        let input = try Pipe(program)
        defer { input.close() }
        try System.write(Array(text.utf8), to: input.writing, path: program)
        input.closeWriting()
        let output = try Pipe(program)
        defer { output.close() }
        let errors = try Pipe(program)
        defer { errors.close() }
        let process = try start(program, arguments, input: input, output: output, errors: errors)
        output.closeWriting()
        errors.closeWriting()
        var bytes: [UInt8] = []
        var failure: SystemError?
        do throws(SystemError) {
            bytes = try System.read(output.reading, path: program, size: 1 << 16, limit: limit)
            if bytes.count > limit { failure = SystemError(path: program, code: EFBIG) }
        } catch {
            failure = error
        }
        if failure != nil { kill(process, SIGKILL) }
        // What git says fits into a pipe: it says one line.
        let said = (try? System.read(errors.reading, path: program, size: 1 << 12, limit: 1 << 16)) ?? []
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
        if let failure { throw failure }
        let code = status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F)
        return Ended(status: code, output: bytes, errors: String(decoding: said, as: UTF8.self))
    }

    private static func start(
        _ program: String, _ arguments: [String], input: Pipe, output: Pipe, errors: Pipe
    ) throws(SystemError) -> pid_t {
        #if canImport(Darwin)
            var actions: posix_spawn_file_actions_t?
        #else
            var actions = posix_spawn_file_actions_t()
        #endif
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, input.reading, STDIN_FILENO)
        posix_spawn_file_actions_adddup2(&actions, output.writing, STDOUT_FILENO)
        posix_spawn_file_actions_adddup2(&actions, errors.writing, STDERR_FILENO)
        var words: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) } + [nil]
        defer { for word in words { free(word) } }
        var process: pid_t = 0
        #if canImport(Darwin)
            let environment = _NSGetEnviron().pointee
        #else
            let environment = environ
        #endif
        let code = posix_spawnp(&process, program, &actions, nil, &words, environment)
        if code != 0 { throw SystemError(path: program, code: code) }
        return process
    }

    /// Both ends close themselves in programs that are started.
    private final class Pipe {
        let reading: Int32
        private(set) var writing: Int32

        init(_ path: String) throws(SystemError) {
            var ends: [Int32] = [0, 0]
            guard pipe(&ends) == 0 else { throw SystemError(path: path, code: errno) }
            (reading, writing) = (ends[0], ends[1])
            for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        }

        func closeWriting() {
            if writing >= 0 { System.close(writing) }
            writing = -1
        }

        func close() {
            closeWriting()
            System.close(reading)
        }
    }
}
