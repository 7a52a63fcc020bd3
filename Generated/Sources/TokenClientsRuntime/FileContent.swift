#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// The content of a file, as a part of a multipart body or as a body with a media type chosen by the caller.
public nonisolated struct FileContent: Hashable, Sendable {
    /// The file name of a part. If it is `nil`, the name of the part is sent instead.
    public var name: String?
    /// The media type. For example: `image/png`.
    public var contentType: String?
    /// Additional headers of the part.
    public var headers: [String: String] = [:]
    private let source: Source

    private enum Source: Hashable, Sendable {
        case data(Data)
        case file(URL)
    }

    /// Creates content from bytes.
    public init(_ data: Data, name: String? = nil, contentType: String? = nil) {
        source = .data(data)
        self.name = name
        self.contentType = contentType
    }

    /// Creates content from a file. It is read in chunks while it is sent and never held in memory as a whole.
    public init(file: URL, name: String? = nil, contentType: String? = nil) {
        source = .file(file)
        self.name = name ?? file.lastPathComponent
        self.contentType = contentType
    }

    /// The content as a request body.
    public var body: HTTPBody {
        switch source {
        case .data(let data): HTTPBody(data)
        case .file(let file): HTTPBody(file: file)
        }
    }

    /// Reads the complete content.
    ///
    /// - Throws: An error if the file can't be read.
    public func bytes() throws -> Data {
        switch source {
        case .data(let data): data
        case .file(let file): try Data(contentsOf: file)
        }
    }

    /// - Throws: ``RequestFailure`` if the file can't be read.
    func base64() throws -> String {
        do { return try bytes().base64EncodedString() } catch { throw HTTPBody.unreadable(name) }
    }
}

/// Encoded in JSON as a Base64 string.
nonisolated extension FileContent: Codable {
    /// Decodes a part of a multipart body, or a Base64 string.
    public init(from decoder: any Decoder) throws {
        if let tree = decoder as? NodeDecoder, case .file(let file) = tree.node {
            self = file
        } else {
            self.init(try decoder.singleValueContainer().decode(Data.self))
        }
    }

    /// Encodes the bytes.
    ///
    /// - Throws: An error if the file can't be read.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(try bytes())
    }
}
