// Written by clientsmith. Do not edit.

public import ClientRuntime

nonisolated extension Multipart {
    public struct PhotosAPI: OperationGroup {
        /// What sends the requests.
        public var connection: ClientConnection

        /// Makes a group that sends its requests through `connection`.
        public init(connection: ClientConnection) {
            self.connection = connection
        }

        /// `POST /photos`
        ///
        /// ```swift
        /// try await multipart.photos.upload(photo: FileContent(Data("photo".utf8), name: "photo"))
        /// ```
        ///
        /// - Parameter body: The request's body, `multipart/form-data`.
        /// - Throws: `ClientError`.
        public func upload(_ body: UploadMultipartBody) async throws(ClientError<Never>) {
            try await connection.run(Upload(body: body))
        }

        /// The method with the members of its body as arguments.
        ///
        /// - Parameters:
        ///   - photo: The member `photo` of the body.
        ///   - tags: The member `tags` of the body.
        ///   - place: The member `place` of the body.
        public func upload(
            photo: FileContent,
            tags: [String]? = nil,
            place: UploadMultipartBody.Place? = nil
        ) async throws(ClientError<Never>) {
            try await self.connection.run(Self.Upload(body: .init(photo: photo, tags: tags, place: place)))
        }

        struct Upload: ClientEndpoint {
            static let id = "uploadPhoto"

            let body: UploadMultipartBody

            func request() throws -> ClientRequest {
                var request = ClientRequest(.post, "/photos")
                try request.multipart(body, [
                    BodyEncoding("photo", contentType: "image/png"),
                    BodyEncoding("tags", style: .form, explode: false),
                ])
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

        public struct UploadMultipartBody: Codable, Hashable, Sendable, FieldComparable {
            public var photo: FileContent
            public var tags: [String]?
            public var place: Place?

            public init(photo: FileContent, tags: [String]? = nil, place: Place? = nil) {
                self.photo = photo
                self.tags = tags
                self.place = place
            }

            public init(from decoder: any Decoder) throws {
                let fields = try FieldDecoder(decoder)
                self.photo = try fields.value("photo")
                self.tags = fields.optional("tags")
                self.place = fields.optional("place")
                try fields.finish()
            }

            public func encode(to encoder: any Encoder) throws {
                let fields = FieldEncoder(encoder)
                fields.value("photo", self.photo)
                fields.optional("tags", self.tags)
                fields.optional("place", self.place)
                try fields.finish()
            }

            public static func areEqual(_ left: Self, _ right: Self) -> Bool {
                var fields = FieldComparison()
                fields.value(left.photo, right.photo)
                fields.optionalArray(left.tags, right.tags)
                fields.optional(left.place, right.place)
                return fields.isEqual
            }

            public func hash(into hasher: inout Hasher) {
                FieldHasher.value(self.photo, into: &hasher)
                FieldHasher.optionalArray(self.tags, into: &hasher)
                FieldHasher.optional(self.place, into: &hasher)
            }

            public struct Place: Codable, Hashable, Sendable, FieldComparable {
                public var name: String?

                public init(name: String? = nil) {
                    self.name = name
                }

                public init(from decoder: any Decoder) throws {
                    let fields = try FieldDecoder(decoder)
                    self.name = fields.optionalString("name")
                    try fields.finish()
                }

                public func encode(to encoder: any Encoder) throws {
                    let fields = FieldEncoder(encoder)
                    fields.optionalString("name", self.name)
                    try fields.finish()
                }

                public static func areEqual(_ left: Self, _ right: Self) -> Bool {
                    var fields = FieldComparison()
                    fields.optionalString(left.name, right.name)
                    return fields.isEqual
                }

                public func hash(into hasher: inout Hasher) {
                    FieldHasher.optionalString(self.name, into: &hasher)
                }
            }
        }
    }
}
