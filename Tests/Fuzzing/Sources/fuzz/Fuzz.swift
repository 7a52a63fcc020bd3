import CFuzzer
import Diagnostics

/// Feeds what reads documents with mutated ones and stops at the first that breaks a promise.
///
///     swift run -c release fuzz yaml|json|references [CORPUS-FOLDER…] [-max_total_time=SECONDS …]
@main
struct Fuzz {
    static func main() {
        var count = CommandLine.argc
        var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv
        let subject = CommandLine.arguments.dropFirst().first ?? ""
        // The folders and options of libFuzzer follow the name of the subject.
        if count > 1 {
            arguments?[1] = arguments?[0]
            arguments = arguments?.advanced(by: 1)
            count -= 1
        }
        switch subject {
        case "yaml": _ = LLVMFuzzerRunDriver(&count, &arguments) { Reading.run(Fuzz.bytes($0, $1), asJSON: false) }
        case "json": _ = LLVMFuzzerRunDriver(&count, &arguments) { Reading.run(Fuzz.bytes($0, $1), asJSON: true) }
        case "references": _ = LLVMFuzzerRunDriver(&count, &arguments) { Resolving.run(Fuzz.bytes($0, $1)) }
        default: print("usage: fuzz yaml|json|references [FOLDER…] [OPTION…]")
        }
    }

    static func bytes(_ start: UnsafePointer<UInt8>?, _ count: Int) -> [UInt8] {
        [UInt8](UnsafeBufferPointer(start: start, count: count))
    }

    static func require(_ condition: Bool, _ promise: String) {
        precondition(condition, promise)
    }

    /// What holds for the findings of every run.
    static func check(_ problems: Problems, in files: SourceFiles) {
        for place in problems.diagnostics.flatMap({ [$0.place] + $0.notes.map(\.place) }) {
            guard let place else { continue }
            require(files.files.indices.contains(Int(place.file)), "places are in a file that was read")
            let size = files.files[Int(place.file)].bytes.count
            require(Int(place.end) <= size && place.start <= place.end, "places are in the file")
        }
        let report = Report(problems, in: files)
        for text in [report.text(), report.json(), report.github()] {
            let isClean = text.unicodeScalars.allSatisfy {
                $0 == "\n" || $0.value >= 0x20 && !(0x7F..<0xA0 ~= $0.value)
            }
            require(isClean, "what is printed has no control characters")
        }
    }
}
