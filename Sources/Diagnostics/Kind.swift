extension Diagnostic {
    /// What a message is about: what repeats are folded by, and what `--format json` and GitHub show as its name.
    ///
    /// `Documentation/Diagnostics.md` is made from this file: a comment says what the finding means and what to do.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        // MARK: Reading YAML and JSON

        /// An alias has the name of no earlier anchor. Define the anchor first, or correct the name.
        case undefinedAlias = "undefined-alias"
        /// An alias is part of the value that it stands for. Use a `$ref` for a schema that contains itself.
        case selfContainingAlias = "self-containing-alias"
        /// A key has two values. Remove one of them.
        case duplicateKey = "duplicate-key"
        /// A key is a list or a mapping. Quote it if a string was meant.
        case keyKind = "key-kind"
        /// `<<` has a value that can't be merged. Give it an alias of a mapping, or a list of them.
        case mergeKey = "merge-key"
        /// The text is not valid YAML (YAML 1.2.2). Correct it where the message points.
        case yamlSyntax = "yaml-syntax"
        /// The text is not valid JSON (RFC 8259). Correct it where the message points.
        /// For example: `expected ',' or ']', found '}'`.
        case jsonSyntax = "json-syntax"
        /// The file is not UTF-8 or UTF-16. Save it as UTF-8.
        case encoding
        /// A character that no text may contain. Write it as an escape, or remove it.
        case controlCharacter = "control-character"
        /// A line break that editors do not show as one. Remove it, or write it as an escape.
        /// For example: `U+2028 is a line break that most editors do not show as one`.
        case hiddenLineBreak = "hidden-line-break"
        /// A UTF-16 surrogate lacks its pair. Write the character itself.
        case loneSurrogate = "lone-surrogate"
        /// Lines end with carriage returns alone. Save the file with line feeds.
        case carriageReturn = "carriage-return"
        /// A YAML tag without a meaning here. Remove it.
        case unknownTag = "unknown-tag"
        /// A value is not what its tag says. Correct the value, or remove the tag.
        case tagMismatch = "tag-mismatch"
        /// The file holds no value. Check its path.
        /// For example: `the file is empty`.
        case emptyDocument = "empty-document"
        /// The file holds several YAML documents. Keep one in each file.
        case secondDocument = "second-document"
        /// There is too little memory to read the file. Nothing is wrong with the file itself.
        case memory

        // MARK: Limits

        /// The file is larger than `limits.bytes`. Raise the limit if the file is right.
        case limitBytes = "limit-bytes"
        /// Values are nested deeper than `limits.depth`. Raise the limit if the file is right.
        case limitDepth = "limit-depth"
        /// The file has more values than `limits.values`. Raise the limit if the file is right.
        case limitNodes = "limit-nodes"
        /// Aliases expand to more values than `limits.aliasedValues`. Raise the limit if the file is right.
        case limitAliases = "limit-aliases"
        /// The file has more `%TAG` directives than any that is meant to be read. Remove them.
        case limitDirectives = "limit-directives"
        /// Reading ended early because of the number of errors. Correct the first ones.
        case limitErrors = "limit-errors"
        /// References lead to references, more than can be followed. Refer to the last one.
        case limitChain = "limit-chain"
        /// Dynamic references lead to more combinations than can be followed. Use `$ref` where the target is known.
        case limitDynamicReferences = "limit-dynamic-references"
        /// The output would be larger than `limits.outputBytes`. Select a part with `only`, or raise the limit.
        /// For example: `the output has more than 1000 bytes; 'Pet' contributes most: about 700 bytes in 1 use`.
        case limitOutputBytes = "limit-output-bytes"
        /// The output would declare more types than `limits.declarations`. Select a part with `only`, or raise the limit.
        case limitDeclarations = "limit-declarations"

        // MARK: OpenAPI

        /// The version is missing or not one from 2.0 to 3.2. Correct `openapi` or `swagger`.
        case unknownVersion = "unknown-version"
        /// A value is of another kind than the specification says. Replace it.
        case wrongKind = "wrong-kind"
        /// A required key is missing. Add it.
        case missingKey = "missing-key"
        /// A key has no value. Add one, or remove the key.
        case emptyValue = "empty-value"
        /// A key is not one of its object. Correct its spelling, or begin it with `x-`.
        case unknownKey = "unknown-key"
        /// A key belongs to another version of OpenAPI. Change it, or the document's version.
        case otherVersionKey = "other-version-key"
        /// A key or value was read as the word that it resembles. Correct its spelling.
        case spelling
        /// A string was written as a number or the like. Quote it.
        case notText = "not-text"
        /// A key is a number where a string is required. Quote it.
        case numberKey = "number-key"
        /// A value is not one that the specification allows. Replace it.
        case badValue = "bad-value"
        /// A name contains characters that names of components may not have. Rename the component.
        case badName = "bad-name"
        /// Two entries stand for the same thing. Remove one of them.
        case duplicate
        /// Two keys exclude each other. Remove one of them.
        case contradiction
        /// A path and its parameters do not match. Declare a parameter for each variable of the path.
        case pathParameter = "path-parameter"
        /// A `$ref` is not a valid reference. Correct it.
        case badReference = "bad-reference"
        /// A `$ref` leads out of the document's folder. Move the file, or start from a folder above both.
        case outsideRoot = "outside-root"
        /// A file that a `$ref` names can't be read. Check its path.
        case unreadableFile = "unreadable-file"
        /// A `$ref` is a URL. Download the file, and refer to it by path.
        case remoteReference = "remote-reference"
        /// A `$ref` does not resolve. Correct it, or add what it names.
        case danglingReference = "dangling-reference"
        /// References lead back to themselves. Let one of them name a value.
        case circularReference = "circular-reference"
        /// A `$ref` leads to an object of another kind. Refer to one that fits.
        case wrongTarget = "wrong-target"
        /// A `$ref` is not allowed here. Write the value instead.
        case unexpectedReference = "unexpected-reference"
        /// A `$ref` leads through another `$ref`. Refer to the target directly.
        case throughReference = "through-reference"
        /// An operation requires a security scheme that is not declared. Declare it in `components`.
        case unknownSecurityScheme = "unknown-security-scheme"
        /// The specification allows it, but the client can't express it. No action is needed.
        case notExpressed = "not-expressed"

        // MARK: Schemas

        /// Schemas contain each other without an end, so that no value satisfies them. Make one member optional.
        case endlessSchema = "endless-schema"
        /// A schema refers only to itself. Give it a type.
        case endlessType = "endless-type"
        /// Two branches of a union allow the same values. Add a discriminator, or a constant member to each.
        /// For example: `'cat' and 'dog' can't be distinguished; matching values are decoded as the first`.
        case ambiguousUnion = "ambiguous-union"
        /// A schema has several `oneOf` or `anyOf`. Use one of them.
        case combinedUnions = "combined-unions"
        /// Two values of a discriminator are one name in Unicode. Rename one.
        case equalMappings = "equal-mappings"
        /// A discriminator maps a value to a schema that is not a branch. Add the branch, or remove the value.
        case unlistedMapping = "unlisted-mapping"
        /// Two branches are the same. Remove one of them.
        case repeatedBranch = "repeated-branch"
        /// A branch says `nullable` and nothing else. Write `type: 'null'` or `enum: [null]`.
        case nullableAlone = "nullable-alone"
        /// Parts of an `allOf` require different types. Remove one of the types.
        case conflictingTypes = "conflicting-types"
        /// Parts of an `allOf` allow different values. Remove one of the lists.
        case conflictingValues = "conflicting-values"
        /// A listed value is not of the schema's type. Correct the value or the type.
        case valueType = "value-type"
        /// A value is listed twice. Remove one of them.
        case repeatedValue = "repeated-value"
        /// Listed integers need more than 64 bits. No action is needed: the values are decimals.
        case largeIntegers = "large-integers"
        /// A format does not belong to its type. Correct one of the two, or set `formats`.
        case formatType = "format-type"
        /// No value satisfies the schema. Correct it; until then its type is a JSON value.
        case impossibleSchema = "impossible-schema"
        /// A property has the schema `false`. Remove it; callers do not see it.
        case forbiddenProperty = "forbidden-property"
        /// `required` names a member without a schema. Add it to `properties`.
        case undeclaredProperty = "undeclared-property"
        /// Members have types that depend on their names. No action is needed: they are JSON values.
        case mixedMembers = "mixed-members"
        /// A keyword restricts values in a way that Swift's types do not show. The service checks it.
        case uncheckedKeyword = "unchecked-keyword"

        // MARK: Operations

        /// The `parent` of a tag is not declared, or leads back to the tag. Correct it; the tag has no parent until then.
        case badParent = "bad-parent"
        /// Two operations have the same `operationId`. Rename one.
        case duplicateOperationID = "duplicate-operation-id"
        /// A GET or DELETE has a body without members. Remove the body.
        case emptyBody = "empty-body"
        /// Two media types have bodies of the same type. No action is needed: one of them is used.
        case sameBody = "same-body"
        /// A media type's structure is unknown to the tool. Callers get text or bytes.
        case rawBody = "raw-body"
        /// A parameter's media type is unknown to the tool. Callers pass the encoded text.
        case rawParameter = "raw-parameter"
        /// An object has a media type for bytes. Correct the media type; it is sent as JSON.
        case structuredBytes = "structured-bytes"
        /// Parts within a part have encodings. Callers can't set them.
        case nestedEncoding = "nested-encoding"
        /// A part of a form has headers. Only files have them in Swift.
        case partHeader = "part-header"
        /// OpenAPI ignores header parameters of this name. Use `security` or the media type.
        case ignoredHeader = "ignored-header"
        /// A key in `Authorization` has no scheme before it. Set `prefix` for it in `security` if the service wants one.
        case plainAuthorization = "plain-authorization"

        // MARK: Names

        /// A name is already used. Choose another in `names`.
        case repeatedName = "repeated-name"
        /// A name of the configuration is not a Swift identifier. Correct it.
        case invalidName = "invalid-name"
        /// A name of the configuration is one that generated code uses. Choose another.
        case reservedName = "reserved-name"
        /// An entry of `names` matches nothing in the document. Correct its pointer, or remove it.
        case unusedName = "unused-name"
        /// A name that another generator would use can't be used here. Nothing need be done; to choose a name, edit what `suggest` printed.
        /// For example: `the document has no operation 'get /pets'`.
        case unusedSuggestion = "unused-suggestion"
        /// Two things of the document want one name. Nothing need be done; to choose the names, set `names` in the configuration.
        /// For example: `'pet_name' is named `pet_name`; `petName` is already used`.
        case nameCollision = "name-collision"
        /// A name of the configuration is spelled otherwise than Swift spells such names. Correct it, or leave it if it is meant.
        /// For example: `'pet' is not how Swift spells the name of a type`.
        case unusualName = "unusual-name"
        /// The record of names can't be read. Restore it from version control, or delete it.
        /// For example: `a mapping of names is expected here`.
        case badRecord = "bad-record"
        /// Names are not recorded yet, so that a new version of the document can change them. Run `clientsmith generate`.
        case unrecordedNames = "unrecorded-names"

        // MARK: The configuration

        /// A value of the configuration is of another type. Replace it.
        case wrongType = "wrong-type"
        /// `clients` is empty. Add a client.
        case noClients = "no-clients"
        /// A client has a name that generated code uses. Choose another `module`.
        case reservedModule = "reserved-module"
        /// Two clients have one name. Choose another `module` for one of them.
        case duplicateModule = "duplicate-module"
        /// A value is not a Swift identifier. Use letters, digits and `_`.
        case badIdentifier = "bad-identifier"
        /// A key is not a JSON pointer (RFC 6901). Write one such as `#/components/schemas/Pet`.
        case badPointer = "bad-pointer"
        /// `sha256` is not a SHA-256. Write its 64 hexadecimal digits.
        case badDigest = "bad-digest"
        /// A value is not one of the few that its key can have. Use one of those the hint lists.
        case badChoice = "bad-choice"
        /// A limit is not a whole number in its range. Replace it.
        case badLimit = "bad-limit"
        /// A path contains characters that no path has. Replace it.
        case badPath = "bad-path"
        /// A value is not the name of an environment variable. Replace it.
        case badEnvironment = "bad-environment"
        /// A prefix can't stand before a credential. Use one word.
        case badPrefix = "bad-prefix"
        /// A source is not a URL that can be fetched. Use one with `https:`.
        case badSource = "bad-source"
        /// A key is not the name of a header. Replace it.
        case badHeader = "bad-header"
        /// A group's name is not made of Swift identifiers. Rename it.
        case badGroup = "bad-group"
        /// A group names nothing of the document. Give it `tags`, `paths` or `operations`.
        case emptyGroup = "empty-group"
        /// An entry of `names` is an empty mapping. Give it a `name`, a `type` or both.
        case emptyName = "empty-name"
        /// `only` names nothing. Give it `tags`, `paths`, `operations` or `schemas`, or remove it.
        case emptyPart = "empty-part"
        /// `only` or `groups` names something that the document lacks. Correct the name.
        case unknownChoice = "unknown-choice"
        /// `security` names a scheme that the document lacks. Correct the name.
        case unknownScheme = "unknown-scheme"
        /// A format has a type that no format can have. Use one of those the hint lists.
        /// For example: `'Text' is not a supported type for a format`.
        case badFormatType = "bad-format-type"
        /// A schema has a type that no schema can have. Use one of those the hint lists.
        /// For example: `'Strin' is not a supported type for a schema`.
        case badSchemaType = "bad-schema-type"
        /// No value of the document has a format that `formats` lists. Remove the entry.
        case unusedFormat = "unused-format"
        /// An entry of `types` does not point to a schema. Correct its pointer.
        case unusedType = "unused-type"
        /// `runtime` is set for a layout that writes the runtime itself. Remove it, or change the layout.
        /// For example: `a package contains its own runtime; use 'runtime' with 'layout: sources' or 'layout: fixed'`.
        case misplacedRuntime = "misplaced-runtime"

        // MARK: Overlays

        /// The version of an overlay is missing or unknown. Write `overlay: 1.1.0`.
        /// For example: `'2.0.0' is not a supported version of overlays; use 1.0 or 1.1`.
        case overlayUnknownVersion = "overlay-unknown-version"
        /// A value of an overlay is of another type. Replace it.
        case overlayWrongType = "overlay-wrong-type"
        /// A required key of an overlay is missing. Add it.
        case overlayMissingKey = "overlay-missing-key"
        /// A key is not one of overlays of its version. Correct it.
        case overlayUnknownKey = "overlay-unknown-key"
        /// An overlay has no actions. Add one.
        case overlayNoActions = "overlay-no-actions"
        /// An action changes nothing. Give it `update`, `copy` or `remove: true`.
        case overlayNoChange = "overlay-no-change"
        /// An action has `update` and `copy`. Make two actions of it.
        case overlayTwoChanges = "overlay-two-changes"
        /// A target is not a JSONPath query (RFC 9535). Correct it.
        case overlayBadJSONPath = "overlay-bad-jsonpath"
        /// `extends` is not a path. Write the path of the document.
        case overlayBadReference = "overlay-bad-reference"
        /// An overlay extends another document. Remove it from the client, or correct `extends`.
        case overlayUnused = "overlay-unused"
        /// A target selects nothing. Correct it, or remove the action.
        case overlayNoTarget = "overlay-no-target"
        /// The source of `copy` does not select one value. Make the query more exact.
        case overlayCopy = "overlay-copy"
        /// An action removes the whole document. Select a part of it.
        case overlayRoot = "overlay-root"
        /// A target selects values of several kinds. Make an action for each kind.
        case overlayKinds = "overlay-kinds"
        /// An update is of another kind than its target. Correct one of them.
        case overlayMismatch = "overlay-mismatch"
        /// An update has no value. Add one.
        case overlayEmptyValue = "overlay-empty-value"
        /// An overlay copies, or a query visits, more values than allowed. Make the target more exact.
        case overlayLimit = "overlay-limit"

        // MARK: Files

        /// A document can't be read. Check its path.
        case unreadableDocument = "unreadable-document"
        /// The configuration can't be read. Check its path and its encoding.
        /// For example: `the configuration 'specs/clientsmith.yaml' can't be read: the file does not exist`.
        case unreadableConfiguration = "unreadable-configuration"
        /// The record of names can't be read. Check its permissions.
        /// For example: `the record of names 'specs/clientsmith.names.yaml' can't be read: it is not a regular file`.
        case unreadableRecord = "unreadable-record"
        /// The list of accepted changes can't be read. Check its path.
        /// For example: `'accepted.yaml' can't be read: the file does not exist`.
        case unreadableAcceptance = "unreadable-acceptance"
        /// The folder of templates can't be read. Check its path.
        case unreadableTemplates = "unreadable-templates"
        /// A document is not the one whose hash the configuration has. Run `clientsmith fetch`, or restore the document.
        case wrongDigest = "wrong-digest"
        /// No client has a `source`. Add one to fetch from.
        case noSource = "no-source"
        /// A source can't be downloaded. Check the URL and the network.
        case unavailable
        /// A fetched document would be written outside the configuration's folder. Store it inside.
        case documentElsewhere = "document-elsewhere"
        /// A file that somebody edited would be overwritten. Move the edit, or remove the file.
        /// For example: `'Generated/Sources/Pets/Pets.swift' was edited since clientsmith wrote it`.
        case occupied
        /// The configuration has no output folder. Add `output`, or use `--output`.
        case missingOutput = "missing-output"
        /// The output folder is not one to write to. Choose another.
        /// For example: `'.' is the root of a repository with other files; use a separate folder`.
        case unusableOutput = "unusable-output"
        /// A generated file would have an unsafe path. Report it: this is a fault of the tool or of a template.
        case unsafePath = "unsafe-path"
        /// Two generated files would have one path. Choose another name for one of their declarations.
        case samePath = "same-path"
        /// A file of the templates' folder replaces no template. Correct its name.
        case unknownTemplate = "unknown-template"
        /// A template is faulty. Correct it where the message points.
        case template
        /// The system refused to read or write. Check permissions and space.
        /// For example: `can't write below 'Generated': Generated: Permission denied`.
        case system

        // MARK: Comparing versions

        /// A file is not a client model of this version. Write it with `clientsmith model`.
        case badModel = "bad-model"
        /// The list of accepted changes is not valid. Each entry has a `change` and a `reason`.
        case badAcceptance = "bad-acceptance"
        /// An accepted change does not occur. Remove the entry.
        case unusedAcceptance = "unused-acceptance"

        // MARK: Checking the output

        /// The output is not current. Run `clientsmith generate`.
        case check
        /// A generated file was edited. Undo the edit, or move it to a template.
        /// For example: `Generated/Sources/Pets/Pets.swift: edited`.
        case checkEdited = "check-edited"
        /// A generated file is missing. Run `clientsmith generate`.
        /// For example: `Generated/Sources/Pets/Pets.swift: missing`.
        case checkMissing = "check-missing"
        /// The output folder has a file that the tool did not write. Move it.
        /// For example: `Generated/Sources/Pets/Mine.swift: extra`.
        case checkExtra = "check-extra"
        /// A generated file differs from what would be written now. Run `clientsmith generate`.
        /// For example: `Generated/Sources/Pets/Pets.swift: outdated`.
        case checkOutdated = "check-outdated"
        /// A new file would be written. Run `clientsmith generate`.
        /// For example: `Generated/Sources/Pets/Dog.swift: added`.
        case checkAdded = "check-added"
        /// A file would be removed. Run `clientsmith generate`.
        /// For example: `Generated/Sources/Pets/Cat.swift: removed`.
        case checkRemoved = "check-removed"
    }
}
