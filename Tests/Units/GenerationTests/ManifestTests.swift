import Diagnostics
import Foundation
import Testing
import YAML

@testable import Generation

@Suite struct ManifestTests {
    static let manifest = Manifest(
        tool: "1.2.3", templates: Digest(of: [1]), configuration: Digest(of: [2]),
        documents: [.init("Zebra", Digest(of: [3])), .init("Ant", Digest(of: [4]))],
        files: [.init("b.swift", Digest(of: [5])), .init("Sources/A/a.swift", Digest(of: [6]))])

    @Test func readsWhatItWrites() throws {
        #expect(Manifest(Self.manifest.render()) == Self.manifest)
        let empty = Manifest(
            tool: "1", templates: Digest(of: []), configuration: Digest(of: []), documents: [], files: [])
        #expect(Manifest(empty.render()) == empty)
    }

    @Test func isJSONWithSortedEntries() throws {
        let text = String(decoding: Self.manifest.render(), as: UTF8.self)
        let object = try #require(
            try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        #expect(object["format"] as? Int == 1)
        #expect(object["tool"] as? String == "1.2.3")
        #expect((object["files"] as? [String: String])?["b.swift"] == Digest(of: [5]).text)
        let ant = try #require(text.range(of: "Ant"))
        let zebra = try #require(text.range(of: "Zebra"))
        #expect(ant.lowerBound < zebra.lowerBound)
    }

    @Test func noChangedByteIsAManifest() {
        let bytes = Self.manifest.render()
        for index in bytes.indices {
            var changed = bytes
            changed[index] ^= 1
            #expect(Manifest(changed) == nil, "byte \(index)")
        }
        #expect(Manifest(Array(bytes.dropLast())) == nil)
        #expect(Manifest(bytes + [0x0A]) == nil)
    }

    @Test(arguments: [
        "../victim.txt", "/etc/passwd", "a/../../b.swift", "..", ".", "a//b.swift", "/", "", "a/", "a\\b.swift",
        ".git/config", "a/.build/x",
        "a\u{7F}.swift", "a\tb.swift", "a b.swift", "é.swift", "CON", "con.swift", "Sources/Aux/x.swift", "lpt1.tar.gz",
        "nul.", "a.",
        "COM0.txt", "clientsmith.json",
    ])
    func aNameTheToolCantHaveWrittenMakesItDamaged(_ name: String) {
        var manifest = Self.manifest
        manifest.files = (manifest.files + [.init(name, Digest(of: [9]))]).sorted { $0.name < $1.name }
        #expect(Manifest(manifest.render()) == nil)
        #expect(!Manifest.salvage(manifest.render()).contains { $0.name == name })
        #expect(!WrittenFiles(manifest: manifest.render(), pending: manifest.render()).contains(name))
    }

    @Test(arguments: [".gitattributes", "Sources/A/Types/Con+Type.swift", "Console.swift", "a/COM10", "A+B-c_d.md"])
    func anOrdinaryNameIsKept(_ name: String) {
        var manifest = Self.manifest
        manifest.files = (manifest.files + [.init(name, Digest(of: [9]))]).sorted { $0.name < $1.name }
        #expect(Manifest(manifest.render()) == manifest)
    }

    @Test func aMergeConflictStillShowsBothSides() {
        var other = Self.manifest
        other.files[0].digest = Digest(of: [7])
        let text = """
            {
              "format": 1,
              "templates": "\(Digest(of: [1]))",
              "files": {
            <<<<<<< ours
                "b.swift": "\(Digest(of: [5]))",
            =======
                "b.swift": "\(Digest(of: [7]))",
                "../escape.swift": "\(Digest(of: [8]))",
            >>>>>>> theirs
                "c.swift": "short"
              },
              "seal": "\(Digest(of: [9]))"
            }
            """
        #expect(
            Manifest.salvage(Array(text.utf8)) == [
                .init("b.swift", Digest(of: [5])), .init("b.swift", Digest(of: [7])),
            ])
    }

    @Test func theDigestIsSHA256() {
        #expect(
            Digest(of: Array("abc".utf8)).text == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    }
}

/// What a document means is not how it is written.
@Suite struct MeaningTests {
    private func meaning(_ texts: [String: String]) throws -> Digest {
        var sources = SourceFiles()
        var problems = Problems()
        var trees: [(name: String, tree: Node)] = []
        for (name, text) in texts {
            let tree = parse(Array(text.utf8), name: name, into: &sources, problems: &problems)
            trees.append((name, try #require(tree)))
        }
        #expect(!problems.hasErrors)
        return Digest(meaningOf: trees)
    }

    static let plain = "a: 1\nb:\n  - x\n  - y: \"2\"\n"

    @Test(arguments: [
        "b: [x, {y: '2'}]\na: 1", "# comment\na:   1 # more\nb:\n- x\n- {\"y\": \"2\"}\n",
        "{\"b\": [\"x\", {\"y\": \"2\"}], \"a\": 1}",
        "\u{FEFF}a: 1\r\nb:\r\n  - x\r\n  - y: \"2\"\r\n",
    ]) func isTheSame(_ text: String) throws {
        #expect(try meaning(["a.yaml": Self.plain]) == meaning(["a.yaml": text]))
    }

    @Test(arguments: [
        "a: 2\nb: [x, {y: '2'}]", "a: '1'\nb: [x, {y: '2'}]", "a: 1.0\nb: [x, {y: '2'}]", "a: 1\nb: [{y: '2'}, x]",
        "a: 1\nb: [x, {y: 2}]", "a: 1\nb: [x, y, '2']", "a: 1\nb: [x, {y: '2'}]\nc: null", "a: 1\nb: x",
    ]) func isAnother(_ text: String) throws {
        #expect(try meaning(["a.yaml": Self.plain]) != meaning(["a.yaml": text]))
    }

    @Test func everyFileCounts() throws {
        let one = try meaning(["a.yaml": "a: 1"])
        let two = try meaning(["a.yaml": "a: 1", "b.yaml": "b: 1"])
        #expect(one != two)
        #expect(try two == meaning(["b.yaml": "b: 1", "a.yaml": "a: 1"]))
        #expect(try two != meaning(["a.yaml": "b: 1", "b.yaml": "a: 1"]))
    }
}
