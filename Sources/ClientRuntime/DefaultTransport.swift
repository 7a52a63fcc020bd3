#if URLSession || !TransportTraits
    /// The transport of clients that are made without one: `URLSession`'s where the trait `URLSession` is on, as it is by
    /// default, else AsyncHTTPClient's. With both traits off there is none, and clients are made with a transport only.
    public typealias DefaultTransport = URLSessionTransport
#elseif AsyncHTTPClient
    /// The transport of clients that are made without one: AsyncHTTPClient's, since the trait `URLSession` is off.
    public typealias DefaultTransport = AsyncHTTPClientTransport
#else
    /// There is no default transport, since the traits `URLSession` and `AsyncHTTPClient` are off.
    @available(
        *, unavailable,
        message: "enable the trait URLSession or AsyncHTTPClient, or compile this module with -D TransportTraits"
    )
    public typealias DefaultTransport = StubTransport
#endif
