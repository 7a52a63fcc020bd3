#if URLSession || !TransportTraits
    /// The transport of clients created without one: `URLSession` if the trait `URLSession` is enabled (the default),
    /// or else AsyncHTTPClient. With both traits disabled, clients require a transport.
    public typealias DefaultTransport = URLSessionTransport
#elseif AsyncHTTPClient
    /// The transport of clients created without one: AsyncHTTPClient, because the trait `URLSession` is disabled.
    public typealias DefaultTransport = AsyncHTTPClientTransport
#else
    /// Unavailable, because the traits `URLSession` and `AsyncHTTPClient` are disabled.
    @available(
        *, unavailable,
        message: "enable the trait URLSession or AsyncHTTPClient, or compile this module with -D TransportTraits"
    )
    public typealias DefaultTransport = StubTransport
#endif
