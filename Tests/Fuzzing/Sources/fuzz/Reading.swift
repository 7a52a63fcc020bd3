import Diagnostics
import YAML

/// One text, read by the YAML or the JSON reader.
enum Reading {
    /// Inputs that the other reader would take are passed over.
    static func run(_ bytes: [UInt8], asJSON: Bool) -> CInt {
        let first = bytes.first { $0 != 0x20 && $0 != 0x0A && $0 != 0x0D && $0 != 0x09 }
        guard (first == UInt8(ascii: "{") || first == UInt8(ascii: "[")) == asJSON else { return -1 }
        var files = SourceFiles()
        var problems = Problems()
        let root = YAML.parse(bytes, name: "input", into: &files, problems: &problems)
        let size = files.files[0].bytes.count
        if let root {
            check(root, size: size)
        } else {
            Fuzz.require(problems.hasErrors, "what is not read has an error")
        }
        Fuzz.check(problems, in: files)
        return 0
    }

    private static func check(_ node: Node, size: Int) {
        Fuzz.require(node.place.start <= node.place.end && Int(node.place.end) <= size, "values are in the file")
        switch node.value {
        case .sequence(let items):
            for item in items { check(item, size: size) }
        case .mapping(let mapping):
            for entry in mapping.entries {
                Fuzz.require(Int(entry.keyPlace.end) <= size, "keys are in the file")
                Fuzz.require(mapping[entry.key]?.place == entry.value.place, "keys are found")
                check(entry.value, size: size)
            }
        default: break
        }
    }
}
