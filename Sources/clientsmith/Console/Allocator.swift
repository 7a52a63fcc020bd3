#if canImport(Glibc)
    import CMalloc
#endif

/// The C library's allocator.
enum Allocator {
    /// Has the memory of each thread grow by 32 MiB of address space at a time: glibc asks the system for every few pages of it, which took
    /// a twentieth of a run. Memory is still taken as it is used.
    static func takeLargeSteps() {
        #if canImport(Glibc)
            mallopt(M_TOP_PAD, 32 << 20)
        #endif
    }
}
