import ClientModel
import Foundation
import TestSupport
import Testing

@testable import Emission

/// The sources that packages go without are never needed by those that they have. What the sources say of each other is derived from them.
@Suite struct RuntimeFilesTests {
    private struct Source {
        var name: String
        var words: Set<Substring>
        /// The types that it declares.
        var declared: Set<Substring> = []

        init(_ name: String, _ text: String) {
            self.name = name
            words = Set(Self.words(of: text[...]))
            for line in text.split(separator: "\n") where !line.hasPrefix(" ") && !line.hasPrefix("private") {
                let words = Self.words(of: line)
                guard let keyword = words.firstIndex(where: Self.keywords.contains), keyword + 1 < words.count,
                    !line.hasPrefix("/")
                else { continue }
                declared.insert(words[keyword + 1])
            }
        }

        private static let keywords: Set<Substring> = ["struct", "class", "enum", "protocol", "typealias"]

        private static func words(of text: Substring) -> [Substring] {
            text.utf8.split { byte in
                switch byte {
                case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
                    UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"):
                    false
                default: true
                }
            }.map { Substring($0) }
        }
    }

    private static let sources: [Source] = {
        let folder = Repository.root.appending(path: "Sources/ClientRuntime")
        let files = (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)) ?? []
        return files.filter { $0.pathExtension == "swift" }.compactMap { file in
            (try? String(contentsOf: file, encoding: .utf8)).map { Source(file.lastPathComponent, $0) }
        }
    }()

    private static var optional: Set<String> { RuntimeFiles.unused(by: []) }

    @Test func everyPartHasFilesThatExist() {
        let names = Set(Self.sources.map(\.name))
        for part in RuntimePart.allCases {
            let files = RuntimeFiles.parts[part]?.files ?? []
            #expect(!files.isEmpty && names.isSuperset(of: files), "\(part)")
        }
    }

    @Test func noSourceNamesWhatAPackageMayGoWithout() {
        #expect(Self.sources.count > 70 && Self.optional.count > 12)
        let declared = Self.sources.filter { Self.optional.contains($0.name) }.map { ($0.name, $0.declared) }
        for source in Self.sources {
            let parts = RuntimePart.allCases.filter { RuntimeFiles.parts[$0]?.files.contains(source.name) == true }
            // Of two parts that have it, either may be alone.
            let missing = parts.isEmpty ? Self.optional : Set(parts.flatMap { RuntimeFiles.unused(by: [$0]) })
            for (file, names) in declared where missing.contains(file) {
                let found = names.intersection(source.words)
                #expect(found.isEmpty, "\(source.name) names \(found.sorted()) of \(file)")
            }
        }
    }

    @Test func theTypesOfAPartAreDeclaredInIt() {
        for part in RuntimePart.allCases {
            let files = RuntimeFiles.parts[part]?.files ?? []
            let declared = Self.sources.filter { files.contains($0.name) }.flatMap(\.declared)
            #expect(Set(declared).isSuperset(of: part.types.map { $0[...] }), "\(part)")
        }
    }

    @Test func aPartBringsThoseThatItNeeds() {
        #expect(RuntimeFiles.closure(of: [.unixTimes]) == [.unixTimes, .pointsInTime])
        #expect(RuntimeFiles.closure(of: []).isEmpty)
        #expect(RuntimeFiles.unused(by: Set(RuntimePart.allCases)).isEmpty)
        #expect(!RuntimeFiles.unused(by: [.jsonLines]).contains("LineSplitter.swift"))
    }
}
