import ClientRuntime

// What a package adds to its generated clients stands in files of its own.
extension Forsta {
    /// A client whose service answers with a token, for tests.
    public static func stub(token: String) -> Forsta {
        Forsta(jsonWebToken: "key", transport: StubTransport(.json("{\"token\": \"\(token)\"}", status: 201)))
    }
}
