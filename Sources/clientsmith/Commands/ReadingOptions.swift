import ArgumentParser
import Generation
import YAML

/// What a document may cost.
struct LimitOptions: ParsableArguments {
    @Option(help: .limit(.bytes, "The maximum size of a file, in bytes."))
    var maxBytes: Int?

    @Option(help: .limit(.depth, "The maximum nesting depth of lists and mappings, up to \(Limits.deepest)."))
    var maxDepth: Int?

    @Option(help: .limit(.values, "The maximum number of values in a file."))
    var maxValues: Int?

    @Option(help: .limit(.aliasedValues, "The maximum number of values that aliases and overlays expand to."))
    var maxAliasedValues: Int?

    @Option(help: .limit(.outputBytes, "The maximum size of the output for a document, in bytes."))
    var maxOutputBytes: Int?

    @Option(help: .limit(.declarations, "The maximum number of generated types and operations for a document."))
    var maxDeclarations: Int?

    private var all: [(key: LimitKey, number: Int?)] {
        [
            (.bytes, maxBytes), (.depth, maxDepth), (.values, maxValues), (.aliasedValues, maxAliasedValues),
            (.outputBytes, maxOutputBytes), (.declarations, maxDeclarations),
        ]
    }

    /// The limits that were given.
    var given: GivenLimits { GivenLimits(numbers: all.compactMap { key, number in number.map { (key, $0) } }) }

    func validate() throws {
        for (key, number) in all {
            guard let number, !key.range.contains(number) else { continue }
            throw ValidationError(
                "'\(key.option)' must be a number from \(key.range.lowerBound) to \(key.range.upperBound).")
        }
    }
}

extension ArgumentHelp {
    fileprivate static func limit(_ key: LimitKey, _ text: String) -> ArgumentHelp {
        ArgumentHelp("\(text) (default: \(Limits()[key]))", valueName: "number")
    }
}

/// The limits of a command line.
struct GivenLimits {
    static let none = GivenLimits(numbers: [])

    var numbers: [(key: LimitKey, number: Int)]

    /// The defaults, with the given limits in their places.
    var limits: Limits { applied(to: Limits()) }

    /// The limits of a configuration's own file: no less than the defaults, since an option bounds the documents.
    var forConfiguration: Limits {
        numbers.reduce(into: Limits()) { $0[$1.key] = max($1.number, $0[$1.key]) }
    }

    /// Limits with the given ones in their places.
    func applied(to limits: Limits) -> Limits {
        numbers.reduce(into: limits) { $0[$1.key] = $1.number }
    }
}

/// How a document that is named on the command line is read.
struct DocumentOptions: ParsableArguments {
    @Option(
        name: .customLong("overlay"),
        help: ArgumentHelp("An Overlay document to apply. Can be repeated.", valueName: "file"),
        completion: .file(extensions: ["yaml", "yml", "json"]))
    var overlays: [String] = []

    @OptionGroup var limits: LimitOptions

    /// Checks the options of a command that takes a single document with its module, or a configuration.
    func validate(_ source: SourceOptions, module: String?) throws {
        if source.document != nil {
            if source.config != nil { throw ValidationError("specify a document or '--config', not both.") }
            if module == nil { throw ValidationError("a single document requires '--module NAME'.") }
        } else if module != nil {
            throw ValidationError("'--module' requires a single document.")
        } else if !overlays.isEmpty {
            throw ValidationError("'--overlay' requires a single document; in a configuration, use its keys.")
        }
    }
}
