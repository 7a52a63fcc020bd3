import CLibYAML

/// libyaml's events for one text. The current event stays valid until the next is asked for.
struct Events: ~Copyable {
    private let parser: UnsafeMutablePointer<yaml_parser_t>
    private let event: UnsafeMutablePointer<yaml_event_t>

    /// The text must be UTF-8 and outlive this.
    init?(_ text: UnsafeBufferPointer<UInt8>) {
        parser = .allocate(capacity: 1)
        event = .allocate(capacity: 1)
        event.initialize(to: yaml_event_t())
        guard yaml_parser_initialize(parser) == 1 else {
            parser.deallocate()
            event.deallocate()
            return nil
        }
        yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
        yaml_parser_set_input_string(parser, text.baseAddress, text.count)
    }

    deinit {
        yaml_event_delete(event)
        yaml_parser_delete(parser)
        event.deallocate()
        parser.deallocate()
    }

    /// Goes on to the next event; false if libyaml refuses the text there.
    mutating func advance() -> Bool {
        yaml_event_delete(event)
        return yaml_parser_parse(parser, event) == 1
    }

    var type: yaml_event_type_t { event.pointee.type }
    /// In code points, like every mark.
    var start: Int { event.pointee.start_mark.index }
    var end: Int { event.pointee.end_mark.index }

    var scalarText: UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: event.pointee.data.scalar.value, count: event.pointee.data.scalar.length)
    }
    var scalarStyle: yaml_scalar_style_t { event.pointee.data.scalar.style }
    var alias: String { String(cString: event.pointee.data.alias.anchor) }

    /// Where the two properties of a node are; each kind of event keeps them in its own structure.
    struct Properties {
        let anchor: UnsafeMutablePointer<UInt8>?
        let tag: UnsafeMutablePointer<UInt8>?

        var isEmpty: Bool { anchor == nil && tag == nil }
    }

    var properties: Properties {
        switch type {
        case YAML_SCALAR_EVENT:
            Properties(anchor: event.pointee.data.scalar.anchor, tag: event.pointee.data.scalar.tag)
        case YAML_SEQUENCE_START_EVENT:
            Properties(anchor: event.pointee.data.sequence_start.anchor, tag: event.pointee.data.sequence_start.tag)
        case YAML_MAPPING_START_EVENT:
            Properties(anchor: event.pointee.data.mapping_start.anchor, tag: event.pointee.data.mapping_start.tag)
        default:
            Properties(anchor: nil, tag: nil)
        }
    }

    var isFlow: Bool {
        switch type {
        case YAML_SEQUENCE_START_EVENT: event.pointee.data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE
        case YAML_MAPPING_START_EVENT: event.pointee.data.mapping_start.style == YAML_FLOW_MAPPING_STYLE
        default: false
        }
    }

    /// What libyaml says after ``advance()`` has failed.
    struct Failure {
        var problem: String
        var index: Int
        var context: String
        var contextIndex: Int
    }

    var failure: Failure {
        Failure(
            problem: parser.pointee.problem.map { String(cString: $0) } ?? "out of memory",
            index: parser.pointee.problem_mark.index,
            context: parser.pointee.context.map { String(cString: $0) } ?? "",
            contextIndex: parser.pointee.context_mark.index)
    }
}
