// Written by clientsmith. Do not edit.

public import ClientRuntime

nonisolated extension BodyMembers {
    public struct PhotosAPI: OperationGroup {
        /// What sends the requests.
        public var connection: ClientConnection

        /// Makes a group that sends its requests through `connection`.
        public init(connection: ClientConnection) {
            self.connection = connection
        }

        /// `POST /pets/{id}/photos`
        ///
        /// ```swift
        /// try await bodyMembers.photos.add(
        ///     id: UUIDText("7f5d8a34-2c1e-4b6f-9a0d-3e8c5b7f1d29"),
        ///     url: URLText("https://example.com")
        /// )
        /// ```
        ///
        /// - Parameters:
        ///   - id: The path parameter `id`.
        ///   - body: The request's body, `application/json` or `multipart/form-data`.
        /// - Throws: `ClientError`.
        public func add(id: UUIDText, _ body: AddContent) async throws(ClientError<Never>) {
            try await connection.run(Add(id: id, body: body))
        }

        /// The method with a body of `application/json`.
        public func add(id: UUIDText, _ body: AddBody) async throws(ClientError<Never>) {
            try await add(id: id, .json(body))
        }

        /// The method with the members of its body of `application/json` as arguments.
        ///
        /// - Parameters:
        ///   - id: The path parameter `id`.
        ///   - url: Where the photo is.
        ///   - kind: The member `kind` of the body.
        public func add(
            id: UUIDText,
            url: URLText,
            kind: AddBody.Kind = .link
        ) async throws(ClientError<Never>) {
            try await self.connection.run(Self.Add(id: id, body: .json(.init(url: url, kind: kind))))
        }

        /// The method with the members of its body of `multipart/form-data` as arguments.
        ///
        /// - Parameters:
        ///   - id: The path parameter `id`.
        ///   - photo: The member `photo` of the body.
        ///   - caption: The member `caption` of the body.
        public func add(
            id: UUIDText,
            photo: FileContent,
            caption: String? = nil
        ) async throws(ClientError<Never>) {
            try await self.connection.run(Self.Add(
                id: id,
                body: .multipart(.init(photo: photo, caption: caption))
            ))
        }

        struct Add: ClientEndpoint {
            static let id = "addPhoto"

            let id: UUIDText
            let body: AddContent

            func request() throws -> ClientRequest {
                var request = ClientRequest(.post, "/pets/")
                try request.path("id", id)
                request.path("/photos")
                switch body {
                case .json(let value): try request.json(value)
                case .multipart(let value): try request.multipart(value)
                }
                return request
            }

            static func outcome(of response: ClientResponse) throws -> ClientOutcome<Void, Never> {
                switch response.status {
                case 200...299:
                    return .output(())
                default:
                    return .undocumented
                }
            }
        }

        /// The body of `add`, by content type.
        @nonexhaustive
        public enum AddContent: Sendable {
            /// `application/json`
            case json(AddBody)
            /// `multipart/form-data`
            case multipart(AddMultipartBody)
        }

        public struct AddBody: Codable, Hashable, Sendable, FieldComparable {
            /// Where the photo is.
            public var url: URLText
            public var kind: Kind

            public init(url: URLText, kind: Kind = .link) {
                self.url = url
                self.kind = kind
            }

            public init(from decoder: any Decoder) throws {
                let fields = try FieldDecoder(decoder)
                self.url = fields.url("url")
                self.kind = fields.enumeration("kind")
                try fields.finish()
            }

            public func encode(to encoder: any Encoder) throws {
                let fields = FieldEncoder(encoder)
                fields.url("url", self.url)
                fields.enumeration("kind", self.kind)
                try fields.finish()
            }

            public static func areEqual(_ left: Self, _ right: Self) -> Bool {
                var fields = FieldComparison()
                fields.value(left.url, right.url)
                fields.value(left.kind, right.kind)
                return fields.isEqual
            }

            public func hash(into hasher: inout Hasher) {
                FieldHasher.value(self.url, into: &hasher)
                FieldHasher.value(self.kind, into: &hasher)
            }

            public struct Kind: OpenEnum {
                public let rawValue: String

                public init(rawValue: String) {
                    self.rawValue = rawValue
                }

                public static var link: Self { Self(rawValue: "link") }

                /// The values the document lists, in its order.
                public static var knownValues: [Self] {
                    [.link]
                }
            }
        }

        public struct AddMultipartBody: Codable, Hashable, Sendable, FieldComparable {
            public var photo: FileContent
            public var caption: String?

            public init(photo: FileContent, caption: String? = nil) {
                self.photo = photo
                self.caption = caption
            }

            public init(from decoder: any Decoder) throws {
                let fields = try FieldDecoder(decoder)
                self.photo = try fields.value("photo")
                self.caption = fields.optionalString("caption")
                try fields.finish()
            }

            public func encode(to encoder: any Encoder) throws {
                let fields = FieldEncoder(encoder)
                fields.value("photo", self.photo)
                fields.optionalString("caption", self.caption)
                try fields.finish()
            }

            public static func areEqual(_ left: Self, _ right: Self) -> Bool {
                var fields = FieldComparison()
                fields.value(left.photo, right.photo)
                fields.optionalString(left.caption, right.caption)
                return fields.isEqual
            }

            public func hash(into hasher: inout Hasher) {
                FieldHasher.value(self.photo, into: &hasher)
                FieldHasher.optionalString(self.caption, into: &hasher)
            }
        }
    }
}
