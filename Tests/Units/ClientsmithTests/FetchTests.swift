import Foundation
import TestSupport
import Testing

/// `clientsmith fetch`, with a program in the place of `curl` that gives what `upstream` holds and keeps what it was asked for.
@Suite struct FetchTests {
    private static let curl = """
        #!/bin/sh
        echo "$@" >>asked
        case "$*" in *"--header @-"*) cat >sent ;; esac
        if [ ! -f upstream ]; then echo "curl: (22) The requested URL returned error: 404" >&2; exit 22; fi
        cat upstream
        """

    private static let source = "    source: https://example.com/pets.yaml\n"
    private static let newer = Sample.pets.replacing("Pets,", with: "More pets,")

    private let folder: Scratch

    init() throws {
        folder = try Sample.folder()
        try folder.write(Self.curl, to: "bin/curl")
        chmod(folder.path + "/bin/curl", 0o755)
        try folder.write(Sample.configuration + Self.source, to: "specs/clientsmith.yaml")
        try folder.write(Sample.pets, to: "upstream")
    }

    private func run(_ arguments: String...) throws -> Ended {
        let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
        return try Tool.start(arguments, in: folder, environment: ["PATH": "\(folder.path)/bin:\(path)"])()
    }

    @Test func bringsAndRecordsANewDocument() throws {
        try folder.remove("specs/pets.yaml")
        let first = try run("fetch")
        #expect(first.status == 0, "\(first.errors)")
        #expect(try folder.read("specs/pets.yaml") == Sample.pets)
        let asked = try folder.read("asked")
        #expect(asked.contains("--proto =https --proto-redir =https"))
        #expect(asked.hasSuffix("--url https://example.com/pets.yaml\n"))
        let recorded = try folder.read("specs/clientsmith.yaml")
        let lines = recorded.split(separator: "\n").map(String.init)
        #expect(lines.contains { $0.hasPrefix("    sha256: \"") })
        #expect(recorded.hasSuffix("\"\n" + Self.source))
        #expect(try run("generate").status == 0)

        let times = try folder.times(of: "specs")
        let again = try run("fetch")
        #expect(again.status == 0 && again.errors.contains("specs/pets.yaml: unchanged, "))
        #expect(try folder.times(of: "specs") == times)
    }

    @Test func bringsANewVersionAndLeavesOverlays() throws {
        let overlay =
            "overlay: 1.0.0\ninfo: {title: F, version: '1'}\nactions: [{target: $.info, update: {version: '2'}}]\n"
        try folder.write(overlay, to: "specs/fix.yaml")
        try folder.write(
            Sample.configuration + Self.source + "    overlays: [fix.yaml]\n", to: "specs/clientsmith.yaml")
        #expect(try run("fetch").status == 0)
        #expect(try run("generate").status == 0)
        try folder.write(Self.newer, to: "upstream")
        let dry = try run("fetch", "--dry-run")
        #expect(dry.status == 0 && dry.errors.contains("a new version"))
        #expect(try folder.read("specs/pets.yaml") == Sample.pets)
        let fetched = try run("fetch")
        #expect(fetched.status == 0, "\(fetched.errors)")
        #expect(try folder.read("specs/pets.yaml") == Self.newer)
        #expect(try folder.read("specs/fix.yaml") == overlay)
        #expect(try run("check").status == 1)
        #expect(try run("generate").status == 0)
        #expect(try run("check").status == 0)
    }

    @Test func neverOverwritesWhatWasEdited() throws {
        try folder.write(Self.newer, to: "upstream")
        let before = try folder.contents(of: "specs")
        let unknown = try run("fetch")
        #expect(unknown.status == 73)
        #expect(unknown.errors.contains("was edited since it was fetched"))
        #expect(try folder.contents(of: "specs") == before)
        #expect(try run("fetch", "--overwrite-edited").status == 0)
        try folder.write(Self.newer + "x-mine: true\n", to: "specs/pets.yaml")
        try folder.write(Sample.pets, to: "upstream")
        #expect(try run("fetch").status == 73)
        #expect(try folder.read("specs/pets.yaml") == Self.newer + "x-mine: true\n")
    }

    @Test(arguments: ["openapi: 3.0.3\n", "<html>not found</html>", "", "a: [", Sample.pets + "a: *b\n"])
    func refusesWhatIsNoDocument(content: String) throws {
        try folder.write(content, to: "upstream")
        let before = try folder.contents(of: "specs")
        #expect(try run("fetch", "--overwrite-edited").status == 65)
        #expect(try folder.contents(of: "specs") == before)
    }

