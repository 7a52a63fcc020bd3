import CFuzzer
import Diagnostics
import YAML

/// Feeds a reader with mutated documents and stops at the first that breaks a promise.
///
///     swift run -c release fuzz yaml|json [CORPUS-FOLDER…] [-max_total_time=SECONDS …]
@main
struct Fuzz {
    static func main() {
        var count = CommandLine.argc
        var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv
        let subject = CommandLine.arguments.dropFirst().first ?? ""
        // The folders and options of libFuzzer follow the name of the reader.
        if count > 1 {
            arguments?[1] = arguments?[0]
            arguments = arguments?.advanced(by: 1)
            count -= 1
        }
        switch subject {
        case "yaml": _ = LLVMFuzzerRunDriver(&count, &arguments) { Fuzz.read($0, $1, asJSON: false) }
        case "json": _ = LLVMFuzzerRunDriver(&count, &arguments) { Fuzz.read($0, $1, asJSON: true) }
        default: print("usage: fuzz yaml|json [FOLDER…] [OPTION…]")
        }
    }

    /// Inputs that the other reader would take are passed over.
    static func read(_ start: UnsafePointer<UInt8>?, _ count: Int, asJSON: Bool) -> CInt {
        let bytes = [UInt8](UnsafeBufferPointer(start: start, count: count))
        let first = bytes.first { $0 != 0x20 && $0 != 0x0A && $0 != 0x0D && $0 != 0x09 }
        guard (first == UInt8(ascii: "{") || first == UInt8(ascii: "[")) == asJSON else { return -1 }
        var files = SourceFiles()
        var problems = Problems()
        let root = YAML.parse(bytes, name: "input", into: &files, problems: &problems)
        let size = files.files[0].bytes.count
        if let root {
            check(root, size: size)
        } else {
            require(problems.hasErrors, "what is not read has an error")
        }
        for diagnostic in problems.diagnostics {
            require(
                diagnostic.place.map { Int($0.end) <= size && $0.start <= $0.end } ?? true, "places are in the file")
        }
        let report = Report(problems, in: files)
        for text in [report.text(), report.json(), report.github()] {
            let isClean = text.unicodeScalars.allSatisfy {
                $0 == "\n" || $0.value >= 0x20 && !(0x7F..<0xA0 ~= $0.value)
            }
            require(isClean, "what is printed has no control characters")
        }
        return 0
    }

    static func check(_ node: Node, size: Int) {
        require(node.place.start <= node.place.end && Int(node.place.end) <= size, "values are in the file")
        switch node.value {
        case .sequence(let items):
            for item in items { check(item, size: size) }
        case .mapping(let mapping):
            for entry in mapping.entries {
                require(Int(entry.keyPlace.end) <= size, "keys are in the file")
                require(mapping[entry.key]?.place == entry.value.place, "keys are found")
                check(entry.value, size: size)
            }
        default: break
        }
    }

    static func require(_ condition: Bool, _ promise: String) {
        precondition(condition, promise)
    }
}
