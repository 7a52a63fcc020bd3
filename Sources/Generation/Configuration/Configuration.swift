public import ClientModel
public import Diagnostics
public import YAML

/// What is to be made: which documents become which modules of one package, and how.
///
/// For example: `specs/clientsmith.yaml`, read by ``init(_:problems:)``; or one document and a module's name, as
/// `clientsmith generate DOCUMENT --module NAME` has it.
public struct Configuration: Sendable {
    /// The package's name. Its runtime is the target of that name with `Runtime` behind it.
    public var package: Identifier
    /// The folder to write, as spelled: relative to the configuration's own folder. A command line may give it instead.
    public var output: Located<String>?
    /// The access level of generated declarations.
    public var access: AccessLevel
    /// A folder with templates that replace the tool's own, relative like ``output``.
    public var templates: Located<String>?
    /// Each has a module of its own.
    public var clients: [Client]
    /// What each document, overlay and further file may cost.
    public var limits = Limits()
    /// Which files are written.
    public var layout: Layout
    /// The module the clients import their runtime from, in place of a copy of their own.
    public var runtime: Located<Identifier>?
    /// Which parts of the runtime are written; `nil` is ``RuntimeParts/used``.
    public var runtimeParts: RuntimeParts?

    /// What is written, and how it is spread over files.
    public enum Layout: String, CaseIterable, Sendable {
        /// A package with a library for each client.
        case package
        /// Sources for a module of somebody's, a file for each type.
        case sources
        /// The same, in files whose names do not depend on the documents.
        case fixed
    }

    /// Which parts of the runtime are written.
    public enum RuntimeParts: String, CaseIterable, Sendable {
        /// Those that the clients use.
        case used
        /// All of them, so that callers keep types of the runtime that no client uses.
        case all
    }

    /// Who may use what is written.
    public enum AccessLevel: String, CaseIterable, Sendable {
        /// Visible everywhere, in the package, or in the module of the client alone.
        case `public`, package, `internal`
    }

    /// One document and the module it becomes.
    public struct Client: Sendable {
        /// Relative to the configuration's folder.
        public var document: Located<String>
        /// The name of the module and of the client's type.
        public var module: Located<Identifier>
        /// Where the document is fetched from, by `clientsmith fetch` alone.
        public var source: Upstream?
        /// What the document's bytes must hash to.
        public var digest: Located<Digest>?
        /// Overlay documents that are applied to it, in this order; relative like ``document``.
        public var overlays: [Located<String>]
        /// What the configuration says about security schemes, by their keys.
        public var security: [SecurityOptions]
        /// Swift names for elements of the document; they take precedence over recorded names.
        public var names: [PinnedName]
        /// Swift types for formats, in place of the tool's choice.
        public var formats: [FormatType]
        /// Swift types for single schemas, in place of the schemas' own.
        public var types: [SchemaType] = []
        /// The names of earlier runs.
        public var record = NameRecord()
        /// The groups of operations that are not made from tags or paths.
        public var groups: [Group] = []
        /// `nil` takes the whole document.
        public var only: Part?

        /// Source, types, groups and the record are not set; the reader of configurations adds them.
        public init(
            document: Located<String>, module: Located<Identifier>, digest: Located<Digest>? = nil,
            overlays: [Located<String>] = [], security: [SecurityOptions] = [], names: [PinnedName] = [],
            formats: [FormatType] = [], only: Part? = nil
        ) {
            self.document = document
            self.module = module
            self.digest = digest
            self.overlays = overlays
            self.security = security
            self.names = names
            self.formats = formats
            self.only = only
        }
    }

    /// The part of a document that is wanted: whatever one of the lists names, with all it needs and nothing more.
    public struct Part: Sendable {
        /// Names of tags. Operations with one of them are included.
        public var tags: [Located<String>]
        /// As in the document. For example: `/pets/{id}`.
        public var paths: [Located<String>]
        /// By `operationId`, or by method and path. For example: `listPets`, `GET /pets`.
        public var operations: [Located<String>]
        /// Keys of `components/schemas`; in 2.0, of `definitions`.
        public var schemas: [Located<String>]

