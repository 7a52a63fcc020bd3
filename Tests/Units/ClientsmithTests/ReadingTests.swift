import Foundation
import TestSupport
import Testing

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Which files a document may refer to.
@Suite struct ReadingTests {
    /// A folder whose document refers to a file.
    private func folder(_ reference: String) throws -> Scratch {
        let scratch = try Sample.folder()
        try scratch.write(
            Sample.pets.replacing("#/components/schemas/Pet", with: reference), to: "specs/api/pets.yaml")
        try scratch.write(
            Sample.configuration.replacing("pets.yaml", with: "api/pets.yaml"), to: "specs/clientsmith.yaml")
        try scratch.write("type: object\nproperties: {secret: {type: string}}\n", to: "specs/shared/pet.yaml")
        try scratch.write("type: object\nproperties: {secret: {type: string}}\n", to: "outside/pet.yaml")
        return scratch
    }

    @Test func withAConfigurationFromItsFolder() throws {
        let folder = try folder("../shared/pet.yaml")
        let made = try Tool.run("generate", "--strict", in: folder)
        #expect(made.status == 0, "\(made.errors)")
    }

    @Test func withoutOneFromTheDocumentsOwn() throws {
        let folder = try folder("../shared/pet.yaml")
        #expect(try Tool.run("lint", "--strict", "specs/api/pets.yaml", in: folder).status == 65)
    }

    @Test(arguments: ["../../outside/pet.yaml", "..%2f..%2foutside/pet.yaml", "/etc/passwd", "file:///etc/passwd"])
    func neverFromOutside(_ reference: String) throws {
        let folder = try folder(reference)
        let made = try Tool.run("generate", "--strict", in: folder)
        #expect(made.status == 65)
        #expect(made.errors.contains("specs/api/pets.yaml:15:"), "\(made.errors)")
        #expect(!made.errors.contains("secret"))
        #expect(!made.errors.contains("root:"))
    }

    @Test func neverThroughALink() throws {
        let folder = try folder("../shared/link.yaml")
        try folder.link("specs/shared/link.yaml", to: folder.path + "/outside/pet.yaml")
        let made = try Tool.run("generate", "--strict", in: folder)
        #expect(made.status == 65)
        #expect(made.errors.contains("it is outside 'specs'"), "\(made.errors)")
        #expect(!made.errors.contains("secret"))
    }

    @Test func neverWhatIsNoFile() throws {
        let folder = try folder("../shared/pipe.yaml")
        #expect(mkfifo(folder.path + "/specs/shared/pipe.yaml", 0o600) == 0)
        let made = try Tool.run("generate", "--strict", in: folder)
        #expect(made.status == 65)
        #expect(made.errors.contains("it is not a regular file"), "\(made.errors)")
    }

    @Test func aBuildSystemMayLinkEveryInput() throws {
        let folder = try folder("../shared/pet.yaml")
        for file in ["clientsmith.yaml", "api/pets.yaml", "shared/pet.yaml"] {
            try folder.write("", to: "links/\(file)")
            try folder.remove("links/\(file)")
            try folder.link("links/\(file)", to: folder.path + "/specs/" + file)
        }
        let made = try Tool.run("generate", "--strict", "--config", "links/clientsmith.yaml", in: folder)
        #expect(made.status == 0, "\(made.errors)")
    }

    @Test func neverADevice() throws {
        let folder = try folder("../shared/zero.yaml")
        try folder.link("specs/shared/zero.yaml", to: "/dev/zero")
        let made = try Tool.run("generate", "--strict", in: folder)
        #expect(made.status == 65)
        #expect(made.errors.contains("it is outside 'specs'"), "\(made.errors)")
        #expect(try Tool.run("lint", "/dev/zero", in: folder).status == 66)
    }

    @Test(arguments: ["http://127.0.0.1:%d/pet.yaml", "https://localhost:%d/pet.yaml#/Pet", "//127.0.0.1:%d/pet.yaml"])
    func neverTheNetwork(_ reference: String) throws {
        #if canImport(Glibc)
            let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        #else
            let listener = socket(AF_INET, SOCK_STREAM, 0)
        #endif
        defer { close(listener) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isListening = withUnsafeMutablePointer(to: &address) { address in
            address.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                bind(listener, address, size) == 0 && listen(listener, 8) == 0
                    && getsockname(listener, address, &size) == 0
            }
        }
        try #require(isListening)
        let folder = try folder(String(format: reference, Int(UInt16(bigEndian: address.sin_port))))
        let made = try Tool.run("generate", in: folder)
        #expect(made.status == 0)
        #expect(made.errors.contains("files are never read from the network"), "\(made.errors)")
        _ = fcntl(listener, F_SETFL, O_NONBLOCK)
        #expect(accept(listener, nil, nil) == -1 && errno == EAGAIN)
    }

    @Test func ofStandardInputFromTheCurrentFolder() throws {
        let folder = try folder("shared/pet.yaml")
        let document = try folder.read("specs/api/pets.yaml")
        try folder.write("type: object\nproperties: {colour: {type: string}}\n", to: "shared/pet.yaml")
        let model = try Tool.run("model", "-", "--strict", in: folder, input: document)
        #expect(model.status == 0, "\(model.errors)")
        #expect(model.output.contains("colour"))
    }

    @Test func aFileOfTwoNamesOnce() throws {
        let folder = try folder("../shared/link.yaml")
        try folder.link("specs/shared/link.yaml", to: "pet.yaml")
        try folder.write("type: 'object,'\nproperties: {friend: {$ref: pet.yaml}}\n", to: "specs/shared/pet.yaml")
        let made = try Tool.run("generate", in: folder)
        #expect(made.status == 0, "\(made.errors)")
        #expect(made.errors.contains("1 warning (1 repaired)"), "\(made.errors)")
    }

    @Test func aDocumentOverTheLimitIsNotRead() throws {
        let folder = try Sample.folder()
        let file = folder.url.appending(path: "specs/pets.yaml")
        let handle = try FileHandle(forWritingTo: file)
        try handle.truncate(atOffset: 5 << 30)
        try handle.close()
        let made = try Tool.run("lint", "specs/pets.yaml", in: folder)
        #expect(made.status == 66)
        #expect(made.errors.contains("it is larger than the limit of 67108864 bytes"))
    }
}