    @Test func saysWhyThereIsNoDocument() throws {
        try folder.remove("upstream")
        let gone = try run("fetch")
        #expect(gone.status == 69)
        #expect(
            gone.errors.contains(
                "specs/clientsmith.yaml:6:13: error: 'https://example.com/pets.yaml' can't be fetched: curl: (22) The requested URL"
            ))
        let missing = try Tool.run("fetch", in: folder, environment: ["PATH": folder.path])
        #expect(missing.status == 69 && missing.errors.contains("missing program `curl`"))
        try folder.write(Sample.pets, to: "upstream")
        #expect(try run("fetch", "--max-bytes", "100").status == 69)
    }

    @Test func asksForNothingUnlessToldTo() throws {
        for command in ["generate", "check"] { #expect(try run(command).status == 0) }
        #expect(try run("lint", "specs/pets.yaml").status == 0)
        #expect(!folder.exists("asked"))
        #expect(try run("fetch", "--only", "Pest").errors.contains("Did you mean 'Pets'?"))
        try folder.write(Sample.configuration, to: "specs/clientsmith.yaml")
        #expect(try run("fetch").status == 65)
        #expect(!folder.exists("asked"))
    }

    @Test func writesIntoFlowMappingsAndOverOldDigests() throws {
        let client = #"{"document": "pets.yaml", "source": "https://example.com/a", "module": "Pets"}"#
        let text = #"{"package": "Zoo", "output": "../Generated", "clients": [\#(client)]}"#
        try folder.write(text, to: "specs/clientsmith.yaml")
        #expect(try run("fetch").status == 0)
        let first = try folder.read("specs/clientsmith.yaml")
        #expect(first.contains(#""document": "pets.yaml", "sha256": ""#))
        #expect(first.contains(#"", "source": "https://example.com/a""#))
        try folder.write(Self.newer, to: "upstream")
        #expect(try run("fetch").status == 0)
        let second = try folder.read("specs/clientsmith.yaml")
        #expect(first != second && first.utf8.count == second.utf8.count)
        #expect(try run("generate").status == 0)
    }

    @Test(arguments: [
        "http://example.com/a", "file:///etc/passwd", "https://user:word@example.com/a", "https://",
        "ftp://example.com/",
        "https://example.com/a b", "http://127.0.0.1.example.com/", "--output=x",
    ])
    func refusesOtherSources(url: String) throws {
        try folder.write(Sample.configuration + "    source: '\(url)'\n", to: "specs/clientsmith.yaml")
        let ended = try run("fetch")
        #expect(ended.status == 65)
        #expect(ended.errors.contains("specs/clientsmith.yaml:6:13: error: "))
        #expect(!folder.exists("asked"))
    }

    private static let privateSource = """
            source:
              url: https://example.com/pets.yaml
              headers:
                Authorization: { prefix: Bearer, environment: SPECS_TOKEN }
                X-Client: { environment: SPECS_CLIENT }

        """

    private func fetch(_ environment: [String: String]) throws -> Ended {
        let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
        let variables = ["PATH": "\(folder.path)/bin:\(path)"].merging(environment) { $1 }
        return try Tool.start(["fetch"], in: folder, environment: variables)()
    }

    @Test func sendsHeadersFromTheEnvironment() throws {
        try folder.write(Sample.configuration + Self.privateSource, to: "specs/clientsmith.yaml")
        let fetched = try fetch(["SPECS_TOKEN": "secret-1", "SPECS_CLIENT": "docs"])
        #expect(fetched.status == 0, "\(fetched.errors)")
        #expect(try folder.read("sent") == "Authorization: Bearer secret-1\nX-Client: docs\n")
        let asked = try folder.read("asked")
        #expect(!asked.contains("secret-1"), "other users of the machine see command lines")
        #expect(asked.contains("--max-redirs 0 "), "another origin must not get the headers")
        #expect(try folder.read("specs/clientsmith.yaml").contains("    sha256: \""))
        #expect(try run("generate").status == 0, "generating needs no variable")
    }

    @Test func saysWhichVariableIsMissing() throws {
        try folder.write(Sample.configuration + Self.privateSource, to: "specs/clientsmith.yaml")
        let missing = try fetch(["SPECS_CLIENT": "docs"])
        #expect(missing.status == 69)
        #expect(missing.errors.contains("specs/clientsmith.yaml:7:12: error: "))
        #expect(missing.errors.contains("the environment variable `SPECS_TOKEN` is not set"))
        #expect(missing.errors.contains("hint: set it to the value of the header `Authorization`"))
        let broken = try fetch(["SPECS_TOKEN": "secret\nX-Other: 1", "SPECS_CLIENT": "docs"])
        #expect(broken.status == 69 && broken.errors.contains("is not a valid value of a header"))
        #expect(!broken.errors.contains("secret"))
        #expect(!folder.exists("asked"))
    }

    @Test func showsNoSecretOfCurls() throws {
        try folder.write(Sample.configuration + Self.privateSource, to: "specs/clientsmith.yaml")
        let curl = "#!/bin/sh\necho \"curl: (47) Maximum (0) redirects followed, for secret-1\" >&2\nexit 47\n"
        try folder.write(curl, to: "bin/curl")
        chmod(folder.path + "/bin/curl", 0o755)
        let refused = try fetch(["SPECS_TOKEN": "secret-1", "SPECS_CLIENT": "docs"])
        #expect(refused.status == 69)
        #expect(refused.errors.contains("redirects followed, for REDACTED"))
        #expect(!refused.errors.contains("secret-1"))
        #expect(refused.errors.contains("hint: a source with headers is not redirected"))
    }
}
