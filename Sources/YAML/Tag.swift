import Diagnostics

/// The tags of YAML's JSON schema (YAML 1.2.2, section 10.2), which are the ones OpenAPI allows, and the non-specific `!`.
enum Tag: String {
    case string = "tag:yaml.org,2002:str"
    case integer = "tag:yaml.org,2002:int"
    case number = "tag:yaml.org,2002:float"
    case boolean = "tag:yaml.org,2002:bool"
    case null = "tag:yaml.org,2002:null"
    case mapping = "tag:yaml.org,2002:map"
    case sequence = "tag:yaml.org,2002:seq"
    case untyped = "!"

    /// What a merge key may be tagged with, and nothing else.
    static let merge = "tag:yaml.org,2002:merge"

    /// Reports a tag it does not know and is then `nil`.
    ///
    /// - Parameters:
    ///   - tag: the tag in full.
    ///   - spelling: the tag as the document has it.
    init?(_ tag: String, _ spelling: String, at bytes: Range<Int>, faults: inout Faults) throws(Halt) {
        if let known = Tag(rawValue: tag) {
            self = known
        } else {
            try faults.add(
                .unknownTag, "unknown tag \(quote(spelling))", at: bytes,
                hint: "remove it, or use !!str, !!int, !!float, !!bool, !!null, !!map or !!seq")
            return nil
        }
    }

    private var name: String {
        switch self {
        case .string: "a string"
        case .integer: "an integer"
        case .number: "a number"
        case .boolean: "true or false"
        case .null: "null"
        case .mapping: "a mapping"
        case .sequence: "a list"
        case .untyped: "a string, a list or a mapping"
        }
    }

    /// The value of a scalar with this tag.
    func scalar(
        _ bytes: UnsafeBufferPointer<UInt8>, isPlain: Bool, at range: Range<Int>, faults: inout Faults
    ) throws(Halt) -> Node.Value {
        let text = String(decoding: bytes, as: UTF8.self)
        switch self {
        case .string, .untyped: return .string(text)
        case .integer where isJSONNumber(bytes) && !bytes.contains { ".eE".utf8.contains($0) }: return .number(text)
        case .number where isJSONNumber(bytes): return .number(text)
        case .boolean where text == "true" || text == "false": return .boolean(text == "true")
        case .null where text == "null" || text.isEmpty: return .null
        default:
            try faults.add(.tagMismatch, "the tag requires \(name)", at: range)
            return .string(text)
        }
    }

    /// Reports a collection of another kind than the tag says.
    func expect(_ kind: Tag, at range: Range<Int>, faults: inout Faults) throws(Halt) {
        if self == kind || self == .untyped { return }
        let found = kind == .sequence ? "a list" : "a mapping"
        try faults.add(.tagMismatch, "the tag requires \(name), found \(found)", at: range)
    }
}
