public import Diagnostics
import YAML

/// A body of one media type (Media Type Object).
public struct MediaType: Sendable {
    /// The key, as written. For example: `application/json; charset=utf-8`, `image/*`.
    public var name: String
    /// The location of the key.
    public var namePlace: Place
    /// CommonMark (3.2).
    public var description: String?
    /// `nil` where the document gives no structure.
    public var schema: SchemaID?
    /// The schema of each element of a sequence (3.2).
    public var itemSchema: SchemaID?
    /// By property name, in document order.
    public var encodings: [Encoding] = []
    /// By position (3.2).
    public var prefixEncodings: [Encoding] = []
    /// For the positions that follow (3.2).
    public var itemEncoding: Encoding?
    /// `example` comes first and has an empty name.
    public var examples: [Example] = []
    /// RFC 6901 pointer to the object.
    public var pointer: String
    /// The location of the object.
    public var place: Place
    /// The key under `components/mediaTypes`, where it was declared there.
    public var componentName: String?
}

/// How one member of a form or multipart body is written (Encoding Object).
public struct Encoding: Sendable {
    /// The property, or empty where the encoding is for a position.
    public var property: String
    /// The value of the part's `Content-Type`, as written: one media type or several, separated by commas.
    public var contentType: String?
    /// Further headers of a part. `Content-Type` is not among them.
    public var headers: [Header] = []
    /// `nil` where the document says none of `style`, `explode` and `allowReserved`: then ``contentType`` decides.
    public var style: Style?
    /// Whether elements and members become parameters of their own.
    public var explode: Bool?
    /// Whether RFC 3986's reserved characters are sent unencoded.
    public var allowReserved: Bool?
    /// Encodings of nested members (3.2).
    public var encodings: [Encoding] = []
    /// Encodings of nested parts by position (3.2).
    public var prefixEncodings: [Encoding] = []
    /// At most one.
    public var itemEncodings: [Encoding] = []
    /// The location of the object.
    public var place: Place
}

private enum MediaTypeKey: String, ObjectKey {
    case description, schema, itemSchema, example, examples, encoding, prefixEncoding, itemEncoding

    static let table = KeyTable<MediaTypeKey>(
        "a media type", only: [(.v3_2 ... .newest, [.description, .itemSchema, .prefixEncoding, .itemEncoding])])
}

private enum EncodingKey: String, ObjectKey {
    case contentType, headers, style, explode, allowReserved, encoding, prefixEncoding, itemEncoding

    static let table = KeyTable<EncodingKey>(
        "an encoding", only: [(.v3_2 ... .newest, [.encoding, .prefixEncoding, .itemEncoding])])
}

extension Reader {
    /// The media types of a `content`.
    func content(_ located: Located) -> [MediaType] {
        members(of: located, "`content`").compactMap { mediaType($0.located, name: $0.key, at: $0.keyPlace) }
    }

    func mediaType(_ start: Located, name: String, at namePlace: Place) -> MediaType? {
        guard name.isEmpty || isMediaType(name, at: namePlace),
            let end = follow(start, .mediaTypes, otherwise: "the media type \(quote(name)) is skipped"),
            var mediaType = once(\.mediaTypes, end.located, "a media type", { mediaType(end.located) })
        else { return nil }
        mediaType.name = name
        mediaType.namePlace = namePlace
        return mediaType
    }

    private func mediaType(_ located: Located) -> MediaType? {
        var mediaType = MediaType(
            name: "", namePlace: located.place, pointer: located.pointer, place: located.place,
            componentName: componentNames.name(of: .mediaTypes, at: located.pointer))
        guard !located.node.isNull else {
            report(.repaired, .emptyValue, "a media type without a value is read as an empty one", at: located.place)
            return mediaType
        }
        let isMapping = read(located) { (key: MediaTypeKey, entry, located) in
            switch key {
            case .description: mediaType.description = prose(entry, in: located)
            case .schema: mediaType.schema = schema(located.child(entry), leavingOut: "`schema`")
            case .itemSchema: mediaType.itemSchema = schema(located.child(entry), leavingOut: "`itemSchema`")
            case .example: mediaType.examples.insert(example(entry), at: 0)
            case .examples: mediaType.examples += examples(entry, in: located)
            case .encoding: mediaType.encodings = encodings(entry, in: located)
            case .prefixEncoding: mediaType.prefixEncodings = positionalEncodings(entry, in: located)
            case .itemEncoding: mediaType.itemEncoding = encoding(located.child(entry), property: "")
            }
        }
        return isMapping ? mediaType : nil
    }

    /// A media type is sent as a header's value, so control characters are refused; anything else is taken as written.
    func isMediaType(_ name: String, at place: Place) -> Bool {
        if name.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F || $0.value > 0x7E }) {
            report(
                .error, .badName,
                "the media type \(quote(name)) can't be sent: use only printable ASCII characters",
                at: place)
            return false
        }
        if !name.utf8.contains(UInt8(ascii: "/")) {
            report(
                .remark, .badName, "\(quote(name)) is not a valid media type: it has no `/`", at: place,
                hint: name.lowercased() == "json" ? "did you mean `application/json`?" : nil)
        }
        return true
    }

    // MARK: Encodings

    private func encodings(_ entry: Mapping.Entry, in parent: Located) -> [Encoding] {
        members(entry, in: parent).compactMap { encoding($0.located, property: $0.key) }
    }

    private func positionalEncodings(_ entry: Mapping.Entry, in parent: Located) -> [Encoding] {
        items(entry, in: parent).compactMap { encoding($0, property: "") }
    }

    private func encoding(_ located: Located, property: String) -> Encoding? {
        var encoding = Encoding(property: property, place: located.place)
        let isMapping = read(located) { (key: EncodingKey, entry, located) in
            switch key {
            case .contentType:
                guard let type = text(entry), isMediaType(type, at: entry.value.place) else { break }
                encoding.contentType = type
            case .headers: encoding.headers = headers(entry, in: located)
            case .style: encoding.style = choice(entry, of: Style.self)
            case .explode: encoding.explode = boolean(entry)
            case .allowReserved: encoding.allowReserved = boolean(entry)
            case .encoding: encoding.encodings = encodings(entry, in: located)
            case .prefixEncoding: encoding.prefixEncodings = positionalEncodings(entry, in: located)
            case .itemEncoding:
                encoding.itemEncodings = self.encoding(located.child(entry), property: "").map { [$0] } ?? []
            }
        }
        return isMapping ? encoding : nil
    }
}