        /// Empty lists name nothing.
        public init(
            tags: [Located<String>] = [], paths: [Located<String>] = [], operations: [Located<String>] = [],
            schemas: [Located<String>] = []
        ) {
            self.tags = tags
            self.paths = paths
            self.operations = operations
            self.schemas = schemas
        }

        /// Whether nothing is named.
        public var isEmpty: Bool { tags.isEmpty && paths.isEmpty && operations.isEmpty && schemas.isEmpty }
    }

    /// A group of operations: all that one of the lists names.
    public struct Group: Sendable {
        /// The properties that lead to it. For example: `chat`, `completions`.
        public var path: [Identifier]
        /// The operations that the group takes.
        public var part: Part
        /// The name of its type, if it is not made from the path.
        public var type: Located<Identifier>?
        /// The location in the configuration; `nil` if the group was made in code.
        public var place: Place?

        /// A group without a type's name is called after its path.
        public init(path: [Identifier], part: Part, type: Located<Identifier>? = nil, place: Place? = nil) {
            self.path = path
            self.part = part
            self.type = type
            self.place = place
        }
    }

    /// What the document leaves open about a security scheme.
    public struct SecurityOptions: Sendable {
        /// The scheme's key in the document. For example: `JSON Web Token`.
        public var scheme: Located<String>
        /// What stands before the credential. For example: `JWT`.
        public var prefix: String?
        /// The environment variable the credential is read from.
        public var environment: String?

        /// Options that are `nil` keep what the document says.
        public init(scheme: Located<String>, prefix: String? = nil, environment: String? = nil) {
            self.scheme = scheme
            self.prefix = prefix
            self.environment = environment
        }
    }

    /// A Swift name the user has chosen.
    public struct PinnedName: Sendable {
        /// An RFC 6901 pointer in URI form. For example: `#/components/schemas/uuid`.
        public var pointer: Located<String>
        /// The name of a member, a parameter, a case or a method; of the type if nothing else is declared there.
        public var name: Located<Identifier>?
        /// The name of the type that is declared there beside something else.
        public var type: Located<Identifier>?

        /// A name without a pointer in the document is an error when it is lowered.
        public init(pointer: Located<String>, name: Located<Identifier>? = nil, type: Located<Identifier>? = nil) {
            self.pointer = pointer
            self.name = name
            self.type = type
        }
    }

    /// The Swift type of the strings or numbers of one format.
    public struct FormatType: Sendable {
        /// As the document spells it. For example: `money`.
        public var format: Located<String>
        /// The Swift type that values of the format have.
        public var type: ScalarType

        /// The type must be able to represent every value of the format.
        public init(format: Located<String>, type: ScalarType) {
            self.format = format
            self.type = type
        }
    }

    /// The Swift type of one schema.
    public struct SchemaType: Sendable {
        /// An RFC 6901 pointer in URI form. For example: `#/components/schemas/Probe/properties/port`.
        public var pointer: Located<String>
        /// A scalar type, or a list, dictionary or JSON value of them.
        public var type: TypeReference

        /// A pointer that leads nowhere is an error when it is lowered.
        public init(pointer: Located<String>, type: TypeReference) {
            self.pointer = pointer
            self.type = type
        }
    }

    /// A configuration without limits of its own has the defaults.
    public init(
        package: Identifier, output: Located<String>?, access: AccessLevel = .public,
        templates: Located<String>? = nil, clients: [Client], layout: Layout = .package,
        runtime: Located<Identifier>? = nil
    ) {
        self.package = package
        self.output = output
        self.access = access
        self.templates = templates
        self.clients = clients
        self.layout = layout
        self.runtime = runtime
    }

    /// A configuration for one document, whose package is named after its module.
    public init(
        document: String, module: Identifier, output: String, access: AccessLevel = .public, only: Part? = nil
    ) {
        self.init(
            package: module, output: Located(output), access: access,
            clients: [Client(document: Located(document), module: Located(module), only: only)])
    }
}

/// A value and where it was read, if from a file.
public struct Located<Value: Sendable>: Sendable {
    /// The value itself, checked by its reader.
    public var value: Value
    /// The location in the configuration; `nil` for values of the command line.
    public var place: Place?

    /// A value without a location comes from the command line.
    public init(_ value: Value, at place: Place? = nil) {
        self.value = value
        self.place = place
    }
}
