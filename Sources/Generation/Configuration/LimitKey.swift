import Diagnostics
public import YAML

/// The limits that can be set, by the keys the configuration has for them.
public enum LimitKey: String, CaseIterable, Sendable {
    /// Raw values are the keys of `limits` in the configuration.
    case bytes, depth, values, aliasedValues, outputBytes, declarations

    /// What it may be set to.
    public var range: ClosedRange<Int> {
        switch self {
        case .bytes: 1...Limits.largest
        case .depth: 1...Limits.deepest
        case .values, .aliasedValues, .declarations: 1...100_000_000
        case .outputBytes: 1...100_000_000_000
        }
    }

    /// The command line's option for it.
    public var option: String {
        switch self {
        case .bytes: "--max-bytes"
        case .depth: "--max-depth"
        case .values: "--max-values"
        case .aliasedValues: "--max-aliased-values"
        case .outputBytes: "--max-output-bytes"
        case .declarations: "--max-declarations"
        }
    }

    /// The key of the limit that a finding is about.
    init?(finding kind: String) {
        switch Diagnostic.Kind(rawValue: kind) {
        case .limitBytes: self = .bytes
        case .limitDepth: self = .depth
        case .limitNodes: self = .values
        case .limitAliases: self = .aliasedValues
        case .limitOutputBytes: self = .outputBytes
        case .limitDeclarations: self = .declarations
        default: return nil
        }
    }
}

extension Limits {
    /// The limit that a key stands for.
    public subscript(key: LimitKey) -> Int {
        get {
            switch key {
            case .bytes: bytes
            case .depth: depth
            case .values: nodes
            case .aliasedValues: aliasedNodes
            case .outputBytes: outputBytes
            case .declarations: declarations
            }
        }
        set {
            switch key {
            case .bytes: bytes = newValue
            case .depth: depth = newValue
            case .values: nodes = newValue
            case .aliasedValues: aliasedNodes = newValue
            case .outputBytes: outputBytes = newValue
            case .declarations: declarations = newValue
            }
        }
    }
}
