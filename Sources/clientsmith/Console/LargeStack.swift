#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A thread with room for recursion over documents whose schemas refer to one another in chains of ten thousands, which no limit on the
/// depth of a file bounds.
enum LargeStack {
    /// Address space; memory is taken as it is used.
    private static let size = 512 << 20

    private final class Work {
        let body: () -> Void

        init(_ body: @escaping () -> Void) { self.body = body }

        /// What a thread begins with; it has no result.
        static func start(_ pointer: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? {
            Unmanaged<Work>.fromOpaque(pointer).takeRetainedValue().body()
            return nil
        }
    }

    /// Runs to the end of `body`; on this thread where there can be no other.
    static func run(_ body: @escaping () -> Void) {
        var attributes = pthread_attr_t()
        pthread_attr_init(&attributes)
        pthread_attr_setstacksize(&attributes, size)
        defer { pthread_attr_destroy(&attributes) }
        let work = Unmanaged.passRetained(Work(body)).toOpaque()
        #if canImport(Darwin)
            var thread: pthread_t?
            let failure = pthread_create(&thread, &attributes, { Work.start($0) }, work)
        #else
            var thread = pthread_t()
            let failure = pthread_create(&thread, &attributes, { $0.flatMap { Work.start($0) } }, work)
        #endif
        guard failure == 0 else {
            _ = Work.start(work)
            return
        }
        #if canImport(Darwin)
            if let thread { pthread_join(thread, nil) }
        #else
            pthread_join(thread, nil)
        #endif
    }
}
