import Testing

@testable import clientsmith

@Suite struct PathTests {
    @Test(arguments: [
        ("a/b", "c.yaml", "a/b/c.yaml"), ("a/b", "../c.yaml", "a/c.yaml"), (".", "c.yaml", "c.yaml"),
        ("a", "../../c.yaml", "../c.yaml"), ("a", "/c.yaml", "/c.yaml"), ("/", "c", "/c"), ("/a", "../../c", "/c"),
        ("a", ".", "a"), ("a", "..", "."), ("../a", "../b", "../b"), ("a//b", "./c/", "a/b/c"),
    ]) func joins(_ folder: String, _ path: String, _ joined: String) {
        #expect(Path.joined(folder, path) == joined)
    }

    @Test(arguments: [("a/b", "a"), ("b", "."), ("/b", "/"), ("../b", ".."), ("/a/b/c", "/a/b")])
    func folders(_ path: String, _ folder: String) {
        #expect(Path.folder(of: path) == folder)
    }

    @Test(
        arguments: [
            ("a/b", "a", "b"), ("a/b", ".", "a/b"), ("ab/c", "a", nil), ("a", "a", nil), ("../b", ".", nil),
            ("/b", ".", nil),
            ("/b", "/", "b"), ("..", ".", nil), ("..b", ".", "..b"), ("/a/bc/d", "/a/b", nil),
        ] as [(String, String, String?)]) func ways(_ path: String, _ folder: String, _ way: String?)
    {
        #expect(Path.relative(path, to: folder) == way)
    }
}
