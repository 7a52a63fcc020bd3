import ClientModel

/// Swift expressions that are values of the client's types, for the examples on documentation pages.
struct Examples {
    let client: ClientScope

    private static let depthLimit = 4

    /// A value of the type a body is sent as.
    func body(_ content: Content, name: String) -> Code? {
        switch content.mediaType.kind {
        case .text where !content.mediaType.isRange: "\(literal: name)"
        case .binary where !content.mediaType.isRange: "HTTPBody(Data(\(literal: name).utf8))"
        case .text: "FileContent(Data(\(literal: name).utf8), contentType: \(literal: "text/plain"))"
        case .binary: "FileContent(Data(\(literal: name).utf8), contentType: \(literal: "application/octet-stream"))"
        case .eventStream, .jsonLines: value(content.type, name: name).map { "[\($0)]" }
        case .json, .form, .multipart: value(content.type, name: name)
        }
    }

    /// A value of the type, as an argument where the type is known, or `nil` where none can be shown briefly.
    func value(_ type: TypeReference, name: String, depth: Int = 0) -> Code? {
        if depth > Self.depthLimit { return nil }
        switch type {
        case .scalar(let scalar): return self.scalar(scalar, name: name)
        case .json: return "[\(literal: name): \(literal: "value")]"
        case .array(let element): return value(element, name: name, depth: depth + 1).map { "[\($0)]" } ?? "[]"
        case .dictionary(let element):
            return value(element, name: name, depth: depth + 1).map { "[\(literal: "key"): \($0)]" } ?? "[:]"
        case .nullable(let wrapped): return value(wrapped, name: name, depth: depth)
        case .named(let id): return declared(client.api[id], name: name, depth: depth)
        }
    }

    private func scalar(_ scalar: ScalarType, name: String) -> Code {
        switch scalar {
        case .string: "\(literal: name)"
        case .boolean: "true"
        case .integer, .int32, .int64, .uint64: "1"
        case .double, .float, .decimal: "1.5"
        case .dateTime: "DateTime(Date(timeIntervalSince1970: 0))"
        case .date: "CalendarDate(Date(timeIntervalSince1970: 0), in: .gmt)"
        case .time: "TimeOfDay(\(literal: "12:30:00Z"))"
        case .duration: "CalendarDuration(.seconds(60))"
        case .uuid: "UUID()"
        case .url: "URL(filePath: \(literal: "/"))"
        case .base64: "Data(\(literal: name).utf8)"
        case .binary: "FileContent(Data(\(literal: name).utf8), name: \(literal: name))"
        }
    }

    private func declared(_ type: TypeDeclaration, name: String, depth: Int) -> Code? {
        switch type.shape {
        case .alias(let target): return value(target, name: name, depth: depth)
        case .enumeration(let enumeration): return enumeration.cases.first.map { ".\(member: $0.name)" }
        case .structure(let structure): return self.structure(structure, depth: depth)
        case .union(let union):
            for branch in union.cases {
                if let payload = value(branch.type, name: name, depth: depth + 1) {
                    return ".\(member: branch.name)(\(payload))"
                }
            }
            return nil
        }
    }

    /// The initializer with the required properties or, where none is, the first three.
    private func structure(_ structure: Structure, depth: Int) -> Code? {
        let required = structure.properties.filter { $0.presence == .required || $0.presence == .requiredNullable }
        let shown = required.isEmpty ? Array(structure.properties.prefix(depth == 0 ? 3 : 0)) : required
        var arguments: [Code] = []
        for property in shown {
            if property.presence == .requiredNullable {
                arguments.append("\(label: property.name): nil")
            } else if let value = value(property.type, name: property.name.text, depth: depth + 1) {
                let wrapped: Code = property.presence == .optionalNullable ? ".value(\(value))" : value
                arguments.append("\(label: property.name): \(wrapped)")
            } else if required.isEmpty {
                continue
            } else {
                return nil
            }
        }
        return ".init\(argumentList(arguments, taken: 40))"
    }
}
