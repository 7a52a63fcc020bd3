public import ClientModel
public import Diagnostics
public import YAML

/// What the configuration decides about one client.
public struct LoweringOptions: Sendable {
    /// The service's type and module. For example: `RunAI`.
    public var name: Identifier
    public var pins: [Pin]
    /// The names of earlier runs, which stay.
    public var record: NameRecord
    public var schemes: [Scheme]
    public var formats: [Format]
    public var types: [SchemaType]
    /// The groups that are not made from tags or paths.
    public var groups: [Group] = []
    /// `nil` takes the whole document.
    public var selection: Selection?
    /// What may be written: ``Limits/outputBytes`` and ``Limits/declarations``.
    public var limits: Limits

    /// A Swift name for what stands at a place of the document.
    ///
    /// For example: `#/components/schemas/uuid` is called `Identifier`, `#/paths/~1pets/get` is the method `pets`.
    public struct Pin: Sendable {
        /// RFC 6901, as ``TypeDeclaration/pointer``.
        public var pointer: String
        /// Of a property, a parameter, a case or whatever else is declared there; of a type where nothing else is.
        public var name: String?
        /// Of the type that is declared there beside a property, a case or a group.
        public var type: String?
        public var place: Place?

        public init(pointer: String, name: String? = nil, type: String? = nil, place: Place? = nil) {
            self.pointer = pointer
            self.name = name
            self.type = type
            self.place = place
        }
    }

    /// What is set for one security scheme.
    public struct Scheme: Sendable {
        /// The key in the document.
        public var wireName: String
        /// What is sent before the credential. For example: `JWT`.
        public var prefix: String?
        public var environmentVariable: String?
        public var place: Place?

        public init(
            wireName: String, prefix: String? = nil, environmentVariable: String? = nil, place: Place? = nil
        ) {
            self.wireName = wireName
            self.prefix = prefix
            self.environmentVariable = environmentVariable
            self.place = place
        }
    }

    /// The Swift type of strings or numbers of one format. For example: `uri` as plain text is `.string`.
    public struct Format: Sendable {
        public var format: String
        public var type: ScalarType
        public var place: Place?

        public init(format: String, type: ScalarType, place: Place? = nil) {
            self.format = format
            self.type = type
            self.place = place
        }
    }

    /// The Swift type of one schema, whatever the schema says. For example: a `type: object` that services send as a string.
    public struct SchemaType: Sendable {
        /// RFC 6901, as ``TypeDeclaration/pointer``.
        public var pointer: String
        public var type: TypeReference
        public var place: Place?

        public init(pointer: String, type: TypeReference, place: Place? = nil) {
            self.pointer = pointer
            self.type = type
            self.place = place
        }
    }

    /// Operations that are one group of the client. One that several groups name belongs to the group that names it by itself, then to the
    /// one that names most of its path, then to that of its first tag.
    public struct Group: Sendable {
        /// The properties that lead to it. For example: `chat`, `completions`.
        public var path: [Identifier]
        public var tags: [Selection.Choice]
        /// Each with all paths below it. For example: `/chat` is also `/chat/completions`.
        public var paths: [Selection.Choice]
        /// By `operationId`, or by method and path.
        public var operations: [Selection.Choice]
        /// The name of its type, if it is not made from the path.
        public var type: Identifier?
        public var place: Place?

        public init(
            path: [Identifier], tags: [Selection.Choice] = [], paths: [Selection.Choice] = [],
            operations: [Selection.Choice] = [], type: Identifier? = nil, place: Place? = nil
        ) {
            self.path = path
            self.type = type
            self.tags = tags
            self.paths = paths
            self.operations = operations
            self.place = place
        }
    }

    /// The part of a document that is wanted: whatever one of the lists names, and all it needs. Names are as they are
    /// in the whole.
    public struct Selection: Sendable {
        public var tags: [Choice]
        public var paths: [Choice]
        /// By `operationId`, or by method and path. For example: `listPets`, `GET /pets`.
        public var operations: [Choice]
        /// Keys of `components/schemas`.
        public var schemas: [Choice]

        /// A name, and where it was given.
        public struct Choice: Sendable {
            public var name: String
            public var place: Place?

            public init(_ name: String, at place: Place? = nil) {
                self.name = name
                self.place = place
            }
        }

        public init(
            tags: [Choice] = [], paths: [Choice] = [], operations: [Choice] = [], schemas: [Choice] = []
        ) {
            self.tags = tags
            self.paths = paths
            self.operations = operations
            self.schemas = schemas
        }
    }

    public init(
        name: Identifier, pins: [Pin] = [], record: NameRecord = NameRecord(), schemes: [Scheme] = [],
        formats: [Format] = [],
        types: [SchemaType] = [], selection: Selection? = nil, limits: Limits = Limits()
    ) {
        self.name = name
        self.pins = pins
        self.record = record
        self.schemes = schemes
        self.formats = formats
        self.types = types
        self.selection = selection
        self.limits = limits
    }
}
