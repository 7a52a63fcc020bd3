public import ClientModel
public import Diagnostics
public import YAML

/// What the configuration decides about one client.
public struct LoweringOptions: Sendable {
    /// The service's type and module. For example: `RunAI`.
    public var name: Identifier
    /// Names that the configuration chooses; they take precedence over recorded names.
    public var pins: [Pin]
    /// The names of earlier runs, which stay.
    public var record: NameRecord
    /// What the configuration says about security schemes, by their keys.
    public var schemes: [Scheme]
    /// Swift types for formats, in place of the tool's choice.
    public var formats: [Format]
    /// Swift types for single schemas, in place of the schemas' own.
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
        /// The location in the configuration.
        public var place: Place?

        /// A pin that names neither a member nor a type has no effect.
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
        /// The environment variable of the credential; `nil` derives it from the module and the scheme.
        public var environmentVariable: String?
        /// The location in the configuration.
        public var place: Place?

        /// Options that are `nil` keep what the document says.
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
        /// As the document spells it. For example: `money`.
        public var format: String
        /// The Swift type that values of the format have.
        public var type: ScalarType
        /// The location in the configuration.
        public var place: Place?

        /// Applies to every schema of the format, unless it has a type of its own.
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
        /// The type of every value of the schema.
        public var type: TypeReference
        /// The location in the configuration.
        public var place: Place?

        /// A pointer that leads nowhere is reported as an error.
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
        /// Operations with one of these tags belong to the group.
        public var tags: [Selection.Choice]
        /// Each with all paths below it. For example: `/chat` is also `/chat/completions`.
        public var paths: [Selection.Choice]
        /// By `operationId`, or by method and path.
        public var operations: [Selection.Choice]
        /// The name of its type, if it is not made from the path.
        public var type: Identifier?
        /// The location in the configuration.
        public var place: Place?

        /// A group without a type's name is called after its path.
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
        /// Operations with one of these tags are included.
        public var tags: [Choice]
        /// As the document spells them. For example: `/pets/{id}`.
        public var paths: [Choice]
        /// By `operationId`, or by method and path. For example: `listPets`, `GET /pets`.
        public var operations: [Choice]
        /// Keys of `components/schemas`.
        public var schemas: [Choice]

        /// A name, and where it was given.
        public struct Choice: Sendable {
            /// As the document spells it.
            public var name: String
            /// The location in the configuration; `nil` for a name of the command line.
            public var place: Place?

            /// A name that the document lacks is reported as an error.
            public init(_ name: String, at place: Place? = nil) {
                self.name = name
                self.place = place
            }
        }

        /// Empty lists name nothing.
        public init(
            tags: [Choice] = [], paths: [Choice] = [], operations: [Choice] = [], schemas: [Choice] = []
        ) {
            self.tags = tags
            self.paths = paths
            self.operations = operations
            self.schemas = schemas
        }
    }

    /// Groups and the selection are not set: without them the whole document is lowered, grouped by its tags or paths.
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
