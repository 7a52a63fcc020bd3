import ClientModel

/// How one stored property of a generated struct is declared, read and written.
struct StoredProperty {
    var name: Identifier
    var wireName: String
    /// With its optionality.
    var type: Code
    /// What the memberwise initializer takes where nothing is given, or empty.
    var standard: Code
    /// The runtime's method that reads and writes it, and whether reading may stop at once.
    var method: Code
    /// The runtime's method that compares and hashes it.
    var comparing: Code
    var isThrowing: Bool
    /// What keeps it behind a box, where one is needed: a property wrapper cannot stand in a `nonisolated` type.
    var storage: Identifier?
    /// Whether descriptions leave its value out.
    var isSecret: Bool
    var documentation: Documentation

    /// For example: `public var token: String?`, or a box and the property that opens it.
    func declaration(_ access: Code) -> Code {
        let line: Code = "\(access)var \(name): \(type)"
        guard let storage else { return line }
        return """
            \(line) {
            get { \(storage).wrappedValue }
            set { \(storage).wrappedValue = newValue }
            }
            private var \(storage): Indirect<\(type)>
            """
    }

    var parameter: Code { "\(parameter: name): \(type)\(standard.isEmpty ? "" : " = \(standard)")" }

    var assignment: Code { assigned(storage == nil ? Code(name) : "Indirect(wrappedValue: \(name))") }

    /// For example: `self.token = fields.optionalString("token")`.
    var reading: Code {
        let value: Code = "\(isThrowing ? "try " : "")fields.\(method)(\(literal: wireName))"
        return assigned(storage == nil ? value : "Indirect(wrappedValue: \(value))")
    }

    /// For example: `fields.optionalString("token", self.token)`.
    var writing: Code { "fields.\(method)(\(literal: wireName), self.\(name))" }

    var comparison: Code { "fields.\(comparing)(left.\(name), right.\(name))" }

    var hashing: Code { "FieldHasher.\(comparing)(self.\(name), into: &hasher)" }

    /// For example: `"token": "REDACTED",`.
    var shown: Code {
        "\(literal: name.text): \(isSecret ? "\"REDACTED\"" : "self.\(name) as Any"),"
    }

    private func assigned(_ value: Code) -> Code { "self.\(storage ?? name) = \(value)" }
}

extension ClientScope {
    func storedProperty(_ property: Property, in scope: TypeDeclaration.Scope) -> StoredProperty {
        let type = speller.spell(property.type, in: scope)
        let resolved = api.resolved(property.type)
        let isOptional = property.presence == .optional || property.presence == .optionalNullable
        let spelled: Code =
            switch property.presence {
            case .required: type
            // `null` is one of the values of a JSON value.
            case .requiredNullable: resolved == .json ? type : "\(type)?"
            case .optional, .optionalNullable: "\(type)?"
            }
        let method = fieldMethod(resolved, property.presence)
        return StoredProperty(
            name: property.name, wireName: property.wireName, type: spelled,
            standard: isOptional ? "nil" : constant(of: property),
            method: method ?? "value", comparing: comparingMethod(resolved, property.presence),
            isThrowing: method == nil, storage: property.storage, isSecret: property.isSecret,
            documentation: property.documentation)
    }

    /// The default of a member that has, or had, one value only; empty for others.
    private func constant(of property: Property) -> Code {
        guard let value = property.constant else { return "" }
        guard case .named(let id) = api.resolved(property.type), case .enumeration(let enumeration) = api[id].shape,
            let known = enumeration.cases.first(where: { $0.value == value })
        else { return value.code }
        return ".\(member: known.name)"
    }

    /// The name of the runtime's method for a member, or `nil` for the one that takes every type and may fail at once. One
    /// without generics is cheaper to compile.
    private func fieldMethod(_ type: TypeReference, _ presence: Property.Presence) -> Code? {
        switch (presence, type) {
        case (.required, .scalar(let scalar)): scalar.fieldMethod
        case (.required, .array): "array"
        case (.required, .dictionary): "dictionary"
        case (.required, .named(let id)): isTextEnumeration(id) ? "enumeration" : nil
        case (.required, .json), (.requiredNullable, .json): "json"
        case (.required, .nullable), (.requiredNullable, _): "nullable"
        case (.optional, .scalar(let scalar)), (.optionalNullable, .scalar(let scalar)):
            scalar.optionalFieldMethod ?? "optional"
        case (.optional, .json), (.optionalNullable, .json): "optionalJSON"
        case (.optional, _), (.optionalNullable, _): "optional"
        }
    }

    /// The name of the runtime's method that compares a member.
    private func comparingMethod(_ type: TypeReference, _ presence: Property.Presence) -> Code {
        let isOptional = presence != .required && !(presence == .requiredNullable && type == .json)
        switch type {
        case .scalar(let scalar) where scalar.isCompared:
            return (isOptional ? scalar.optionalFieldMethod : scalar.fieldMethod) ?? "value"
        case .array: return isOptional ? "optionalArray" : "array"
        case .dictionary: return isOptional ? "optionalDictionary" : "dictionary"
        case .nullable: return "optional"
        default: return isOptional ? "optional" : "value"
        }
    }

    private func isTextEnumeration(_ id: TypeID) -> Bool {
        if case .enumeration(let enumeration) = api[id].shape { enumeration.rawType == .string } else { false }
    }
}

extension ScalarType {
    /// The runtime's method for a required member, or `nil` where there is none of its own.
    fileprivate var fieldMethod: Code? {
        switch self {
        case .string: "string"
        case .boolean: "bool"
        case .integer: "int"
        case .int32: "int32"
        case .int64: "int64"
        case .uint64: "uint64"
        case .double: "double"
        case .float: "float"
        case .decimal: "decimal"
        case .dateTime: "dateTime"
        case .date: "date"
        case .uuid: "uuid"
        case .url: "url"
        case .base64: "data"
        case .time, .duration, .instant, .unixTime, .binary: nil
        }
    }

    /// Whether the runtime compares it with a method of its own.
    fileprivate var isCompared: Bool { [.string, .boolean, .integer, .double, .dateTime].contains(self) }

    fileprivate var optionalFieldMethod: Code? {
        switch self {
        case .string: "optionalString"
        case .boolean: "optionalBool"
        case .integer: "optionalInt"
        case .int32: "optionalInt32"
        case .int64: "optionalInt64"
        case .uint64: "optionalUInt64"
        case .double: "optionalDouble"
        case .float: "optionalFloat"
        case .decimal: "optionalDecimal"
        case .dateTime: "optionalDateTime"
        case .date: "optionalDate"
        case .uuid: "optionalUUID"
        case .url: "optionalURL"
        case .base64: "optionalData"
        case .time, .duration, .instant, .unixTime, .binary: nil
        }
    }
}
