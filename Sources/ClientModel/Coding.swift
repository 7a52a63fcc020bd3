public import Diagnostics

// The JSON of a model follows from its types. Here is what has another form than its fields give.

/// Locations point into the files of one run, so they are no part of the JSON.
extension Place: Codable {
    /// Always throws: the JSON of a model has no locations.
    public init(from decoder: any Decoder) throws { throw decoder.refusal("a model has no locations") }

    /// Writes nothing.
    public func encode(to encoder: any Encoder) {}
}

/// Recorded names have a file of their own.
extension NameRecord: Codable {
    /// The JSON of a model has no record, so it is empty.
    public init(from decoder: any Decoder) { self.init() }

    /// Writes nothing.
    public func encode(to encoder: any Encoder) {}
}

/// A string.
extension Identifier: Codable {
    /// Reads a string. Throws if the string is not a Swift identifier.
    public init(from decoder: any Decoder) throws {
        guard let identifier = Identifier(try String(from: decoder)) else {
            throw decoder.refusal("expected a Swift identifier")
        }
        self = identifier
    }

    /// Writes the identifier without backticks.
    public func encode(to encoder: any Encoder) throws { try text.encode(to: encoder) }
}

/// The path as OpenAPI spells it.
extension PathTemplate: Codable {
    /// Reads a path with its expressions in braces, such as `/pets/{id}`.
    public init(from decoder: any Decoder) throws { self.init(parsing: try String(from: decoder)) }

    /// Writes the path as the document has it.
    public func encode(to encoder: any Encoder) throws { try text.encode(to: encoder) }
}

/// A scalar is its name, and `json` is the name of any value. Every other type is an object whose only key says what the type is made of.
extension TypeReference: Codable {
    private enum CodingKeys: CodingKey {
        case json, array, dictionary, nullable, named
    }

    /// Reads the name of a scalar, `json`, or an object with one key. Throws for anything else.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        switch container.allKeys.first {
        case .json: self = .json
        case .array: self = .array(try container.decode(TypeReference.self, forKey: .array))
        case .dictionary: self = .dictionary(try container.decode(TypeReference.self, forKey: .dictionary))
        case .nullable: self = .nullable(try container.decode(TypeReference.self, forKey: .nullable))
        case .named: self = .named(try container.decode(TypeID.self, forKey: .named))
        case nil: self = .scalar(try ScalarType(from: decoder))
        }
    }

    /// Writes the name of a scalar, `json`, or an object with one key. For example: `{"array": "string"}`.
    public func encode(to encoder: any Encoder) throws {
        switch self {
        case .scalar(let scalar): try scalar.encode(to: encoder)
        case .json: try CodingKeys.json.stringValue.encode(to: encoder)
        case .array(let element): try encode(element, as: .array, to: encoder)
        case .dictionary(let value): try encode(value, as: .dictionary, to: encoder)
        case .nullable(let wrapped): try encode(wrapped, as: .nullable, to: encoder)
        case .named(let id): try encode(id, as: .named, to: encoder)
        }
    }

    private func encode(_ part: some Encodable, as key: CodingKeys, to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(part, forKey: key)
    }
}

/// The names of the directions in which values travel.
extension TypeDeclaration.Usage: Codable {
    private enum Direction: String, Codable, CaseIterable {
        case request, response

        var usage: TypeDeclaration.Usage { self == .request ? .request : .response }
    }

    /// Reads the names of the directions. Throws for an unknown one.
    public init(from decoder: any Decoder) throws {
        self.init(try [Direction](from: decoder).map(\.usage))
    }

    /// Writes the directions as a list of names. For example: `["request", "response"]`.
    public func encode(to encoder: any Encoder) throws {
        try Direction.allCases.filter { contains($0.usage) }.encode(to: encoder)
    }
}

extension Decoder {
    fileprivate func refusal(_ reason: String) -> DecodingError {
        .dataCorrupted(.init(codingPath: codingPath, debugDescription: reason))
    }
}
